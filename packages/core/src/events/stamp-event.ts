import type { ConsentPurpose, EventName, EventProps, JourneyEvent } from '@regulars/schema';
import type { Chance } from '../lib/clock.ts';
import { createId } from '../lib/id.ts';

/** An event before its place in a session is known. */
export type StampedEvent<N extends EventName = EventName> = Omit<JourneyEvent<N>, 'sid' | 'seq'>;

/** What the moment adds to an event. */
export interface Moment {
  /** Epoch ms. */
  readonly t: number;
  readonly tab: string;
  readonly tseq: number;
  readonly page: JourneyEvent['page'];
  readonly consent: readonly ConsentPurpose[];
  readonly test?: boolean | undefined;
}

/** Puts the envelope around an event: frozen from here on. `props` must be the event's own copy. */
export function stampEvent(
  name: EventName,
  props: EventProps[EventName],
  moment: Moment,
  random: Chance,
): StampedEvent {
  const { test, ...rest } = moment;
  return Object.freeze({
    v: 1,
    id: createId(moment.t, random),
    name,
    ...rest,
    props,
    ...(test ? { test } : {}),
  });
}
