import type { Inspection } from '@regulars/core';
import type { DebugSection } from '../debug-section.ts';
import { list, make, pairs, show } from '../dom.ts';

/** What was recorded on this page, newest first, and whether it is stored. */
export const journeySection: DebugSection = {
  id: 'journey',
  title: 'journey',
  badge: ({ events }) => String(events.length),
  render({ events, session, sessionNumber, mode, anonymousId }, words) {
    return [
      pairs([
        [words.text('store'), words.text(mode === null ? 'store-none' : `store-${mode}`)],
        [words.text('session'), sessionNumber === null ? null : `${sessionNumber} (${session?.pages ?? 0})`],
        [words.text('visitor'), make('code', {}, anonymousId)],
      ]),
      list(
        events.map(({ event, state }: Inspection['events'][number], index) =>
          make(
            'details',
            { 'data-key': `event-${event.id ?? index}` },
            make(
              'summary',
              {},
              make('time', {}, words.time(event.t)),
              make('b', {}, event.name),
              make('span', { class: `state ${state}` }, words.text(`event-${state}`)),
            ),
            make('code', { class: 'block' }, show(event.props)),
          ),
        ),
        words.text('no-events'),
      ),
    ];
  },
};
