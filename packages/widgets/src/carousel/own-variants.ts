import type { Product } from '../lib/types.ts';
import { chosenVariant } from '../product-card/product-card.view.ts';

type Variant = NonNullable<Product['variants']>[number];

/** What a choice offers. */
export interface VariantsInput {
  readonly product: Product | undefined;
  /** The variant that the visitor chose. */
  readonly wanted: string | undefined;
  /** Of its radio buttons; no other card of the page has the same. */
  readonly name: string;
}

/**
 * Fills the shop's own choice of a variant, marked `data-variants`: its `<select>`, or radio buttons after the pattern of
 * its first `[data-variant]`. Without variants it is hidden, with its label.
 */
export function bindVariants(box: HTMLElement, { product, wanted, name }: VariantsInput): void {
  const { variants = [] } = product ?? {};
  box.hidden = !!product && variants.length === 0;
  const known = JSON.stringify(variants.map(({ id, label, inStock }) => [id, label, inStock]));
  // Only what changed: a list that is open, or a button that has the focus, stays.
  if (box.dataset.variants !== known) {
    box.dataset.variants = known;
    const select = box instanceof HTMLSelectElement ? box : box.querySelector('select');
    if (select) select.replaceChildren(...variants.map(optionOf));
    else fillRadios(box, variants, name);
  }
  const chosen = product && chosenVariant(product, wanted);
  for (const one of box.querySelectorAll<HTMLOptionElement | HTMLInputElement>('option, [type="radio"]')) {
    const isChosen = one.value === chosen?.id;
    if (one instanceof HTMLOptionElement) one.selected = isChosen;
    else one.checked = isChosen;
  }
}

/** The variant that a `change` inside a choice stands for. */
export function variantOf({ target }: Event): string | undefined {
  const isChoice = target instanceof HTMLSelectElement || target instanceof HTMLInputElement;
  return isChoice && target.closest('[data-variants]') ? target.value : undefined;
}

function optionOf({ id, label, inStock }: Variant): HTMLOptionElement {
  // Isolated: "30 × 20 cm" keeps its order in a line of the other direction.
  const option = new Option(`\u2068${label}\u2069`, id);
  option.disabled = inStock === false;
  return option;
}

function fillRadios(box: HTMLElement, variants: readonly Variant[], name: string): void {
  const [pattern, ...others] = box.querySelectorAll<HTMLElement>('[data-variant]');
  if (!pattern) return;
  for (const one of others) one.remove();
  const made = variants.map(({ id, label, inStock }) => {
    const copy = pattern.cloneNode(true) as HTMLElement;
    const input = copy.querySelector<HTMLInputElement>('[type="radio"]');
    if (input) Object.assign(input, { name, value: id, disabled: inStock === false });
    for (const words of copy.querySelectorAll('[data-label]')) words.textContent = label;
    return copy;
  });
  // Without variants the pattern stays for those that may come.
  if (made.length > 0) pattern.replaceWith(...made);
}
