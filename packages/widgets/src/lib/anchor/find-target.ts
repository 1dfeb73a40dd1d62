import { contentOf, parentOf } from './composed.ts';

/** Why no target was found. */
export type TargetProblem = 'selector-invalid' | 'not-found' | 'not-visible' | 'lost';

/** What to search. */
export interface TargetQuery {
  /** CSS selectors in order; `a >>> b` steps into the open shadow root or same-origin frame of `a`. */
  readonly selectors: readonly string[];
  /** Words that the element's own text must hold, whatever their case. */
  readonly text?: string | undefined;
}

/** The target, or the reason why there is none. */
export type TargetAnswer =
  | { readonly type: 'found'; readonly target: Element }
  | { readonly type: 'missing'; readonly reason: TargetProblem };

/**
 * Finds the first visible match: selectors in order, all matches of each, since shops keep a desktop and a phone copy.
 * Never throws; a selector that is not CSS is a reason.
 */
export function findTarget({ selectors, text }: TargetQuery, root: Document | ShadowRoot): TargetAnswer {
  let reason: TargetProblem = 'not-found';
  for (const selector of selectors) {
    let matches: readonly Element[];
    try {
      matches = matchesOf(selector, root).filter((one) => holdsText(one, text));
    } catch {
      if (reason === 'not-found') reason = 'selector-invalid';
      continue;
    }
    const target = matches.find(isVisible);
    if (target) return { type: 'found', target };
    if (matches.length > 0) reason = 'not-visible';
  }
  return { type: 'missing', reason };
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

function holdsText(element: Element, text: string | undefined): boolean {
  if (!text) return true;
  const own = `${element.textContent} ${element.getAttribute('aria-label') ?? ''} ${(element as Partial<HTMLInputElement>).value ?? ''}`;
  return plain(own).includes(plain(text));
}

/** Elements that a selector path leads to. Throws on what is not CSS. */
export function matchesOf(selector: string, root: Document | ShadowRoot): readonly Element[] {
  const [first = '', ...inner] = selector.split('>>>');
  let found = [...root.querySelectorAll(first)];
  for (const part of inner)
    found = found.flatMap((host) => [...(innerOf(host)?.querySelectorAll(part) ?? [])]);
  return found;
}

/** What an element holds behind its border: its open shadow root, or its document of the same origin. */
export function innerOf(host: Element): ShadowRoot | Document | null {
  return host.shadowRoot ?? contentOf(host);
}

/** Whether a visitor could see it after scrolling: rendered, not inert, not parked beside the page. */
export function isVisible(element: Element): boolean {
  const { width, height, right, left } = element.getBoundingClientRect();
  if (width < 1 || height < 1) return false;
  const shown = element.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) ?? true;
  if (!shown) return false;
  for (let node: Element | null = element; node; node = parentOf(node)) {
    if (node.hasAttribute('inert')) return false;
    if (node.ownerDocument !== element.ownerDocument && !isVisible(node)) return false;
    if (node.ownerDocument !== element.ownerDocument) break;
  }
  const { innerWidth: widthPx } = element.ownerDocument.defaultView ?? window;
  return (right > 0 && left < widthPx) || canScrollTo(element);
}

/** Beside the viewport: only what a sideways scroller holds can be brought back; a closed drawer cannot. */
function canScrollTo(element: Element): boolean {
  const { right, left } = element.getBoundingClientRect();
  const { scrollingElement } = element.ownerDocument;
  for (let node = element.parentElement; node; node = node.parentElement) {
    if (!/auto|scroll/.test(getComputedStyle(node).overflowX) && node !== scrollingElement) continue;
    const box = node.getBoundingClientRect();
    // Content before the start of a scroller cannot be reached: scroll offsets begin there.
    const rtl = getComputedStyle(node).direction === 'rtl';
    const [start, end] = [box.left - Math.abs(node.scrollLeft), box.left + node.scrollWidth];
    if (
      node.scrollWidth > node.clientWidth &&
      (rtl ? left < box.right : right > start) &&
      (rtl || left < end)
    )
      return true;
  }
  return false;
}
