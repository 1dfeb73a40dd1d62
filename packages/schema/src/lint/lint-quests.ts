import type { Finding } from '../parse/explain-issue.ts';
import type { ProgramDocument } from '../program.ts';

/** What is unwise about quests: those that pay although a browser's word alone finishes them. */
export function lintQuests({ quests = [] }: Pick<ProgramDocument, 'quests'>): readonly Finding[] {
  return quests.flatMap(({ id, reward, steps }, index) =>
    reward.type === 'none' || steps.some(({ on }) => on === 'order_placed')
      ? []
      : [
          {
            code: 'paid-on-a-word',
            path: ['quests', index, 'steps'],
            what: id,
            why: 'Every step is what browsers report, and browsers can be made to say anything: scripts will finish it up to its budget.',
            fix: 'Add a step "on": "order_placed", which only the shop’s server can say, or pay with "none" and a badge.',
          },
        ],
  );
}
