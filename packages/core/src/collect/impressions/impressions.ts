import type { Collector } from '../collector.ts';
import { type Marked, productOf, promotionOf } from '../markup/read-markup.ts';

/** Half of it, for a second. Source: MRC, "Viewable Ad Impression Measurement Guidelines". */
const SHARE = 0.5;
const MIN_MS = 1000;

const marked = '[data-regulars-product], [data-regulars-promotion]';

/**
 * Records `product_seen` and `promotion_viewed` of what the page marks with `data-regulars-product` or
 * `data-regulars-promotion`: half of it in view for a second, once a page view.
 */
export function impressions(): Collector {
  return ({ record, onPage }) => {
    const timers = new Map<Element, ReturnType<typeof setTimeout>>();
    let seen = new WeakSet<Element>();
    const tell = (element: Element): void => {
      seen.add(element);
      viewer.unobserve(element);
      const { regularsList: listId } =
        (element.closest('[data-regulars-list]') as Marked | null)?.dataset ?? {};
      const product = productOf(element);
      const promotion = promotionOf(element);
      if (product) record('markup', 'product_seen', { product, ...(listId && { listId }) });
      else if (promotion) record('markup', 'promotion_viewed', promotion);
    };
    const viewer = new IntersectionObserver(
      (entries) => {
        for (const { target, intersectionRatio, isIntersecting } of entries) {
          clearTimeout(timers.get(target));
          timers.delete(target);
          // Of what is larger than the window never half is in view: filling it counts.
          if (!isIntersecting || (intersectionRatio < SHARE && !fills(target))) continue;
          timers.set(
            target,
            setTimeout(() => document.visibilityState === 'visible' && tell(target), MIN_MS),
          );
        }
      },
      { threshold: [0, 0.25, SHARE, 0.75, 1] },
    );
    const look = (): void => {
      for (const element of document.querySelectorAll(marked))
        if (!seen.has(element)) viewer.observe(element);
    };
    const stopLooking = onMutation(look);
    const stopPages = onPage(() => {
      seen = new WeakSet();
      look();
    });
    look();
    return () => {
      stopPages();
      stopLooking();
      viewer.disconnect();
      for (const timer of timers.values()) clearTimeout(timer);
    };
  };
}

const fills = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return Math.min(bottom, innerHeight) - Math.max(top, 0) >= innerHeight * SHARE;
};

/** Runs when the page grows or shrinks; returns its stop. */
function onMutation(run: () => void): () => void {
  const changes = new MutationObserver(run);
  changes.observe(document.documentElement, { childList: true, subtree: true });
  return () => changes.disconnect();
}
