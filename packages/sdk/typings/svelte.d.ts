// Written by `npm run typings` from the custom-elements manifest: change the elements, not this file.
import type { Listeners, RegularsElements } from './elements.d.ts';

type Tag = keyof RegularsElements;
// @ts-ignore: this project may not have it.
type SvelteHtml<Element extends EventTarget> = import('svelte/elements').HTMLAttributes<Element>;
type Own<Name extends Tag> = RegularsElements[Name]['attributes'] & RegularsElements[Name]['properties'] & Listeners<RegularsElements[Name]['events']>;
type InSvelte<Name extends Tag> = Own<Name> & Omit<SvelteHtml<RegularsElements[Name]['element']>, keyof Own<Name>>;

// @ts-ignore: this project may not have it.
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'regulars-carousel': InSvelte<'regulars-carousel'>;
    'regulars-product-card': InSvelte<'regulars-product-card'>;
    'regulars-slot': InSvelte<'regulars-slot'>;
    'regulars-tour': InSvelte<'regulars-tour'>;
    'regulars-wallet': InSvelte<'regulars-wallet'>;
    'regulars-wheel': InSvelte<'regulars-wheel'>;
  }
}
