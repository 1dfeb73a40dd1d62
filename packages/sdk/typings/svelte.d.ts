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
    'regulars-announcement': InSvelte<'regulars-announcement'>;
    'regulars-badges': InSvelte<'regulars-badges'>;
    'regulars-box': InSvelte<'regulars-box'>;
    'regulars-carousel': InSvelte<'regulars-carousel'>;
    'regulars-checklist': InSvelte<'regulars-checklist'>;
    'regulars-countdown': InSvelte<'regulars-countdown'>;
    'regulars-coupon': InSvelte<'regulars-coupon'>;
    'regulars-hint': InSvelte<'regulars-hint'>;
    'regulars-launcher': InSvelte<'regulars-launcher'>;
    'regulars-leaderboard': InSvelte<'regulars-leaderboard'>;
    'regulars-privacy': InSvelte<'regulars-privacy'>;
    'regulars-prizes': InSvelte<'regulars-prizes'>;
    'regulars-product-card': InSvelte<'regulars-product-card'>;
    'regulars-progress': InSvelte<'regulars-progress'>;
    'regulars-quest': InSvelte<'regulars-quest'>;
    'regulars-quiz': InSvelte<'regulars-quiz'>;
    'regulars-reels': InSvelte<'regulars-reels'>;
    'regulars-referral': InSvelte<'regulars-referral'>;
    'regulars-scratch': InSvelte<'regulars-scratch'>;
    'regulars-slot': InSvelte<'regulars-slot'>;
    'regulars-streak': InSvelte<'regulars-streak'>;
    'regulars-tier': InSvelte<'regulars-tier'>;
    'regulars-tour': InSvelte<'regulars-tour'>;
    'regulars-wallet': InSvelte<'regulars-wallet'>;
    'regulars-wheel': InSvelte<'regulars-wheel'>;
  }
}
