import type { ConsentControl } from './consent/consent-port.ts';
import { createConsentGate } from './consent/create-consent-gate.ts';
import type { CoreOptions } from './core-port.ts';
import { createProblemSink, type ProblemLog } from './errors/create-problem-sink.ts';
import { createJourney } from './journey/create-journey.ts';
import type { JourneyRoom } from './journey/journey-room.ts';
import type { Part, PartContext } from './journey/part.ts';
import { secureChance } from './lib/clock.ts';
import type { Credentials } from './lib/credentials.ts';
import { createId } from './lib/id.ts';
import { createPortRegistry } from './lib/port-registry.ts';
import { openStorage } from './storage/open-storage.ts';
import type { StorageRoom } from './storage/storage-room.ts';
import type { SyncEngine } from './sync/sync-port.ts';

/** The rooms of one running engine, and what its parts get of them. */
export interface CorePieces extends Omit<PartContext, 'signal'> {
  readonly problems: ProblemLog;
  readonly consent: ConsentControl;
  readonly storage: StorageRoom;
  readonly journey: JourneyRoom;
  /** Absent: the journey stays on the device. */
  readonly sync: SyncEngine | undefined;
  readonly parts: readonly Part[];
  readonly credentials: Credentials;
  readonly abort: AbortController;
  readonly signal: AbortSignal;
}

/** Builds every room of an engine; the parts are not started yet. */
export function createPieces(options: CoreOptions): CorePieces {
  const { namespace, parts = [], clock: now = Date.now, random = secureChance } = options;
  const problems = createProblemSink(options.onProblem);
  const consent = createConsentGate({ problems });
  const storage = openStorage({ name: namespace, allows: consent.allows, problems });
  const abort = new AbortController();
  const { signal } = abort;
  const newId = (): string => createId(now(), random);
  const shared = { now, random, newId, problems, consent, storage, signal };
  const fold = parts.find((part) => part.fold)?.fold;
  const journey = createJourney({ ...options, ...shared, fold });
  const credentials: Credentials = { customer: null };
  return {
    ...shared,
    journey,
    parts,
    credentials,
    abort,
    sync: options.delivery?.({ ...options, ...shared, journey, credentials }),
    ports: createPortRegistry(),
    resources: options.resources ?? null,
    silent: options.silent ?? false,
    locale: () => options.locale || document.documentElement.lang || 'en',
  };
}
