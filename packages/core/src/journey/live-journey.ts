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
  let seen: SeenEvent[] = [];
  let epoch = new AbortController();
  let learned = false;
  const profile = createLiveProfile();
  return {
    known: () => known,
    learn(next, waiting) {
      const first = !learned;
      learned = true;
      known = next;
      profile.reset(next.profile, waiting);
      return first;
    },
    see(event, state) {
      profile.add(event);
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
      known = all ? knowNothing(newId()) : keepAllowed(known, consent, newId);
      profile.reset(known.profile, []);
    },
    epoch: () => epoch.signal,
    profile: () => (consent.allows('personalization') ? profile.read() : emptyProfile),
    session() {
      if (!known.session || !consent.allows('analytics')) return null;
      const { id, startMs, lastMs, number, pages } = known.session;
      return { id, startMs, lastMs, number, pages };
    },
    sessionNumber: () => (consent.allows('functional') ? (known.visits?.count ?? null) : null),
    recent: () => seen,
  };
}

function keepAllowed(
  { id, session, visits, profile }: Known,
  { allows }: ConsentGate,
  newId: () => string,
): Known {
  return {
    id: identityPurposes.some(allows) ? id : newId(),
    session: allows('analytics') ? session : null,
    visits: allows('functional') ? visits : null,
    profile: allows('personalization') ? profile : emptyProfile,
  };
}

/** The stored profile with later events on top, folded when somebody asks: a burst of events costs nothing here. */
function createLiveProfile(): {
  reset(stored: Profile, later: readonly TrackedEvent[]): void;
  add(event: TrackedEvent): void;
  read(): Profile;
} {
  let profile = emptyProfile;
  let unfolded: TrackedEvent[] = [];
  return {
    reset(stored, later) {
      profile = stored;
      unfolded = later.filter(isPersonal);
    },
    add(event) {
      if (isPersonal(event)) unfolded.push(event);
    },
    read() {
      profile = unfolded.reduce(foldProfile, profile);
      unfolded = [];
      return profile;
    },
  };
}
