// Written by `npm run typings` from the custom-elements manifest: change the elements, not this file.
import type { Listeners, RegularsElements } from './elements.d.ts';

type Tag = keyof RegularsElements;
type Attributes<Name extends Tag> = RegularsElements[Name]['attributes'] & { class?: string | undefined };
type Properties<Name extends Tag> = RegularsElements[Name]['properties'];

// @ts-ignore: this project may not have it.
type ReactHtml<Element> = import('react').DetailedHTMLProps<import('react').HTMLAttributes<Element>, Element>;
// @ts-ignore: this project may not have it.
type ReactListens = 'use' extends keyof typeof import('react') ? true : false;
/** React 19 adds listeners and sets properties on custom elements; React 18 does neither: there a ref does. */
type ReactExtras<Name extends Tag> = ReactListens extends true
  ? Properties<Name> & Listeners<RegularsElements[Name]['events']>
  : { [Key in keyof Listeners<RegularsElements[Name]['events']>]?: never };
type InReact<Name extends Tag> = ReactExtras<Name> & Attributes<Name> & Omit<ReactHtml<RegularsElements[Name]['element']>, keyof Attributes<Name>>;

// @ts-ignore: this project may not have it.
type PreactHtml<Element extends HTMLElement> = import('preact').HTMLAttributes<Element>;
type InPreact<Name extends Tag> = Properties<Name> & Listeners<RegularsElements[Name]['events']> & Attributes<Name> & Omit<PreactHtml<RegularsElements[Name]['element']>, keyof Attributes<Name>>;

// @ts-ignore: this project may not have it.
type SolidHtml<Element> = import('solid-js').JSX.HTMLAttributes<Element>;
type SolidExtras<Name extends Tag> = {
  [Key in keyof Properties<Name> & string as `prop:${Key}`]?: Properties<Name>[Key];
} & {
  [Key in keyof RegularsElements[Name]['events'] & string as `on:${Key}`]?: (event: RegularsElements[Name]['events'][Key]) => void;
};
type InSolid<Name extends Tag> = SolidExtras<Name> & Attributes<Name> & Omit<SolidHtml<RegularsElements[Name]['element']>, keyof Attributes<Name>>;

// @ts-ignore: this project may not have it.
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'regulars-carousel': InReact<'regulars-carousel'>;
      'regulars-product-card': InReact<'regulars-product-card'>;
      'regulars-slot': InReact<'regulars-slot'>;
      'regulars-tour': InReact<'regulars-tour'>;
      'regulars-wallet': InReact<'regulars-wallet'>;
      'regulars-wheel': InReact<'regulars-wheel'>;
    }
  }
}

// @ts-ignore: this project may not have it.
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'regulars-carousel': InPreact<'regulars-carousel'>;
      'regulars-product-card': InPreact<'regulars-product-card'>;
      'regulars-slot': InPreact<'regulars-slot'>;
      'regulars-tour': InPreact<'regulars-tour'>;
      'regulars-wallet': InPreact<'regulars-wallet'>;
      'regulars-wheel': InPreact<'regulars-wheel'>;
    }
  }
}

// @ts-ignore: this project may not have it.
declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'regulars-carousel': InSolid<'regulars-carousel'>;
      'regulars-product-card': InSolid<'regulars-product-card'>;
      'regulars-slot': InSolid<'regulars-slot'>;
      'regulars-tour': InSolid<'regulars-tour'>;
      'regulars-wallet': InSolid<'regulars-wallet'>;
      'regulars-wheel': InSolid<'regulars-wheel'>;
    }
  }
}
