import type { JourneyEvent } from '@regulars/schema';
import type { ConsentGate } from '../consent/consent-port.ts';
import type { ProblemSink } from '../errors/problem-sink.ts';
import type { Change } from '../middleware/middleware.ts';
import type { Fold, Profile } from '../rules/profile.ts';
import type { SessionRule } from '../rules/session-rule.ts';
import type { StorageRoom } from '../storage/storage-room.ts';
import type { Journey, SessionState, TrackedEvent } from './journey-port.ts';

/** One line of the debug panel's journey. `refused`: consent kept it out, only listeners of this page heard it. */
export interface SeenEvent {
  readonly event: TrackedEvent;
  readonly state: 'refused' | 'waiting' | 'stored';
}

/** What `watchJourney` shows. */
export interface JourneyInspection {
  readonly anonymousId: string;
  readonly session: SessionState | null;
  readonly sessionNumber: number | null;
  readonly waiting: number;
  /** Events of this page, newest first, at most 100. */
  readonly recent: readonly SeenEvent[];
  readonly profile: Profile;
}

/** Everything the device keeps of its visitor, as one JSON document. */
export interface JourneyExport {
  readonly v: 1;
  /** Epoch ms. */
  readonly exportedAt: number;
  readonly anonymousId: string;
  readonly events: readonly JourneyEvent[];
  /** Other rows by store: `[key, value]`. */
  readonly stores: Readonly<Record<string, readonly (readonly [string | number, unknown])[]>>;
  /** Rows of `regulars-attention` by campaign: how often it was shown, closed and clicked. */
  readonly shown: Readonly<Record<string, unknown>>;
  /** Its row that all instances of the origin share; absent: nothing lay over a page yet. */
  readonly budget?: unknown;
  /** What pages left in `localStorage` for the next one, `[key, value]`. */
  readonly left: readonly (readonly [string, unknown])[];
}

/** The journey with what only `createCore` may touch. */
export interface JourneyRoom extends Journey {
  /** Resolves when identity, session and profile are read (at once while nothing may be stored). */
  ready(): Promise<void>;
  /** Runs after each write of this tab or another (`critical`: send now). Returns its stop. */
  onStored(listener: (critical: boolean) => void): () => void;
  /** Aborts when a purpose is withdrawn or the journey erased: what was read before is no longer to be sent. */
  epoch(): AbortSignal;
  /** Like `Journey.flush`; `read` also reads what others wrote: other tabs, a part that changed a row. */
  flush(read?: boolean): Promise<void>;
  /** Sweeps the log soon, which tells what was noted as lost. */
  sweep(): void;
  /** Events that are not stored yet. */
  waiting(): readonly TrackedEvent[];
  exportJourney(): Promise<JourneyExport>;
  /** Erases everything on this device, in all tabs; goes on with a new anonymous id. */
  forget(): Promise<void>;
  /** Writes what waits, and tracks nothing more; its listeners and timers end with the signal. */
  stop(): Promise<void>;
}

/** What `createJourney` needs. */
export interface JourneyOptions {
  readonly storage: StorageRoom;
  readonly consent: ConsentGate;
  readonly problems: ProblemSink;
  /** Epoch ms. */
  readonly now: () => number;
  /** Makes an id, a UUIDv7. */
  readonly newId: () => string;
  /** Name of the database, and of the broadcast channel between tabs. */
  readonly namespace: string;
  /** Public write key, the prefix of its rows in the database of the caps; without it none is exported. */
  readonly key?: string | undefined;
  /** Name of the database of the caps. Default `regulars-attention`. */
  readonly attention?: string | undefined;
  /** Fetches what folds events into the profile; without it none is kept. */
  readonly fold?: (() => Promise<Fold>) | undefined;
  /** When a new session begins. Default: after half an hour without an act, or a day. */
  readonly session?: SessionRule | undefined;
  /** Gives the props as they shall be recorded, `undefined`: the event is dropped. */
  readonly middleware?: Change | undefined;
  /** Marks every event as one of a test or preview. */
  readonly test?: boolean | undefined;
  /** Ends every listener. */
  readonly signal: AbortSignal;
}
