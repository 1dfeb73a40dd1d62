/** A step as a person makes it in the picker. */
export interface PickedStep {
  /** Ways to its target, best first. */
  readonly selectors: readonly string[];
  /** Path pattern; empty: any page. */
  readonly page: string;
  readonly title: string;
  readonly body: string;
  readonly placement: 'auto' | 'top' | 'bottom' | 'start' | 'end';
}

/** `Your cart lives here` → `your-cart-lives-here`; letters of any script stay, 40 at most. Empty: `step`. */
function slug(words: string): string {
  const plain = words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return plain.slice(0, 40).replace(/^-+|-+$/g, '') || 'step';
}

/** Names of steps by their title, a number where two are alike. */
export function stepIds(steps: readonly PickedStep[]): readonly string[] {
  const seen = new Map<string, number>();
  return steps.map(({ title, body }) => {
    const name = slug(title || body);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}-${times}`;
  });
}

/** A step as the campaign document has it; its words stand in the content under `<id>.title` and `<id>.body`. */
export function stepJson({ selectors, page, placement, title }: PickedStep, id: string): object {
  return {
    id,
    target: selectors.length === 1 ? selectors[0] : selectors,
    ...(page ? { page } : {}),
    ...(title ? { title: `${id}.title` } : {}),
    body: `${id}.body`,
    ...(placement === 'auto' ? {} : { placement }),
  };
}

/** Words of the steps by key. */
export function stepTexts(steps: readonly PickedStep[]): Readonly<Record<string, string>> {
  const ids = stepIds(steps);
  return Object.fromEntries(
    steps.flatMap(({ title, body }, at) => [
      ...(title ? [[`${ids[at]}.title`, title]] : []),
      [`${ids[at]}.body`, body],
    ]),
  );
}

/**
 * A whole campaign of picked steps, ready for `campaigns` of the document: a draft, so that nobody sees it before somebody
 * decides so.
 */
export function campaignJson(steps: readonly PickedStep[], locale: string, name: string): object {
  const ids = stepIds(steps);
  return {
    id: `tour-${/^[a-z0-9-]+$/.test(slug(name)) ? slug(name) : 'new'}`.slice(0, 64),
    name,
    status: 'draft',
    priority: 10,
    purpose: 'functional',
    trigger: { on: 'page', ...(steps[0]?.page ? { path: steps[0].page } : {}) },
    frequency: { stopOn: ['completed', 'dismissed'], scope: 'device' },
    placement: { overlay: 'tour' },
    widget: {
      type: 'tour',
      props: { version: 1, steps: steps.map((step, at) => stepJson(step, ids[at] ?? `step-${at}`)) },
    },
    content: { [locale]: { title: name, ...stepTexts(steps) } },
  };
}
