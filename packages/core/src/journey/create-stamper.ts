import type { EventName, EventProps } from '@regulars/schema';
import { stampEvent } from '../events/stamp-event.ts';
import { type EventClass, eventClass } from '../events/vocabulary.ts';
import { createId } from '../lib/id.ts';
import { byteLength } from '../rules/batch-rule.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { JourneyOptions } from './journey-room.ts';

/** A stamped event with what the journey must know of it. */
export interface Stamped {
  readonly event: TrackedEvent;
  readonly bytes: number;
  readonly kind: EventClass;
}

/** Puts events into their envelope, numbered in this tab. */
export interface Stamper {
  /**
   * `null`: a name or content that cannot be recorded; a problem says why. `counted` gives it its
   * own number, `by` the moment of the event that caused it.
   */
  stamp(name: EventName, props: EventProps[EventName], counted: boolean, by?: TrackedEvent): Stamped | null;
}

/** An event beyond it is refused. */
const MAX_EVENT_BYTES = 32_768;

/** Builds the stamper of one page: its tab id lives as long as the page. */
export function createStamper({ consent, problems, now, random, test }: JourneyOptions): Stamper {
  const tab = createId(now(), random);
  let tseq = 0;
  const refuse = (code: string, key: string, cause?: unknown): null => {
    problems.report({ code, key, cause });
    return null;
  };
  return {
    stamp(name, props, counted, by) {
      const kind = eventClass(name);
      if (!kind) return refuse('event-unknown', name);
      let text: string;
      try {
        text = JSON.stringify(props ?? {});
      } catch (cause) {
        return refuse('event-not-json', name, cause);
      }
      const bytes = byteLength(text);
      if (bytes > MAX_EVENT_BYTES) return refuse('event-too-large', name);
      if (counted) tseq++;
      const { t, page, consent: granted } = by ?? { t: now(), page: here(), consent: consent.granted() };
      const moment = { t, tab, tseq: Math.max(1, tseq), page, consent: granted, test };
      return { event: stampEvent(name, JSON.parse(text), moment, random), bytes, kind };
    },
  };
}

function here(): TrackedEvent['page'] {
  const { origin, pathname } = location;
  return { url: (origin + pathname).slice(0, 2000), title: document.title.slice(0, 500) };
}
