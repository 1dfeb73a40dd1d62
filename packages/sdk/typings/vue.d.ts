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
    'regulars-carousel': InVue<'regulars-carousel'>;
    'regulars-product-card': InVue<'regulars-product-card'>;
    'regulars-slot': InVue<'regulars-slot'>;
    'regulars-tour': InVue<'regulars-tour'>;
    'regulars-wallet': InVue<'regulars-wallet'>;
    'regulars-wheel': InVue<'regulars-wheel'>;
  }
}
