import type { ConsentGate } from '../consent/consent-port.ts';
import { identityPurposes } from '../consent/purpose-table.ts';
import { emptyProfile, foldProfile } from '../rules/fold-profile.ts';
import type { Profile } from '../rules/profile.ts';
import type { SessionState, TrackedEvent } from './journey-port.ts';
import type { SeenEvent } from './journey-room.ts';
import { type Known, knowNothing } from './known.ts';

/** The journey as this tab sees it: what is stored, and what was tracked since. */
export interface LiveJourney {
  known(): Known;
  /** Takes over what a transaction left, with the events that still wait on top. `true`: for the first time. */
  learn(known: Known, waiting: readonly TrackedEvent[]): boolean;
  /** Folds an event that was tracked just now. */
  see(event: TrackedEvent, state: SeenEvent['state']): void;
  markStored(events: readonly TrackedEvent[]): void;
  /** Drops what is no longer allowed; ends the epoch. `all`: drops everything. */
  withdraw(all: boolean): void;
  epoch(): AbortSignal;
  profile(): Profile;
  session(): SessionState | null;
  sessionNumber(): number | null;
  recent(): readonly SeenEvent[];
}

const MAX_SEEN = 100;

const isPersonal = ({ consent }: TrackedEvent): boolean => consent.includes('personalization');

/** Builds it with a random id for this page. */
export function createLiveJourney(consent: ConsentGate, newId: () => string): LiveJourney {
  let known = knowNothing(newId());
  let profile = emptyProfile;
  let seen: SeenEvent[] = [];
  let epoch = new AbortController();
  let learned = false;
  const hasIdentity = (): boolean => identityPurposes.some(consent.allows);
  return {
    known: () => known,
    learn(next, waiting) {
      const first = !learned;
      learned = true;
      known = next;
      profile = waiting.filter(isPersonal).reduce(foldProfile, next.profile);
      return first;
    },
    see(event, state) {
      if (isPersonal(event)) profile = foldProfile(profile, event);
      seen = [{ event, state }, ...seen].slice(0, MAX_SEEN);
    },
    markStored(events) {
      const ids = new Set(events.map(({ id }) => id));
      seen = seen.map((one) => (ids.has(one.event.id) ? { ...one, state: 'stored' } : one));
    },
    withdraw(all) {
      epoch.abort();
      learned = false;
      epoch = new AbortController();
      const nothing = knowNothing(all || !hasIdentity() ? newId() : known.id);
      known = {
        id: nothing.id,
        session: !all && consent.allows('analytics') ? known.session : null,
        visits: !all && consent.allows('functional') ? known.visits : null,
        profile: !all && consent.allows('personalization') ? known.profile : emptyProfile,
      };
      profile = known.profile;
    },
    epoch: () => epoch.signal,
    profile: () => (consent.allows('personalization') ? profile : emptyProfile),
    session() {
      if (!known.session || !consent.allows('analytics')) return null;
      const { id, startMs, lastMs, number, pages } = known.session;
      return { id, startMs, lastMs, number, pages };
    },
    sessionNumber: () => (consent.allows('functional') ? (known.visits?.count ?? null) : null),
    recent: () => seen,
  };
}
