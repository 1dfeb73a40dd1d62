import type {
  CarouselWidget,
  Product,
  PublicPool,
  TourStep,
  TourWidget,
  Wallet,
  WalletWidget,
  WheelWidget,
} from '@regulars/schema';
import type { ViewBase } from './view-base.ts';

/** A card: the product, why it is here, and where it came from. */
export interface RankedCard {
  readonly product: Product;
  readonly source: 'index' | 'category' | 'popular' | 'shop' | 'recent';
  /** Product that led to it, for "because you looked at …". */
  readonly because?: string | undefined;
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
}

export interface WalletView extends ViewBase {
  readonly type: 'wallet';
  readonly props: WalletWidget['props'];
  readonly state: 'loading' | 'ready' | 'error' | 'offline' | 'anonymous';
  readonly wallet?: Wallet | undefined;
}

export interface WheelView extends ViewBase {
  readonly type: 'wheel';
  readonly props: WheelWidget['props'];
  readonly pool: PublicPool;
  /** Idle, drawing, drawn (animate to `prizeIndex`), claiming, claimed, refused with a reason. */
  readonly state: 'idle' | 'drawing' | 'drawn' | 'claiming' | 'claimed' | 'refused' | 'offline';
  readonly prizeIndex?: number | undefined;
  readonly label?: string | undefined;
  readonly win?: boolean | undefined;
  readonly code?: string | undefined;
  readonly points?: number | undefined;
  /** Epoch ms. */
  readonly endsAt?: number | undefined;
  readonly reason?: string | undefined;
}

/** What a slot shows now, by `type`. */
export type WidgetView = TourView | CarouselView | WalletView | WheelView;
