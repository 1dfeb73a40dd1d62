import type {} from 'regulars/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

export const slot: SvelteHTMLElements['regulars-slot'] = { name: 'home-for-you', class: 'row' };
export const carousel: SvelteHTMLElements['regulars-carousel'] = {
  for: 'home-for-you',
  dwellMs: 1000,
  'onregulars-carousel-clicked': (event) => event.detail.productId.length,
};

// @ts-expect-error a name is text
export const wrongAttribute: SvelteHTMLElements['regulars-slot'] = { name: 42 };
// @ts-expect-error a time is a number
export const wrongProperty: SvelteHTMLElements['regulars-carousel'] = { dwellMs: 'soon' };
export const wrongEvent: SvelteHTMLElements['regulars-carousel'] = {
  // @ts-expect-error the event has no such detail
  'onregulars-carousel-clicked': (event) => event.detail.price,
};
// Svelte takes any tag as text: only what is known is typed.
export const known: keyof SvelteHTMLElements = 'regulars-wheel';
