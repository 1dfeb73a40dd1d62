import type { ImportedStep, ImportedTour } from './imported-tour.ts';

/** A name for a step that nobody named: from its title, else its place. */
function idsOf(steps: readonly ImportedStep[]): readonly string[] {
  const seen = new Set<string>();
  return steps.map(({ id, title }, at) => {
    const name = (id ?? title ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60);
    const unique = name && !seen.has(name) ? name : `step-${at + 1}`;
    seen.add(unique);
    return unique;
  });
}

function stepOf(step: ImportedStep, id: string, last: boolean): object {
  const { target, title, placement, scroll, clicks, buttons } = step;
  const actionOf = (action: string): string => (action === 'next' && last ? 'complete' : action);
  return {
    id,
    ...(target ? { target } : {}),
    ...(title ? { title: `${id}.title` } : {}),
    body: `${id}.body`,
    ...(placement ? { placement } : {}),
    ...(buttons
      ? {
          buttons: buttons.map(({ action }, at) => ({
            label: `${id}.button${at + 1}`,
            action: { type: actionOf(action) },
          })),
        }
      : {}),
    ...(clicks ? { advanceOn: { clicks } } : {}),
    ...(scroll === false ? { scroll } : {}),
  };
}

/** The campaign of an imported tour: a draft, its words in one language. */
export function makeCampaign(
  { steps, modal }: ImportedTour,
  { id, name, locale }: { readonly id: string; readonly name: string; readonly locale: string },
): object {
  const ids = idsOf(steps);
  const texts = steps.flatMap(({ title, body, buttons = [] }, at) => [
    ...(title ? [[`${ids[at]}.title`, title]] : []),
    [`${ids[at]}.body`, body],
    ...buttons.map(({ label }, place) => [`${ids[at]}.button${place + 1}`, label]),
  ]);
  return {
    id,
    name,
    status: 'draft',
    purpose: 'functional',
    trigger: { on: 'page' },
    frequency: { stopOn: ['completed', 'dismissed'], scope: 'device' },
    placement: { overlay: 'tour' },
    widget: {
      type: 'tour',
      props: {
        version: 1,
        ...(modal ? { modal } : {}),
        steps: steps.map((step, at) => stepOf(step, ids[at] ?? '', at === steps.length - 1)),
      },
    },
    content: { [locale]: { title: name, ...Object.fromEntries(texts) } },
  };
}
