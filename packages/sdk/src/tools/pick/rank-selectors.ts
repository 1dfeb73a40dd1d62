import { isGenerated, isMeaningful } from './name-rule.ts';

/** Why a selector is likely to hold, or not. */
export type SelectorReason =
  | 'test-hook'
  | 'script-hook'
  | 'id'
  | 'field-name'
  | 'address'
  | 'class'
  | 'inside'
  | 'label'
  | 'position';

/** A way to find an element again. */
export interface SelectorCandidate {
  readonly selector: string;
  readonly reason: SelectorReason;
  /** 0 to 100; higher is likelier to find the same element after the next release. */
  readonly stability: number;
  /** How many visible elements match in the same root; the first one is meant. */
  readonly count: number;
}

interface Simple {
  readonly selector: string;
  readonly reason: SelectorReason;
  readonly stability: number;
}

const hooks = [
  'data-testid',
  'data-test-id',
  'data-test',
  'data-cy',
  'data-qa',
  'data-hook',
  'data-regulars',
];
const quote = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`;

/** Selectors that an element offers by itself, best first. */
function simpleOf(element: Element): readonly Simple[] {
  const tag = element.localName;
  const value = (name: string): string => element.getAttribute(name) ?? '';
  const found: Simple[] = [];
  const add = (selector: string, reason: SelectorReason, stability: number): void => {
    found.push({ selector, reason, stability });
  };
  for (const hook of hooks)
    if (value(hook)) add(`[${hook}=${quote(value(hook))}]`, 'test-hook', isGenerated(value(hook)) ? 40 : 95);
  const scripted = [...element.classList].filter((name) => /^js-/.test(name) && !isGenerated(name));
  for (const name of scripted) add(`.${CSS.escape(name)}`, 'script-hook', 90);
  if (element.id && !isGenerated(element.id)) add(`#${CSS.escape(element.id)}`, 'id', 85);
  if (value('name') && /^(input|select|textarea|button)$/.test(tag) && !isGenerated(value('name')))
    add(`${tag}[name=${quote(value('name'))}]`, 'field-name', 75);
  if (tag === 'a' && /^[/#.]/.test(value('href')) && !/\d{3,}|[?&]/.test(value('href')))
    add(`a[href=${quote(value('href'))}]`, 'address', 65);
  const named = [...element.classList]
    .filter((name) => !scripted.includes(name) && isMeaningful(name))
    .slice(0, 4);
  for (const name of named) add(`${tag}.${CSS.escape(name)}`, 'class', 60);
  if (named.length > 1)
    add(
      tag +
        named
          .slice(0, 3)
          .map((name) => `.${CSS.escape(name)}`)
          .join(''),
      'class',
      52,
    );
  if (value('aria-label')) add(`${tag}[aria-label=${quote(value('aria-label'))}]`, 'label', 35);
  return found;
}

type Root = Document | ShadowRoot;

/**
 * Keeps a selector when the element is the first visible one that it finds. A hidden copy, as for phones, does not count;
 * several visible ones make it less sure.
 */
function judge(
  root: Root,
  element: Element,
  simple: Simple,
  isVisible: (element: Element) => boolean,
): SelectorCandidate | null {
  const matches = [...root.querySelectorAll(simple.selector)].filter(isVisible);
  if (matches[0] !== element) return null;
  const count = matches.length;
  return { ...simple, stability: simple.stability - (count > 1 ? Math.min(25, 8 + 2 * count) : 0), count };
}

/** The nearest ancestor that can be named, before a selector of the element or its position in it. */
function insideOf(element: Element, root: Root): readonly Simple[] {
  const own = [
    ...simpleOf(element).filter(({ reason }) => reason !== 'label'),
    { selector: element.localName, reason: 'position', stability: 50 } as const,
  ];
  for (
    let around = element.parentElement;
    around && around !== root.firstElementChild;
    around = around.parentElement
  ) {
    const [best] = simpleOf(around).filter(
      ({ stability, selector }) => stability >= 60 && root.querySelectorAll(selector).length === 1,
    );
    if (!best) continue;
    return own.map(({ selector, stability }) => ({
      selector: `${best.selector} ${selector}`,
      reason: 'inside' as const,
      stability: Math.min(best.stability, stability) - 8,
    }));
  }
  return [];
}

/** Position from the nearest id or the root down: right today, wrong after the next change above it. */
function positionOf(element: Element): Simple {
  const steps: string[] = [];
  for (let node: Element | null = element; node; node = node.parentElement) {
    const { localName, parentElement, id } = node;
    if (id && !isGenerated(id)) {
      steps.unshift(`#${CSS.escape(id)}`);
      break;
    }
    const same = [...(parentElement?.children ?? [])].filter((one) => one.localName === localName);
    steps.unshift(same.length > 1 ? `${localName}:nth-of-type(${same.indexOf(node) + 1})` : localName);
  }
  return { selector: steps.join(' > '), reason: 'position', stability: 15 };
}

/**
 * Ways to find an element again in its own root, likeliest to last first, five at most. Every one finds it now: it is the
 * first visible match. The last resort is its position.
 */
export function rankSelectors(
  element: Element,
  isVisible: (element: Element) => boolean = () => true,
): readonly SelectorCandidate[] {
  const root = element.getRootNode() as Root;
  const all = [...simpleOf(element), ...insideOf(element, root), positionOf(element)];
  const judged = all.flatMap((one) => judge(root, element, one, isVisible) ?? []);
  // One that stands alone needs no surroundings.
  const alone = judged.some(
    ({ reason, count, stability }) => reason !== 'inside' && count === 1 && stability >= 60,
  );
  const unique = judged.filter(
    ({ selector, reason }, at) =>
      judged.findIndex((one) => one.selector === selector) === at && !(alone && reason === 'inside'),
  );
  return unique.sort((a, b) => b.stability - a.stability).slice(0, 5);
}
