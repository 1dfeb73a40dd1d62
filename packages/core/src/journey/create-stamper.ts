import type { EventName, EventProps } from '@regulars/schema';
import { eventClass } from '../events/vocabulary.ts';
import { secureChance } from '../lib/clock.ts';
import { createId } from '../lib/id.ts';
import { byteLength } from '../rules/batch-rule.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { JourneyOptions } from './journey-room.ts';

/**
 * Puts an event into its envelope, frozen from here on. `null`: a name or content that cannot be recorded; a problem
 * says why. `counted` gives it its own number in this tab, `by` the moment of the event that caused it, or of a call that waited.
 */
export type Stamp = (
  name: EventName,
  props: EventProps[EventName],
  counted: boolean,
  by?: Partial<Pick<TrackedEvent, 't' | 'page' | 'consent'>>,
) => TrackedEvent | null;

/** An event beyond it is refused. */
const MAX_EVENT_BYTES = 32_768;

/**
 * Builds the stamp of one page: its tab id lives as long as the page. Neither id is made of a test's clock and chance
 * alone: they would repeat on the next page, and a backend drops what it has seen.
 */
export function createStamper({
  consent,
  problems,
  now,
  test,
  middleware = (_, props) => props,
}: Pick<JourneyOptions, 'consent' | 'problems' | 'now' | 'test' | 'middleware'>): Stamp {
  const tab = createId(now(), secureChance);
  let tseq = 0;
  let made = 0;
  return (name, props, counted, by) => {
    const refuse = (code: string, cause?: unknown): null => {
      problems.report({ code, key: name, cause });
      return null;
    };
    if (!eventClass(name)) return refuse('event-unknown');
    try {
      const page = by?.page ?? here();
      const text = JSON.stringify(middleware(name, props ?? {}, page));
      // Dropped.
      if (!text) return null;
      if (byteLength(text) > MAX_EVENT_BYTES) return refuse('event-too-large');
      if (counted) tseq++;
      const t = by?.t ?? now();
      return Object.freeze({
        v: 1,
        consent: consent.granted(),
        ...by,
        page,
        // Chance is drawn once a page: a draw costs more than the rest of an event, and the count tells its ids apart.
        id: createId(t, secureChance, made++, tab.slice(19)),
        name,
        t,
        tab,
        tseq: tseq || 1,
        // The event's own copy.
        props: JSON.parse(text),
        ...(test && { test }),
      });
    } catch (cause) {
      return refuse('event-not-json', cause);
    }
  };
}

const here = (): TrackedEvent['page'] => ({
  // Without what a form or a mail put behind the path; browsers leave credentials out of it.
  url: location.href.replace(/[?#].*/, '').slice(0, 2000),
  title: document.title.slice(0, 500),
});
