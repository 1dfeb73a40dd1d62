import type { Position } from '../rules/segment.ts';

/** Cursor of a destination as stored. */
export interface DestinationRow extends Position {
  /** Random, made with the row: two devices never share a batch id. */
  readonly logId: string;
  /** Who sends now, and until when at the latest (epoch ms). */
  readonly token?: string | undefined;
  readonly until?: number | undefined;
  /** No try before it (epoch ms); 0: at once. */
  readonly nextAt: number;
  readonly fails: number;
  /** The destination ordered the wait: a probe must not jump it. */
  readonly reason?: string | undefined;
  /** Given by the backend for this device's anonymous id. */
  readonly visitorToken?: string | undefined;
  readonly sent: number;
  /** Events given up, by reason. */
  readonly dropped?: Readonly<Record<string, number>> | undefined;
}
