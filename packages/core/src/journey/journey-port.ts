import type { EventName, EventProps, JourneyEvent } from '@regulars/schema';
import type { Profile } from '../rules/profile.ts';

/** A tracked event before its session number is known (that is decided in the write transaction). */
export type TrackedEvent<N extends EventName = EventName> = Omit<JourneyEvent<N>, 'sid' | 'seq'>;

/** How an event is recorded. */
export interface TrackOptions {
  /** Written and sent at once. Default: as its name has it, so orders, sign-ins and consent. */
  readonly critical?: boolean | undefined;
  /** When (epoch ms) and where it happened, for a call that waited, as the stub's do. Default: now and here. */
  readonly at?: Pick<TrackedEvent, 't' | 'page'> | undefined;
}

/** Session as all tabs agree on it. `null` before analytics consent. */
export interface SessionState {
  readonly id: string;
  readonly startMs: number;
  readonly lastMs: number;
  /** 1 for the first. */
  readonly number: number;
  readonly pages: number;
}

/** The visitor's journey: write, read, listen. */
export interface Journey {
  /**
   * Records an event: synchronous, never throws. `null` when consent or a limit refused it, else the event id.
   * Events that no act of the visitor causes, impressions and timers by their name, never extend a session.
   */
  track<N extends EventName>(name: N, props: EventProps[N], options?: TrackOptions): string | null;
  /** Profile with every tracked event folded in, also those not written yet. Empty without `personalization`. */
  profile(): Profile;
  session(): SessionState | null;
  /** Anonymous id; a random one for this page while nothing may be stored. */
  anonymousId(): string;
  /** Number of the visitor's session from 1, kept under `functional`; `null` until known. */
  sessionNumber(): number | null;
  /** Runs in a microtask after each tracked event; a throwing listener starves nobody. Returns its stop. */
  onEvent(listener: (event: TrackedEvent) => void): () => void;
  /** Runs after start, consent changes, and when other tabs changed the profile. Returns its stop. */
  onProfile(listener: () => void): () => void;
  /** Resolves when everything tracked so far is stored (or kept in memory where storage is refused). */
  flush(): Promise<void>;
}
