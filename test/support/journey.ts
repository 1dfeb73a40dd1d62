import type { ConsentPurpose } from '@regulars/schema';
import type { ConsentControl } from '../../packages/core/src/consent/consent-port.ts';
import { createConsentGate } from '../../packages/core/src/consent/create-consent-gate.ts';
import { createProblemSink, type ProblemLog } from '../../packages/core/src/errors/create-problem-sink.ts';
import { createJourney } from '../../packages/core/src/journey/create-journey.ts';
import type { JourneyInspection, JourneyRoom } from '../../packages/core/src/journey/journey-room.ts';
import { watchJourney } from '../../packages/core/src/journey/watch-journey.ts';
import { secureChance } from '../../packages/core/src/lib/clock.ts';
import { createId } from '../../packages/core/src/lib/id.ts';
import { foldProfile } from '../../packages/core/src/rules/fold-profile.ts';
import { openStorage } from '../../packages/core/src/storage/open-storage.ts';
import type { StorageRoom } from '../../packages/core/src/storage/storage-room.ts';

/** All that a visitor may grant. */
export const everything: readonly ConsentPurpose[] = [
  'functional',
  'analytics',
  'personalization',
  'marketing',
];

/** A journey on a database, with a clock that stands until it is moved. */
export interface TestJourney {
  readonly name: string;
  readonly clock: { ms: number };
  readonly now: () => number;
  readonly consent: ConsentControl;
  readonly problems: ProblemLog;
  readonly storage: StorageRoom;
  readonly journey: JourneyRoom & { inspect(): JourneyInspection };
  readonly signal: AbortSignal;
  /** Stops everything and deletes the database. */
  end(): Promise<void>;
}

/** Starts a journey; the same name is another tab of the same shop. */
export function startJourney(name: string = `regulars/${crypto.randomUUID()}`): TestJourney {
  const clock = { ms: 1_700_000_000_000 };
  const now = (): number => clock.ms;
  const problems = createProblemSink(() => {});
  const consent = createConsentGate({ problems });
  const storage = openStorage({ name, allows: consent.allows, problems });
  const ending = new AbortController();
  const journey = createJourney({
    signal: ending.signal,
    newId: () => createId(now(), secureChance),
    storage,
    consent,
    problems,
    now,
    namespace: name,
    fold: async () => foldProfile,
  });
  return {
    name,
    clock,
    now,
    consent,
    problems,
    storage,
    journey: Object.assign(journey, { inspect: watchJourney(journey) }),
    signal: ending.signal,
    async end() {
      ending.abort();
      await journey.stop();
      await storage.base.erase();
      storage.left.drop();
    },
  };
}

/** Whether a database of that name exists. */
export async function databaseExists(name: string): Promise<boolean> {
  return (await indexedDB.databases()).some((one) => one.name === name);
}
