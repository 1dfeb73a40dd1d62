// Written by `npm run typings` from the custom-elements manifest: change the elements, not this file.
import type {} from '@regulars/widgets';
import type { RegularsCarousel } from '@regulars/widgets/carousel';
import type { RegularsProductCard } from '@regulars/widgets/product-card';
import type { RegularsSlot } from '@regulars/widgets/slot';
import type { RegularsTour } from '@regulars/widgets/tour';
import type { RegularsWallet } from '@regulars/widgets/wallet';
import type { RegularsWheel } from '@regulars/widgets/wheel';

/** A row of products that scrolls and snaps, after the W3C carousel pattern: a named region, slides as named groups, real buttons. Ranked cards render in the shadow root; children of the server's page stay in the light DOM and are the slides while nothing is decided. */
export interface RegularsCarouselAttributes {
  /** Name of the region when the campaign has no title. */
  'label'?: string | undefined;
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-carousel>` that have no attribute. */
export type RegularsCarouselProperties = Partial<Pick<RegularsCarousel, 'dwellMs' | 'host' | 'view'>>;

/** Events of `<regulars-carousel>` by name. */
export interface RegularsCarouselEvents {
  /** A card was half visible for a second; once per page view. */
  'regulars-carousel-viewed': HTMLElementEventMap['regulars-carousel-viewed'];
  /** The visitor followed a card. */
  'regulars-carousel-clicked': HTMLElementEventMap['regulars-carousel-clicked'];
}

/** One product: picture in a reserved box, brand, title, price, what was the price before, sold out. The title is the link and its area the whole card. */
export interface RegularsProductCardAttributes {
  /** Place in its list, from 0. */
  'position'?: number | string | undefined;
  /** Locale of prices (BCP 47); default: the page's. */
  'locale'?: string | undefined;
  /** Offer "add to cart" (default `false`). */
  'addable'?: boolean | undefined;
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-product-card>` that have no attribute. */
export type RegularsProductCardProperties = Partial<Pick<RegularsProductCard, 'product' | 'host' | 'view'>>;

/** Events of `<regulars-product-card>` by name. */
export interface RegularsProductCardEvents {
  /** Request, before the link is followed; cancelable. */
  'regulars-product-card-select': HTMLElementEventMap['regulars-product-card-select'];
  /** Request to put the product into the cart; cancelable. */
  'regulars-product-card-add': HTMLElementEventMap['regulars-product-card-add'];
}

/** A place in the shop's page that a campaign may fill. Its children are the fallback: they stay in the light DOM and are shown while nothing is decided, while the element loads, when it fails, and without JavaScript. */
export interface RegularsSlotAttributes {
  /** Name by which campaigns place into it (`{ "slot": "home-for-you" }`). */
  'name'?: string | undefined;
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-slot>` that have no attribute. */
export type RegularsSlotProperties = Partial<Pick<RegularsSlot, 'loaders' | 'dwellMs' | 'host' | 'view'>>;

/** Events of `<regulars-slot>` by name. */
export interface RegularsSlotEvents {
  /** The slot shows a campaign's element. */
  'regulars-slot-shown': HTMLElementEventMap['regulars-slot-shown'];
  /** An element could not be loaded or rendered; the fallback is shown. */
  'regulars-widget-failed': HTMLElementEventMap['regulars-widget-failed'];
}

/** One step of a guided tour: a tooltip with an arrow on wide screens, a bottom sheet below 640 px, a card in the middle when a step has no target. The page stays usable; focus is moved to it once and given back at the end. Escape leaves, the arrow keys move (mirrored in right-to-left), the step is announced politely. */
export interface RegularsTourAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-tour>` that have no attribute. */
export type RegularsTourProperties = Partial<Pick<RegularsTour, 'waitMs' | 'host' | 'view'>>;

/** Events of `<regulars-tour>` by name. */
export interface RegularsTourEvents {
  /** Request, before the tour moves or ends; cancelable. */
  'regulars-tour-advance': HTMLElementEventMap['regulars-tour-advance'];
  /** The visitor moved or ended the tour. */
  'regulars-tour-advanced': HTMLElementEventMap['regulars-tour-advanced'];
}

/** The visitor's points: balance, what is on its way, the last movements; loading, offline and error in words. */
export interface RegularsWalletAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-wallet>` that have no attribute. */
export type RegularsWalletProperties = Partial<Pick<RegularsWallet, 'host' | 'view'>>;

/** Events of `<regulars-wallet>` by name. */
export interface RegularsWalletEvents {
  /** Request to read the points anew; cancelable. */
  'regulars-wallet-refresh': HTMLElementEventMap['regulars-wallet-refresh'];
}

/** A prize wheel. The server draws; the wheel turns to the prize that it is told and says it in words, at once when the visitor prefers less motion. Sectors are as wide as the odds, or the page says that they are not; the odds are a table, the rules a link. */
export interface RegularsWheelAttributes {
  /** Name of the host's slot to read. */
  'for'?: string | undefined;
}

/** Properties of `<regulars-wheel>` that have no attribute. */
export type RegularsWheelProperties = Partial<Pick<RegularsWheel, 'spinMs' | 'host' | 'view'>>;

/** Events of `<regulars-wheel>` by name. */
export interface RegularsWheelEvents {
  /** Request, before the draw; cancelable. */
  'regulars-wheel-draw': HTMLElementEventMap['regulars-wheel-draw'];
  /** The wheel stands still and the result is in words. */
  'regulars-wheel-settled': HTMLElementEventMap['regulars-wheel-settled'];
  /** Request, before the prize is claimed; cancelable. */
  'regulars-wheel-claim': HTMLElementEventMap['regulars-wheel-claim'];
}

/** Map from a tag to its element, attributes and events. */
export interface RegularsElements {
  'regulars-carousel': { element: RegularsCarousel; attributes: RegularsCarouselAttributes; properties: RegularsCarouselProperties; events: RegularsCarouselEvents };
  'regulars-product-card': { element: RegularsProductCard; attributes: RegularsProductCardAttributes; properties: RegularsProductCardProperties; events: RegularsProductCardEvents };
  'regulars-slot': { element: RegularsSlot; attributes: RegularsSlotAttributes; properties: RegularsSlotProperties; events: RegularsSlotEvents };
  'regulars-tour': { element: RegularsTour; attributes: RegularsTourAttributes; properties: RegularsTourProperties; events: RegularsTourEvents };
  'regulars-wallet': { element: RegularsWallet; attributes: RegularsWalletAttributes; properties: RegularsWalletProperties; events: RegularsWalletEvents };
  'regulars-wheel': { element: RegularsWheel; attributes: RegularsWheelAttributes; properties: RegularsWheelProperties; events: RegularsWheelEvents };
}

/** Listeners as properties, `on` before the event's name. */
export type Listeners<Events> = { [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined };
