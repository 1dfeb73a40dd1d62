import type { Inspection } from '@regulars/core';
import type { DebugSection, DebugWords } from '../debug-section.ts';
import { list, make, pairs, show } from '../dom.ts';
import { eventWay, stepOf, wordOf } from '../event-way.ts';

/** What was recorded on this page, newest first, and its way: captured, stored, sent, acknowledged or given up, and why. */
export const journeySection: DebugSection = {
  id: 'journey',
  title: 'journey',
  badge: ({ events }) => String(events.length),
  render({ events, session, sessionNumber, mode, anonymousId, delivery }, words) {
    return [
      pairs([
        [words.text('store'), words.text(mode === null ? 'store-none' : `store-${mode}`)],
        [words.text('session'), sessionNumber === null ? null : `${sessionNumber} (${session?.pages ?? 0})`],
        [words.text('visitor'), make('code', {}, anonymousId)],
      ]),
      list(
        events.map((seen) => renderEvent(seen, delivery, words)),
        words.text('no-events'),
      ),
    ];
  },
};

function renderEvent(
  seen: Inspection['events'][number],
  delivery: Inspection['delivery'],
  words: DebugWords,
): HTMLElement {
  const { event } = seen;
  const step = stepOf(seen, delivery);
  return make(
    'details',
    { 'data-key': `event-${event.id}` },
    make(
      'summary',
      {},
      make('time', {}, words.time(event.t)),
      make('b', {}, event.name),
      make('span', { class: `state ${step}` }, wordOf(step, words)),
    ),
    ...eventWay(seen, delivery, words),
    make('code', { class: 'block' }, show(event.props)),
  );
}
