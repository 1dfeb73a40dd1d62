import type { Inspection } from '@regulars/core';
import type { DebugWords } from './debug-section.ts';
import { make, show } from './dom.ts';
import { type DebugText, en } from './messages/en.ts';

type Seen = Inspection['events'][number];

/** How far an event came to one destination, as the delivery engine tells it; read field by field. */
interface ToldWay {
  readonly destination: string;
  readonly step: string;
  readonly reason?: unknown;
}

/** The furthest step of each destination; none is told before delivery was looked at, or after the log let go of the event. */
function waysOf({ event, state }: Seen, delivery: Inspection['delivery']): readonly ToldWay[] {
  if (state !== 'stored') return [];
  return delivery.flatMap((told) => {
    const { id, ways } = Object(told) as { readonly id?: unknown; readonly ways?: unknown };
    const { step, reason } = Object(Object(ways)[event.id]) as Partial<ToldWay>;
    return typeof step === 'string' ? [{ destination: show(id), step, reason }] : [];
  });
}

const order = ['dropped', 'queued', 'sending', 'acknowledged'];

/** Where an event is by now: the step of the destination that is behind the others. */
export function stepOf(seen: Seen, delivery: Inspection['delivery']): string {
  const steps = waysOf(seen, delivery).map(({ step }) => step);
  const [last = seen.state] = steps.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return last;
}

/** The panel's word for a step; one that is newer than the panel stands as it is. */
export function wordOf(step: string, words: DebugWords): string {
  const key = `event-${step}`;
  return Object.hasOwn(en, key) ? words.text(key as DebugText) : step;
}

/** Each step that an event took, one line for each destination. */
export function eventWay(
  seen: Seen,
  delivery: Inspection['delivery'],
  words: DebugWords,
): readonly HTMLElement[] {
  const before = ['captured', ...(seen.state === 'stored' ? ['stored'] : [])];
  const line = (steps: readonly string[], destination?: string, reason?: unknown): HTMLElement =>
    make(
      'ol',
      { class: 'way', 'aria-label': destination },
      destination === undefined ? null : make('li', { class: 'to' }, make('b', {}, destination)),
      ...steps.map((step) => make('li', { class: `state ${step}` }, wordOf(step, words))),
      reason === undefined ? null : make('li', { class: 'why' }, make('code', {}, show(reason))),
    );
  const ways = waysOf(seen, delivery);
  if (ways.length > 0)
    return ways.map(({ destination, step, reason }) =>
      line([...before, ...(step === 'acknowledged' ? ['sent'] : []), step], destination, reason),
    );
  return [line(seen.state === 'stored' ? before : [...before, seen.state])];
}
