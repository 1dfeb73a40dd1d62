import type { DebugSection } from '../debug-section.ts';
import { list, make } from '../dom.ts';

/** What went wrong on this page and was survived, each thing once. */
export const problemsSection: DebugSection = {
  id: 'problems',
  title: 'problems',
  badge: ({ problems }) => String(problems.length),
  alerts: ({ problems }) => problems.length > 0,
  render: ({ problems }, words) => [
    list(
      problems.map(({ code, key, message }) =>
        make('span', {}, make('code', { class: 'no' }, code), key ? make('code', {}, key) : null, message),
      ),
      words.text('no-problems'),
    ),
  ],
};
