import type { ConsentGate } from '../consent/consent-port.ts';
import type { ProblemSink } from '../errors/problem-sink.ts';
import type { PortRegistry } from '../lib/port-registry.ts';
import type { ResourcePort } from '../lib/resource-port.ts';
import type { Fold } from '../rules/profile.ts';
import type { Storage } from '../storage/storage-port.ts';
import type { Journey } from './journey-port.ts';

/** What a part of the engine gets to work with. Time, chance, storage and network come in here, nowhere else. */
export interface PartContext {
  /** Epoch ms. */
  now(): number;
  /** 0 to 1. */
  random(): number;
  readonly journey: Journey;
  readonly consent: ConsentGate;
  readonly storage: Storage;
  readonly problems: ProblemSink;
  readonly ports: PortRegistry;
  /** Absent: no static files can be had. */
  readonly resources: ResourcePort | null;
  /** Locale of the page, BCP 47. */
  locale(): string;
  /** Aborts when the core stops. */
  readonly signal: AbortSignal;
  /** `true` under `navigator.webdriver` without leave, and in tests that ask for silence: nothing opens by itself. */
  readonly silent: boolean;
}

/** A room of the engine that can be left out: `createCore({ parts: [hostPart(), campaigns(), tours(), …] })`. */
export interface Part {
  readonly name: string;
  /**
   * Fetches what folds events into the profile, in the transaction that stores them; the first part that brings it is
   * asked, with the first event that the visitor lets us keep a profile of.
   */
  readonly fold?: () => Promise<Fold>;
  /** Starts it; returns its stop, which leaves no listener, timer or lease. */
  start(context: PartContext): () => void;
  /** Resolves when its first reading is done; `regulars.ready()` waits for all. */
  ready?(): Promise<void>;
  /** Erases what it keeps of the visitor elsewhere than in the journey's database. */
  forget?(): Promise<void>;
  /** Resolves when nothing is under way in it; `regulars.idle()` waits for all. */
  idle?(): Promise<void>;
  /** What the debug panel and `inspect()` show of it, structured-clonable. */
  inspect?(): unknown;
}
