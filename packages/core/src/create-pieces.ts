import type { Collecting } from './collect/collector.ts';
import { startCollectors } from './collect/start-collectors.ts';
import type { ConsentControl } from './consent/consent-port.ts';
import { createConsentGate } from './consent/create-consent-gate.ts';
import type { CoreOptions } from './core-port.ts';
import { createProblemSink, type ProblemLog } from './errors/create-problem-sink.ts';
import { createJourney } from './journey/create-journey.ts';
import type { JourneyRoom } from './journey/journey-room.ts';
import type { PartContext } from './journey/part.ts';
import { secureChance } from './lib/clock.ts';
import { createPortRegistry } from './lib/port-registry.ts';
import { openStorage } from './storage/open-storage.ts';
import type { StorageRoom } from './storage/storage-room.ts';
import { createSyncEngine } from './sync/sync-engine.ts';
import type { SyncEngine } from './sync/sync-port.ts';

/** The rooms of one running engine, and what its parts get of them. */
export interface CorePieces extends Omit<PartContext, 'signal'> {
  readonly problems: ProblemLog;
  readonly consent: ConsentControl;
  readonly storage: StorageRoom;
  readonly journey: JourneyRoom;
  readonly sync: SyncEngine;
  readonly collecting: Collecting;
  readonly customer: { token: string | null };
  readonly abort: AbortController;
  readonly signal: AbortSignal;
}

/** Builds every room of an engine; the parts are not started yet. */
export function createPieces(options: CoreOptions): CorePieces {
  const {
    namespace,
    clock: now = Date.now,
    random = secureChance,
    resources = null,
    silent = false,
  } = options;
  const problems = createProblemSink(options.onProblem);
  const consent = createConsentGate({ problems });
  const storage = openStorage({ name: namespace, allows: consent.allows, problems });
  const shared = { now, random, problems, consent, storage };
  const journey = createJourney({
    ...shared,
    channel: namespace,
    test: options.test,
    fold: options.parts?.find(({ fold }) => fold)?.fold,
  });
  const customer: CorePieces['customer'] = { token: null };
  const abort = new AbortController();
  return {
    ...shared,
    journey,
    customer,
    abort,
    signal: abort.signal,
    sync: createSyncEngine({
      ...shared,
      journey,
      key: options.key,
      destinations: options.delivery ?? [],
      customerToken: () => customer.token,
    }),
    collecting: startCollectors({ ...shared, journey, collectors: options.collect ?? [] }),
    ports: createPortRegistry(),
    resources,
    silent,
    locale: () => options.locale ?? (document.documentElement.lang || 'en'),
  };
}
