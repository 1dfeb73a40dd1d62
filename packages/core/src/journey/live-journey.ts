import type { ConsentPurpose } from '@regulars/schema';
import { identityPurposes } from '../consent/purpose-table.ts';
import { emptyProfile } from '../rules/profile.ts';
import type { JourneyOptions, JourneyRoom } from './journey-room.ts';
import type { Known } from './known.ts';

/** The journey as this tab sees it: what is stored, and what was tracked since. */
export interface LiveJourney {
  /** What the journey shows of it. */
  readonly view: Pick<JourneyRoom, 'epoch' | 'session' | 'sessionNumber' | 'anonymousId'>;
  known(): Known;
  /** Takes over what a transaction left. */
  learn(known: Known): void;
  /** Drops what is no longer allowed; ends the epoch. `all`: drops everything. */
  withdraw(all: boolean): void;
}

/** Builds it with a random id for this page. */
export function createLiveJourney({ consent, newId }: JourneyOptions): LiveJourney {
  const { allows } = consent;
  let known: Known = { id: newId(), session: null, visits: null, profile: emptyProfile };
  let epoch = new AbortController();
  return {
    known: () => known,
    learn(next) {
      known = next;
    },
    withdraw(all) {
      epoch.abort();
      epoch = new AbortController();
      const keeps = (purpose: ConsentPurpose): boolean => !all && allows(purpose);
      const { id, session, visits, profile } = known;
      known = {
        id: identityPurposes.some(keeps) ? id : newId(),
        session: keeps('analytics') ? session : null,
        visits: keeps('functional') ? visits : null,
        profile: keeps('personalization') ? profile : emptyProfile,
      };
    },
    view: {
      anonymousId: () => known.id,
      epoch: () => epoch.signal,
      session: () => (allows('analytics') ? known.session : null),
      sessionNumber: () => (allows('functional') ? (known.visits?.count ?? null) : null),
    },
  };
}
