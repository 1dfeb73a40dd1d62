import type { ConsentPurpose } from '@regulars/schema';
import { identityPurposes } from '../consent/purpose-table.ts';
import { emptyProfile } from '../rules/profile.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { JourneyOptions, JourneyRoom } from './journey-room.ts';
import type { Known } from './known.ts';
import type { LateFold } from './late-fold.ts';

/** The journey as this tab sees it: what is stored, and what was tracked since. */
export interface LiveJourney {
  /** What the journey shows of it. */
  readonly view: Pick<
    JourneyRoom,
    'epoch' | 'profile' | 'session' | 'sessionNumber' | 'anonymousId' | 'seen'
  >;
  known(): Known;
  /** Takes over what a transaction left, with the events that still wait on top. */
  learn(known: Known, waiting: readonly TrackedEvent[]): void;
  /** Folds an event that was tracked just now. */
  see(event: TrackedEvent): void;
  /** Drops what is no longer allowed; ends the epoch. `all`: drops everything. */
  withdraw(all: boolean): void;
}

const MAX_SEEN = 100;

const isPersonal = ({ consent }: TrackedEvent): boolean => consent.includes('personalization');

/** Builds it with a random id for this page. */
export function createLiveJourney({ consent, newId }: JourneyOptions, late: LateFold): LiveJourney {
  const { allows } = consent;
  let known: Known = { id: newId(), session: null, visits: null, profile: emptyProfile };
  let epoch = new AbortController();
  let seen: readonly TrackedEvent[] = [];
  // Folded when somebody asks: a burst of events costs nothing here.
  let profile = emptyProfile;
  let unfolded: TrackedEvent[] = [];
  const learn: LiveJourney['learn'] = (next, waiting) => {
    known = next;
    profile = next.profile;
    unfolded = waiting.filter(isPersonal);
  };
  return {
    known: () => known,
    learn,
    see(event) {
      if (isPersonal(event)) unfolded.push(event);
      seen = [event, ...seen].slice(0, MAX_SEEN);
    },
    withdraw(all) {
      epoch.abort();
      epoch = new AbortController();
      const keeps = (purpose: ConsentPurpose): boolean => !all && allows(purpose);
      const { id, session, visits, profile } = known;
      const kept: Known = {
        id: identityPurposes.some(keeps) ? id : newId(),
        session: keeps('analytics') ? session : null,
        visits: keeps('functional') ? visits : null,
        profile: keeps('personalization') ? profile : emptyProfile,
      };
      learn(kept, []);
    },
    view: {
      anonymousId: () => known.id,
      seen: () => seen,
      epoch: () => epoch.signal,
      profile() {
        if (!allows('personalization')) return emptyProfile;
        const fold = late.now();
        if (fold) profile = unfolded.splice(0).reduce(fold, profile);
        return profile;
      },
      session: () => (allows('analytics') ? known.session : null),
      sessionNumber: () => (allows('functional') ? (known.visits?.count ?? null) : null),
    },
  };
}
