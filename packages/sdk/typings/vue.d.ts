// Written by `npm run typings` from the custom-elements manifest: change the elements, not this file.
import type { RegularsElements } from './elements.d.ts';

type Tag = keyof RegularsElements;
type Camel<Text extends string> = Text extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Text;
type VueListeners<Events> = {
  [Name in keyof Events & string as `on${Capitalize<Camel<Name>>}`]?: (event: Events[Name]) => void;
};
// @ts-ignore: this project may not have it.
type VueHtml = import('vue').HTMLAttributes;
type Props<Name extends Tag> = RegularsElements[Name]['attributes'] & RegularsElements[Name]['properties'] & VueListeners<RegularsElements[Name]['events']>;
type InVue<Name extends Tag> = new () => { $props: Props<Name> & Omit<VueHtml, keyof Props<Name>>; $slots: { default?: () => unknown } };

// @ts-ignore: this project may not have it.
declare module 'vue' {
  interface GlobalComponents {
    'regulars-announcement': InVue<'regulars-announcement'>;
    'regulars-badges': InVue<'regulars-badges'>;
    'regulars-box': InVue<'regulars-box'>;
    'regulars-carousel': InVue<'regulars-carousel'>;
    'regulars-checklist': InVue<'regulars-checklist'>;
    'regulars-countdown': InVue<'regulars-countdown'>;
    'regulars-coupon': InVue<'regulars-coupon'>;
    'regulars-hint': InVue<'regulars-hint'>;
    'regulars-launcher': InVue<'regulars-launcher'>;
    'regulars-leaderboard': InVue<'regulars-leaderboard'>;
    'regulars-privacy': InVue<'regulars-privacy'>;
    'regulars-prizes': InVue<'regulars-prizes'>;
    'regulars-product-card': InVue<'regulars-product-card'>;
    'regulars-progress': InVue<'regulars-progress'>;
    'regulars-quest': InVue<'regulars-quest'>;
    'regulars-quiz': InVue<'regulars-quiz'>;
    'regulars-reels': InVue<'regulars-reels'>;
    'regulars-referral': InVue<'regulars-referral'>;
    'regulars-scratch': InVue<'regulars-scratch'>;
    'regulars-slot': InVue<'regulars-slot'>;
    'regulars-streak': InVue<'regulars-streak'>;
    'regulars-tier': InVue<'regulars-tier'>;
    'regulars-tour': InVue<'regulars-tour'>;
    'regulars-wallet': InVue<'regulars-wallet'>;
    'regulars-wheel': InVue<'regulars-wheel'>;
  }
}
