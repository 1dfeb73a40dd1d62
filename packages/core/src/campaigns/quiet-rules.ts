import { isCheckoutPath } from '../rules/checkout-rule.ts';
import { matchesGlob } from '../rules/glob.ts';

const fields =
  '[autocomplete*="cc-"],[autocomplete*="address-line"],[autocomplete*="street-address"],[data-regulars-quiet]';

const isVisible = (element: Element): boolean =>
  element.checkVisibility?.({ visibilityProperty: true }) ?? true;

/** What the visitor's focus is at: `typing`, or `dialog` at what is held of them, which a greeting would interrupt. */
function occupation(): string | null {
  let active = document.activeElement as (Element & Partial<HTMLInputElement>) | null;
  while (active?.shadowRoot?.activeElement) {
    if (active.localName === 'regulars-privacy') return 'dialog';
    active = active.shadowRoot.activeElement;
  }
  return active && isTyping(active) ? 'typing' : null;
}

function isTyping(active: Element & Partial<HTMLInputElement>): boolean {
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
  const { pathname, search } = location;
  if (options.checkoutStarted || isCheckoutPath(pathname, search)) return 'checkout';
  if (options.quietPaths.some((pattern) => matchesGlob(pattern, pathname))) return 'quiet-path';
  if ([...document.querySelectorAll(fields)].some(isVisible)) return 'quiet-field';
  if ([...document.querySelectorAll('dialog[open],[aria-modal="true"]')].some(isVisible)) return 'dialog';
  return occupation();
}
