import type { ConsentPurpose } from '@regulars/schema';
import { identityPurposes } from '../consent/purpose-table.ts';
import { createId } from '../lib/id.ts';
import { emptyProfile } from '../rules/fold-profile.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { JourneyOptions, JourneyRoom } from './journey-room.ts';
import type { Known } from './known.ts';

/** The journey as this tab sees it: what is stored, and what was tracked since. */
export interface LiveJourney {
  /** What the journey shows of it. */
  readonly view: Pick<JourneyRoom, 'epoch' | 'profile' | 'session' | 'sessionNumber' | 'anonymousId'>;
  known(): Known;
  /** Takes over what a transaction left, with the events that still wait on top. */
  learn(known: Known, waiting: readonly TrackedEvent[]): void;
  /** Folds an event that was tracked just now. */
  see(event: TrackedEvent): void;
  /** Drops what is no longer allowed; ends the epoch. `all`: drops everything. */
  withdraw(all: boolean): void;
  /** Events of this page, newest first, at most 100. */
  recent(): readonly TrackedEvent[];
}

const MAX_SEEN = 100;

const isPersonal = ({ consent }: TrackedEvent): boolean => consent.includes('personalization');

/** Builds it with a random id for this page. */
export function createLiveJourney({ consent, now, random, fold }: JourneyOptions): LiveJourney {
  const { allows } = consent;
  const newId = (): string => createId(now(), random);
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
      epoch: () => epoch.signal,
      profile() {
        if (!fold || !allows('personalization')) return emptyProfile;
        profile = unfolded.reduce(fold, profile);
        unfolded = [];
        return profile;
      },
      session: () => (allows('analytics') ? known.session : null),
      sessionNumber: () => (allows('functional') ? (known.visits?.count ?? null) : null),
    },
    recent: () => seen,
  };
}
