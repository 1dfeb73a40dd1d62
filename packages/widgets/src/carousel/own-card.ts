import type { CarouselView, RankedCard } from '@regulars/core';
import { formatMoney } from '../lib/format-money.ts';
import { safeUrl } from '../lib/safe-url.ts';
import { ProductCardRefuseEvent, ProductCardSaveEvent } from '../product-card/card-more.events.ts';
import {
  ProductCardAddEvent,
  type ProductCardDetail,
  ProductCardSelectEvent,
} from '../product-card/product-card.events.ts';
import { atVariant, chosenVariant, productCardShow } from '../product-card/product-card.view.ts';
import { bindVariants } from './own-variants.ts';

/** What a clone of the shop's template shows; without a card it is a frame of what is on its way. */
export interface OwnCardInput {
  readonly view: CarouselView;
  readonly at: RankedCard | undefined;
  readonly position: number;
  /** The variant that the visitor chose. */
  readonly wanted?: string | undefined;
}

type Marked = 'field' | 'link' | 'image' | 'variants' | 'act';

const marked = <T extends HTMLElement>(root: Element, mark: Marked): T[] =>
  [root, ...root.querySelectorAll(`[data-${mark}]`)].filter(
    (one): one is T => one instanceof HTMLElement && mark in one.dataset,
  );

/** Texts of a card by the name of their field. */
function textsOf({ view: { lang }, at, wanted }: OwnCardInput): Readonly<Record<string, string | undefined>> {
  if (!at) return {};
  const { becauseTitle } = at;
  const product = atVariant(at.product, chosenVariant(at.product, wanted));
  const { title, reduced, percent } = productCardShow(product);
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  const percents = new Intl.NumberFormat(lang, { style: 'percent', signDisplay: 'always' });
  return {
    ...{ title, brand: product.brand, because: becauseTitle },
    price: product.price && formatMoney(product.price, lang),
    'old-price': reduced && product.oldPrice ? formatMoney(product.oldPrice, lang) : undefined,
    discount: percent ? percents.format(-percent / 100) : undefined,
    rating: product.rating?.count ? number.format(product.rating.value) : undefined,
    reviews: product.rating?.count ? number.format(product.rating.count) : undefined,
  };
}

/** Fills what the template marks. Text is text, and addresses are checked. */
export function bindOwnCard(root: HTMLElement, input: OwnCardInput): void {
  const { at, view, wanted } = input;
  const texts = textsOf(input);
  root.inert = !at;
  root.dataset.stock = at && isSoldOut(at) ? 'out' : 'in';
  const name = `${view.campaignId} ${at?.product.id}`;
  for (const one of marked(root, 'variants')) bindVariants(one, { product: at?.product, wanted, name });
  for (const one of marked(root, 'field')) {
    const text = texts[one.dataset.field ?? ''];
    // A frame keeps the lines that a card will fill.
    one.textContent = at ? (text ?? '') : '\u00a0';
    one.hidden = !!at && text === undefined;
  }
  for (const one of marked<HTMLImageElement>(root, 'image')) {
    const { src, width, height } = at?.product.image ?? {};
    const address = safeUrl(src);
    for (const [name, value] of Object.entries({ width, height }))
      if (value) one.setAttribute(name, String(value));
    if (address && one.getAttribute('src') !== address) one.src = address;
    else if (!address) one.removeAttribute('src');
  }
  for (const one of marked<HTMLAnchorElement>(root, 'link')) {
    const address = safeUrl(at?.product.url);
    if (address) one.href = address;
    else one.removeAttribute('href');
  }
  for (const one of marked<HTMLButtonElement>(root, 'act')) bindAct(one, input);
}

const isSoldOut = ({ product }: RankedCard): boolean => productCardShow(product).soldOut;

/** Shows a button where its act can be done, with the words for what became of it (`data-busy`, `data-done`, `data-failed`). */
function bindAct(button: HTMLButtonElement, { view, at }: OwnCardInput): void {
  const { act = '' } = button.dataset;
  const id = at?.product.id ?? '';
  const canAdd = view.addToCart && view.props.layout !== 'bundle' && !(at && isSoldOut(at));
  button.hidden = act === 'add-to-cart' ? !canAdd : act === 'save' ? !view.saved : !at;
  if (act === 'save') button.ariaPressed = String(view.saved?.includes(id) === true);
  if (act !== 'add-to-cart') return;
  const state = view.adding?.[id] ?? '';
  button.dataset.words ??= button.textContent ?? '';
  const words = button.dataset[state] ?? button.dataset.words;
  if (button.textContent !== words) button.textContent = words;
  button.dataset.state = state;
  button.ariaDisabled = String(state === 'busy');
}

/** What a press inside a card asks for; the row reports it as it does for its own cards. */
export function askOfOwnCard(
  root: HTMLElement,
  event: MouseEvent,
  { at, position, wanted }: OwnCardInput,
): void {
  const path = event.composedPath();
  const hit = (mark: Marked): HTMLElement | undefined => marked(root, mark).find((one) => path.includes(one));
  const detail: ProductCardDetail = { productId: at?.product.id ?? '', position };
  if (hit('link') && event.button !== 2) {
    if (!root.dispatchEvent(new ProductCardSelectEvent(detail))) event.preventDefault();
    return;
  }
  const button = hit('act');
  if (!button || event.type !== 'click' || button.ariaDisabled === 'true') return;
  const saved = button.ariaPressed !== 'true';
  const { act } = button.dataset;
  const variant = at && chosenVariant(at.product, wanted)?.id;
  if (act === 'add-to-cart')
    root.dispatchEvent(new ProductCardAddEvent({ ...detail, ...(variant && { variant }) }));
  if (act === 'not-interested') root.dispatchEvent(new ProductCardRefuseEvent(detail));
  if (act === 'save') root.dispatchEvent(new ProductCardSaveEvent({ ...detail, saved }));
}
