import { eventPurposes } from '../consent/purpose-table.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { JourneyInspection, JourneyRoom } from './journey-room.ts';

const MAX_SEEN = 100;

/** Remembers the events of this page from now on; what it returns shows the journey as it is, structured-clonable. */
export function watchJourney(journey: JourneyRoom): () => JourneyInspection {
  let seen: readonly TrackedEvent[] = [];
  // Ends with the journey, whose listener it is.
  journey.onEvent((event) => {
    seen = [event, ...seen].slice(0, MAX_SEEN);
  });
  return () => inspectJourney(journey, seen);
}

function inspectJourney(journey: JourneyRoom, seen: readonly TrackedEvent[]): JourneyInspection {
  const waiting = journey.waiting();
  const stateOf = (event: TrackedEvent): 'refused' | 'waiting' | 'stored' => {
    if (!eventPurposes.some((one) => event.consent.includes(one))) return 'refused';
    return waiting.includes(event) ? 'waiting' : 'stored';
  };
  // Listeners hear of an event in a microtask.
  const unheard = waiting.filter((event) => !seen.includes(event)).reverse();
  return {
    anonymousId: journey.anonymousId(),
    session: journey.session(),
    sessionNumber: journey.sessionNumber(),
    waiting: waiting.length,
    recent: [...unheard, ...seen].map((event) => ({ event, state: stateOf(event) })),
    profile: journey.profile(),
  };
}
