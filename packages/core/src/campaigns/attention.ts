import type { PortKey } from '../lib/port-registry.ts';
import type { AttentionBudget, ShownHistory } from '../rules/shown-history.ts';
import type { ReservationRows } from '../storage/reservations.ts';

/** Database of the caps where no other is named. */
export const attentionName = 'regulars-attention';

/** Where an instance keeps its rows. */
export interface AttentionPlace {
  /** Write key of the rows. */
  readonly key: string;
  /** Name of the shared database. */
  readonly attention?: string | undefined;
  /** Nothing is stored: a preview. */
  readonly memory?: boolean | undefined;
}

export const attentionPort: PortKey<AttentionPlace> = 'attention';

/** What caps are decided from. */
export interface AttentionState {
  readonly history: Readonly<Record<string, ShownHistory>>;
  readonly budget: AttentionBudget;
}

/** Caps, history and budget of this device. Never rejects. */
export interface Attention {
  /** Write key; history rows are named `<key>/<campaign>`. */
  readonly key: string;
  read(): Promise<AttentionState>;
  /**
   * Works on the state as it is now and writes the rows that change, in one transaction; answers the second. `everywhere`
   * counts what other devices of the person saw as well: caps are checked against it, never written from it.
   */
  change<T>(
    work: (state: AttentionState, everywhere?: AttentionState) => readonly [ReservationRows, T],
  ): Promise<T>;
  /** Deletes what is kept under the write key. */
  forget(): Promise<void>;
  close(): void;
}
