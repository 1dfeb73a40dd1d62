import { rankSelectors, type SelectorCandidate } from './rank-selectors.ts';

/** The element that holds a root: the host of a shadow root, or the frame of a document of the same origin. */
function holderOf(element: Element): Element | null {
  const root = element.getRootNode();
  if (root instanceof ShadowRoot) return root.host;
  try {
    return element.ownerDocument === document
      ? null
      : (element.ownerDocument.defaultView?.frameElement ?? null);
  } catch {
    // Another origin does not tell.
    return null;
  }
}

/**
 * Ways to an element, also through shadow roots and frames: `host >>> inner`. Sorted by stability; a path is as stable
 * as its weakest part.
 */
export function pathsTo(
  element: Element,
  isVisible: (element: Element) => boolean,
): readonly SelectorCandidate[] {
  const own = rankSelectors(element, isVisible);
  const holder = holderOf(element);
  if (!holder) return own;
  const [outer] = pathsTo(holder, isVisible);
  if (!outer) return [];
  return own.map((one) => ({
    ...one,
    selector: `${outer.selector} >>> ${one.selector}`,
    stability: Math.min(one.stability, outer.stability),
  }));
}
