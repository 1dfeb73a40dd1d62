import type { CarouselWidget, Product, TourStep, TourWidget } from '@regulars/schema';
import type { Source } from '../rules/ranked.ts';
import type { GuidanceView } from './guidance-view.ts';
import type { RewardView } from './reward-views.ts';
import type { ViewBase } from './view-base.ts';

/** A card: the product, why it is here, and where it came from. */
export interface RankedCard {
  readonly product: Product;
  readonly source: Source;
  /** Product that led to it, for "because you looked at …". */
  readonly because?: string | undefined;
  /** Title of that product, where it is known. */
  readonly becauseTitle?: string | undefined;
  /** Rule of the shop that moved it. */
  readonly rule?: 'pin' | 'boost' | 'bury' | undefined;
}

export interface TourView extends ViewBase {
  readonly type: 'tour';
  readonly props: TourWidget['props'];
  readonly step: TourStep;
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

export interface CarouselView extends ViewBase {
  readonly type: 'carousel';
  readonly props: CarouselWidget['props'];
  readonly state: 'loading' | 'ready' | 'empty' | 'error';
  readonly strategy: string;
  readonly indexVersion?: string | undefined;
  readonly cards: readonly RankedCard[];
  /** The shop's bridge can add to the cart: cards offer it (default `false`). */
  readonly addToCart?: boolean | undefined;
  /** Product ids on the visitor's own list; absent: cards have no heart. */
  readonly saved?: readonly string[] | undefined;
  /** What became of cards the visitor put into the cart, by product id. */
  readonly adding?: Readonly<Record<string, 'busy' | 'done' | 'failed'>> | undefined;
}

/** What a slot shows now, by `type`. */
export type WidgetView = GuidanceView | TourView | CarouselView | RewardView;
