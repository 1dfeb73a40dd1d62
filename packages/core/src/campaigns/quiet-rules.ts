import { matchesGlob } from '../rules/glob.ts';

/** Path segments of checkouts in WooCommerce, Shopify, PrestaShop and Magento, in en, bg, pl and ru. */
const checkoutSegments =
  ' checkout checkouts onepage order onestepcheckout order-pay kasa zamowienie zamówienie kassa zakaz oformlenie oformlenie-zakaza касса заказ оформление-заказа плащане поръчка kasa-bg plashtane poruchka ';

const fields =
  '[autocomplete*="cc-"],[autocomplete*="address-line"],[autocomplete*="street-address"],[data-regulars-quiet]';

function isCheckout(path: string): boolean {
  let plain = path;
  try {
    plain = decodeURI(path);
  } catch {
    // A malformed path is compared as it is.
  }
  return plain
    .toLowerCase()
    .split('/')
    .some((segment, at, all) => {
      // `/order/123` thanks for an order; `/order` asks for one.
      const asks = segment !== 'order' || at === all.length - 1;
      return segment !== '' && asks && checkoutSegments.includes(` ${segment.replace(/\.\w+$/, '')} `);
    });
}

const isVisible = (element: Element): boolean =>
  element.checkVisibility?.({ visibilityProperty: true }) ?? true;

function isTyping(): boolean {
  let active = document.activeElement as (Element & Partial<HTMLInputElement>) | null;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (!active) return false;
  const inert = /^(button|submit|checkbox|radio|reset|image|range)$/.test(active.type ?? '');
  return active.isContentEditable === true || (active.matches('input,textarea') && !inert && !!active.value);
}

/**
 * Why nothing may open by itself on the page as it is: `checkout`, `quiet-path`, `quiet-field`, `dialog` or `typing`;
 * `null`: it may.
 */
export function quietReason(options: {
  readonly quietPaths: readonly string[];
  /** A `begin_checkout` was seen on this page. */
  readonly checkoutStarted: boolean;
}): string | null {
  const { pathname } = location;
  if (options.checkoutStarted || isCheckout(pathname)) return 'checkout';
  if (options.quietPaths.some((pattern) => matchesGlob(pattern, pathname))) return 'quiet-path';
  if ([...document.querySelectorAll(fields)].some(isVisible)) return 'quiet-field';
  if ([...document.querySelectorAll('dialog[open],[aria-modal="true"]')].some(isVisible)) return 'dialog';
  return isTyping() ? 'typing' : null;
}
