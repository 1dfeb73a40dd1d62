import 'axe-core/axe.min.js';

interface AxeNode {
  readonly target: readonly (string | readonly string[])[];
}
interface AxeRow {
  readonly id: string;
  readonly nodes: readonly AxeNode[];
}
interface Axe {
  run(
    context: Element,
    options: object,
  ): Promise<{ readonly violations: readonly AxeRow[]; readonly passes: readonly AxeRow[] }>;
}

declare global {
  var axe: Axe;
}

/** What an audit found: broken rules by id, and how many nodes inside shadow roots were audited. */
export interface Audit {
  readonly violations: readonly string[];
  readonly insideCount: number;
}

/** Runs axe on an element; a node whose target has several parts lies in a shadow root. */
export async function audit(element: Element): Promise<Audit> {
  // Contrast and place count when the entrance is over; what breathes for ever is not waited for.
  const entrances = animationsIn(document).filter(
    ({ effect }) => effect?.getComputedTiming().endTime !== Infinity,
  );
  // One that is taken away before its end is over as well.
  await Promise.allSettled(entrances.map(({ finished }) => finished));
  const { violations, passes } = await globalThis.axe.run(element, { rules: { region: { enabled: false } } });
  const inside = passes.flatMap(({ nodes }) => nodes).filter(({ target }) => Array.isArray(target[0]));
  return {
    violations: violations.map(
      ({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map(({ target }) => target))}`,
    ),
    insideCount: inside.length,
  };
}

/** Animations of a tree and of the shadow trees in it: `getAnimations` stops at their borders. */
function animationsIn(root: Document | ShadowRoot): Animation[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? animationsIn(shadowRoot) : [],
  );
  return [...root.getAnimations(), ...inner];
}

const mounted: Element[] = [];

/** Puts an element into the page with its properties and waits for its first rendering. */
export async function mount<T extends HTMLElement & { readonly updateComplete: Promise<unknown> }>(
  tag: string,
  properties: Partial<T> = {},
  children = '',
): Promise<T> {
  const element = Object.assign(document.createElement(tag) as T, properties);
  if (children) element.append(document.createRange().createContextualFragment(children));
  add(element);
  await element.updateComplete;
  return element;
}

/** Puts any element into the page until `clearPage`. */
export function add<T extends Element>(element: T): T {
  document.body.append(element);
  mounted.push(element);
  return element;
}

/** Puts HTML into the page until `clearPage`; returns its first element. */
export function addHtml(html: string): HTMLElement {
  const box = add(document.createElement('div'));
  box.append(document.createRange().createContextualFragment(html));
  return box.firstElementChild as HTMLElement;
}

/** Takes away what was put into the page. */
export function clearPage(): void {
  for (const element of mounted.splice(0)) element.remove();
  scrollTo(0, 0);
}

/** The next event of a type. */
export function once<T extends Event>(target: EventTarget, type: string): Promise<T> {
  return new Promise((resolve) => {
    target.addEventListener(type, (event) => resolve(event as T), { once: true });
  });
}

/** The first element for a selector inside an element's shadow root. */
export function inside<T extends Element = HTMLElement>(element: Element, selector: string): T {
  const found = element.shadowRoot?.querySelector<T>(selector);
  if (!found) throw new Error(`nothing matches ${selector} in ${element.localName}`);
  return found;
}

/** All elements for a selector inside an element's shadow root. */
export function allInside<T extends Element = HTMLElement>(element: Element, selector: string): T[] {
  return [...(element.shadowRoot?.querySelectorAll<T>(selector) ?? [])];
}

/** Presses a key on an element as the visitor would; `true`: nobody prevented it. */
export function press(target: EventTarget, key: string): boolean {
  return target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );
}
