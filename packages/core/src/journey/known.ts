import type { Profile } from '../rules/profile.ts';
import type { SessionState } from './journey-port.ts';

/** The session as stored: with the last number given out in it and the consent it was last seen under. */
export interface SessionRow extends SessionState {
  readonly seq: number;
  readonly consent: string | undefined;
}

/** The visits as counted under `functional`. */
export interface Visits {
  readonly count: number;
  readonly startMs: number;
  readonly lastMs: number;
}

/** What is kept of the visitor besides log and session. */
export interface Kept {
  readonly visits: Visits | null;
  readonly profile: Profile;
}

/** What a tab knows of the stored journey: the state after its last transaction. */
export interface Known {
  readonly id: string;
  readonly session: SessionRow | null;
  /** `null`: nobody keeps anything of the visitor. */
  readonly kept: Kept | null;
}
