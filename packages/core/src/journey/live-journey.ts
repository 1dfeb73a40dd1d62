import type { ConsentPurpose } from '@regulars/schema';
import { identityPurposes } from '../consent/purpose-table.ts';
import type { JourneyOptions, JourneyRoom } from './journey-room.ts';
import type { Known } from './known.ts';

/** The journey as this tab sees it: what is stored, and what was tracked since. */
export interface LiveJourney {
  /** What the journey shows of it. */
  readonly view: Pick<JourneyRoom, 'epoch' | 'session' | 'sessionNumber' | 'anonymousId'>;
  /** What the last transaction left. */
  known: Known;
  /** Drops what is no longer allowed; ends the epoch. `all`: drops everything. */
  withdraw(all: boolean): void;
}

/** Builds it with a random id for this page. */
export function createLiveJourney({ consent, newId }: JourneyOptions): LiveJourney {
  const { allows } = consent;
  let epoch = new AbortController();
  const live: LiveJourney = {
    known: { id: newId(), session: null, kept: null },
    withdraw(all) {
      epoch.abort();
      epoch = new AbortController();
      const keeps = (purpose: ConsentPurpose): boolean => !all && allows(purpose);
      const { id, session } = live.known;
      live.known = {
        id: identityPurposes.some(keeps) ? id : newId(),
        session: keeps('analytics') ? session : null,
        // What may stay of it is read again with the change.
        kept: null,
      };
    },
    view: {
      anonymousId: () => live.known.id,
      epoch: () => epoch.signal,
      session: () => live.known.session,
      sessionNumber: () => live.known.kept?.visits?.count ?? null,
    },
  };
  return live;
}
