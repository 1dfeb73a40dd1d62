import { eventPurposes } from '../consent/purpose-table.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { JourneyInspection, JourneyRoom } from './journey-room.ts';

/** What a journey shows of itself; structured-clonable. */
export function inspectJourney(journey: JourneyRoom): JourneyInspection {
  const waiting = journey.waiting();
  const stateOf = (event: TrackedEvent): 'refused' | 'waiting' | 'stored' => {
    if (!eventPurposes.some((one) => event.consent.includes(one))) return 'refused';
    return waiting.includes(event) ? 'waiting' : 'stored';
  };
  return {
    anonymousId: journey.anonymousId(),
    session: journey.session(),
    sessionNumber: journey.sessionNumber(),
    waiting: waiting.length,
    recent: journey.seen().map((event) => ({ event, state: stateOf(event) })),
    profile: journey.profile(),
  };
}
