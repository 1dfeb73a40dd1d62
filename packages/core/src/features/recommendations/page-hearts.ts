import type { Product } from '@regulars/schema';
import { type Marked, productOf } from '../../collect/markup/read-markup.ts';

/** Buttons and counts of the shop's own pages. */
export interface PageHearts {
  /** Sets what is pressed and counted; `null`: nothing may be kept, so there are no hearts. */
  show(saved: readonly Product[] | null): void;
}

/** A heart of the page itself, or, without an id, a count. Those in shadow roots are slotted into them to be found. */
const mark = '[data-regulars-heart]';

/**
 * Follows `<button data-regulars-heart="id" hidden>` in the page, also those that come later: hidden where nothing may be
 * kept, `aria-pressed` by what is saved, a press saves or takes off. What the card of a list will need is read from
 * `data-regulars-product` around it, its first picture and link. `<span data-regulars-heart>` says how many are saved,
 * also by `data-regulars-hearts`.
 */
export function createPageHearts(
  set: (product: Product, on: boolean) => void,
  signal: AbortSignal,
): PageHearts {
  let ids: ReadonlySet<string> | null = null;
  const paint = (): void => {
    for (const place of document.querySelectorAll<Marked>(mark)) {
      if (!place.dataset.regularsHeart) count(place, ids?.size);
      else {
        place.toggleAttribute('hidden', ids === null);
        place.setAttribute('aria-pressed', String(isSaved(place)));
      }
    }
  };
  const isSaved = ({ dataset }: Marked): boolean => ids?.has(dataset.regularsHeart ?? '') === true;
  const press = (event: Event): void => {
    const heart = event.target instanceof Element ? event.target.closest<Marked>(mark) : null;
    if (!heart?.dataset.regularsHeart || ids === null) return;
    // It may stand in a link or a form.
    event.preventDefault();
    const product = readProduct(heart);
    if (product) set(product, !isSaved(heart));
  };
  document.addEventListener('click', press, { signal });
  const observer = new MutationObserver(paint);
  observer.observe(document.body, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return {
    show(saved) {
      ids = saved && new Set(saved.map(({ id }) => id));
      paint();
    },
  };
}

/** Says how many are saved; nothing where none are. */
function count(place: Marked, size: number | undefined): void {
  place.dataset.regularsHearts = String(size ?? '');
  const words = String(size || '');
  // Writing what stands there already would wake the observer for ever.
  if (place.textContent !== words) place.textContent = words;
}

/** What the page says of a heart's product; `null`: it has no id. */
function readProduct(heart: Marked): Product | null {
  const id = heart.dataset.regularsHeart;
  if (!id) return null;
  const said = productOf(heart);
  if (said?.id !== id) return { id };
  const place = heart.closest('[data-regulars-product]');
  const picture = place?.querySelector('img');
  const link = place?.closest('a[href]') ?? place?.querySelector('a[href]');
  const { width = 0, height = 0 } = picture ?? {};
  return {
    ...said,
    url: new URL(link?.getAttribute('href') ?? '', location.href).href,
    ...(picture && width > 0 && height > 0 && { image: { src: picture.currentSrc, width, height } }),
  };
}
