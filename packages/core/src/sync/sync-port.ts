import type { ConsentGate } from '../consent/consent-port.ts';
import type { ProblemSink } from '../errors/problem-sink.ts';
import type { JourneyRoom } from '../journey/journey-room.ts';
import type { Credentials } from '../lib/credentials.ts';
import type { StorageRoom } from '../storage/storage-room.ts';
import type { DeliveryPort } from './delivery-port.ts';

/** One destination as the debug panel shows it. */
export interface DestinationState {
  readonly id: string;
  readonly state: 'idle' | 'sending' | 'waiting' | 'paused';
  /** Why it waits or pauses. */
  readonly reason?: string | undefined;
  /** Events that it has not confirmed. */
  readonly queued: number;
  /** Events confirmed on this device. */
  readonly sent: number;
  /** Events given up, by reason. */
  readonly dropped: Readonly<Record<string, number>>;
  /** Epoch ms of the next try; none: at once. */
  readonly nextAt?: number | undefined;
  readonly fails: number;
  /** Where the latest events of the log are on their way there, by event id. */
  readonly ways: Readonly<Record<string, EventWay>>;
}

/** An event on its way to one destination; `dropped`: given up, for this reason. */
export type EventWay =
  | { readonly step: 'queued' | 'sending' | 'acknowledged' }
  | { readonly step: 'dropped'; readonly reason: string };

/** A destination as tools find it. */
export interface SendingLane {
  readonly port: DeliveryPort;
  isSending(): boolean;
}

/** Sends the log to every destination: at least once, in order, one cursor each. */
export interface SyncEngine {
  /** Sends what is stored, now; resolves when nothing is under way (also when a destination refuses). Never rejects. */
  send(): Promise<void>;
  /** Its destinations, for `inspectLanes`. */
  lanes(): readonly SendingLane[];
  /** Aborts what is in flight; leaves no lease, timer or listener. */
  stop(): Promise<void>;
}

/** What the core lends to its delivery. */
export interface DeliveryContext {
  /** Public write key. */
  readonly key: string;
  readonly storage: StorageRoom;
  readonly journey: JourneyRoom;
  readonly consent: ConsentGate;
  readonly problems: ProblemSink;
  readonly now: () => number;
  readonly random: () => number;
  /** Makes an id, a UUIDv7. */
  readonly newId: () => string;
  /** Ends every listener. */
  readonly signal: AbortSignal;
  readonly credentials: Credentials;
}

/** A way to deliver the journey, `deliverTo([…])` or `deliverLater(…)`: `createCore({ delivery })`. */
export type Delivery = (context: DeliveryContext) => SyncEngine;
