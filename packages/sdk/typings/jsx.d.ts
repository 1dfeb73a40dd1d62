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
      'regulars-announcement': InReact<'regulars-announcement'>;
      'regulars-badges': InReact<'regulars-badges'>;
      'regulars-box': InReact<'regulars-box'>;
      'regulars-carousel': InReact<'regulars-carousel'>;
      'regulars-checklist': InReact<'regulars-checklist'>;
      'regulars-countdown': InReact<'regulars-countdown'>;
      'regulars-coupon': InReact<'regulars-coupon'>;
      'regulars-hint': InReact<'regulars-hint'>;
      'regulars-launcher': InReact<'regulars-launcher'>;
      'regulars-leaderboard': InReact<'regulars-leaderboard'>;
      'regulars-privacy': InReact<'regulars-privacy'>;
      'regulars-prizes': InReact<'regulars-prizes'>;
      'regulars-product-card': InReact<'regulars-product-card'>;
      'regulars-progress': InReact<'regulars-progress'>;
      'regulars-quest': InReact<'regulars-quest'>;
      'regulars-quiz': InReact<'regulars-quiz'>;
      'regulars-reels': InReact<'regulars-reels'>;
      'regulars-referral': InReact<'regulars-referral'>;
      'regulars-scratch': InReact<'regulars-scratch'>;
      'regulars-slot': InReact<'regulars-slot'>;
      'regulars-streak': InReact<'regulars-streak'>;
      'regulars-tier': InReact<'regulars-tier'>;
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
      'regulars-announcement': InPreact<'regulars-announcement'>;
      'regulars-badges': InPreact<'regulars-badges'>;
      'regulars-box': InPreact<'regulars-box'>;
      'regulars-carousel': InPreact<'regulars-carousel'>;
      'regulars-checklist': InPreact<'regulars-checklist'>;
      'regulars-countdown': InPreact<'regulars-countdown'>;
      'regulars-coupon': InPreact<'regulars-coupon'>;
      'regulars-hint': InPreact<'regulars-hint'>;
      'regulars-launcher': InPreact<'regulars-launcher'>;
      'regulars-leaderboard': InPreact<'regulars-leaderboard'>;
      'regulars-privacy': InPreact<'regulars-privacy'>;
      'regulars-prizes': InPreact<'regulars-prizes'>;
      'regulars-product-card': InPreact<'regulars-product-card'>;
      'regulars-progress': InPreact<'regulars-progress'>;
      'regulars-quest': InPreact<'regulars-quest'>;
      'regulars-quiz': InPreact<'regulars-quiz'>;
      'regulars-reels': InPreact<'regulars-reels'>;
      'regulars-referral': InPreact<'regulars-referral'>;
      'regulars-scratch': InPreact<'regulars-scratch'>;
      'regulars-slot': InPreact<'regulars-slot'>;
      'regulars-streak': InPreact<'regulars-streak'>;
      'regulars-tier': InPreact<'regulars-tier'>;
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
      'regulars-announcement': InSolid<'regulars-announcement'>;
      'regulars-badges': InSolid<'regulars-badges'>;
      'regulars-box': InSolid<'regulars-box'>;
      'regulars-carousel': InSolid<'regulars-carousel'>;
      'regulars-checklist': InSolid<'regulars-checklist'>;
      'regulars-countdown': InSolid<'regulars-countdown'>;
      'regulars-coupon': InSolid<'regulars-coupon'>;
      'regulars-hint': InSolid<'regulars-hint'>;
      'regulars-launcher': InSolid<'regulars-launcher'>;
      'regulars-leaderboard': InSolid<'regulars-leaderboard'>;
      'regulars-privacy': InSolid<'regulars-privacy'>;
      'regulars-prizes': InSolid<'regulars-prizes'>;
      'regulars-product-card': InSolid<'regulars-product-card'>;
      'regulars-progress': InSolid<'regulars-progress'>;
      'regulars-quest': InSolid<'regulars-quest'>;
      'regulars-quiz': InSolid<'regulars-quiz'>;
      'regulars-reels': InSolid<'regulars-reels'>;
      'regulars-referral': InSolid<'regulars-referral'>;
      'regulars-scratch': InSolid<'regulars-scratch'>;
      'regulars-slot': InSolid<'regulars-slot'>;
      'regulars-streak': InSolid<'regulars-streak'>;
      'regulars-tier': InSolid<'regulars-tier'>;
      'regulars-tour': InSolid<'regulars-tour'>;
      'regulars-wallet': InSolid<'regulars-wallet'>;
      'regulars-wheel': InSolid<'regulars-wheel'>;
    }
  }
}
