import { bad, good, unique, unseen } from './check.ts';
import type { Check, PageReport, ServerReport } from './page-report.ts';

/** Whether the slots that campaigns ask for are on the pages. */
export function judgeSlots(pages: readonly PageReport[]): Check {
  const wanted = unique(pages.flatMap(({ campaigns }) => campaigns.map(({ slot }) => slot))).filter(
    (slot) => slot !== 'overlay' && !slot.startsWith('page-'),
  );
  const found = unique(pages.flatMap(({ slots }) => slots));
  if (wanted.length === 0) return good('slots', 'No campaign asks for a slot.');
  const missing = wanted.filter((slot) => !found.includes(slot));
  if (missing.length === 0) return good('slots', `All ${wanted.length} slots are found.`);
  const cure = `Put <regulars-slot name="${missing[0]}"></regulars-slot> where it shall show, or give the address of its page.`;
  return missing.length < wanted.length
    ? unseen(
        'slots',
        `Found: ${wanted.length - missing.length} of ${wanted.length}. Not on these pages: ${missing.join(', ')}.`,
        cure,
      )
    : bad('slots', `None of the slots is on these pages: ${missing.join(', ')}.`, cure);
}

/** Whether each selector of the document matches one element. */
export function judgeSelectors(pages: readonly PageReport[], { selectors }: ServerReport): Check {
  const id = 'selectors';
  if (selectors.length === 0) return good(id, 'No campaign names a selector.');
  const counts = (selector: string): readonly number[] => pages.map(({ matches }) => matches[selector] ?? 0);
  const many = selectors.find((one) => !counts(one).includes(1) && Math.max(...counts(one)) > 1);
  if (many)
    return bad(
      id,
      `${many} matches ${Math.max(...counts(many))} elements.`,
      'Make it match one: ?regulars-pick finds a selector that does.',
    );
  const none = selectors.filter((one) => Math.max(0, ...counts(one)) === 0);
  if (none.length === 0) return good(id, `All ${selectors.length} selectors match once.`);
  const says = `Not on these pages: ${none.join(', ')}.`;
  const cure = 'Give the address of their page, or pick them anew with ?regulars-pick.';
  return none.length < selectors.length ? unseen(id, says, cure) : bad(id, says, cure);
}
