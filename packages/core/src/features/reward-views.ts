import type {
  BadgesWidget,
  BadgeView,
  BoxWidget,
  CountdownWidget,
  CouponWidget,
  LeaderboardView,
  LeaderboardWidget,
  Money,
  OfferView,
  Prize,
  PrizesWidget,
  ProgressWidget,
  PublicPool,
  QuestView,
  QuestWidget,
  QuizWidget,
  ReelsWidget,
  ReferralView,
  ReferralWidget,
  ScratchWidget,
  StreakView,
  StreakWidget,
  TierView,
  TierWidget,
  Wallet,
  WalletWidget,
  WheelWidget,
} from '@regulars/schema';
import type { ViewBase } from './view-base.ts';

/** A game of the one prize engine: the server draws, each element shows the same states in its own way. */
interface Game<T extends string, P> extends ViewBase {
  readonly type: T;
  readonly props: P;
  /** Labels, odds and rules; none: a quiz for the fun of it. */
  readonly pool?: PublicPool | undefined;
  /** Idle, drawing, drawn (show `prizeIndex`), claiming, claimed, refused with a reason, offline. */
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

export interface WheelView extends Game<'wheel', WheelWidget['props']> {}
export interface ScratchView extends Game<'scratch', ScratchWidget['props']> {}
export interface BoxView extends Game<'box', BoxWidget['props']> {}
export interface ReelsView extends Game<'reels', ReelsWidget['props']> {}
export interface QuizView extends Game<'quiz', QuizWidget['props']> {}
/** Any game. */
export type GameView = WheelView | ScratchView | BoxView | ReelsView | QuizView;

/** What the server says of the person, read anew when it may have changed. */
interface Reading<T extends string, P, K> extends ViewBase {
  readonly type: T;
  readonly props: P;
  readonly state: 'loading' | 'ready' | 'error' | 'offline' | 'anonymous';
  /** What was read last; it stays while the line is down and goes at once when the customer signs out. */
  readonly known?: K | undefined;
  /** How the visitor's last act on it went. */
  readonly answer?: RewardAnswer | undefined;
}

/** How an act went: asked (`busy`), `done`, or `refused` with a reason (a refusal, or the shop's own words). */
export interface RewardAnswer {
  readonly act: RewardAct;
  /** What it was about: play id, code, nickname … */
  readonly value: string;
  readonly state: 'busy' | 'done' | 'refused';
  readonly reason?: string | undefined;
}

/** What a visitor can ask of what they own. `apply` goes to the shop's bridge, the others to the server. */
export type RewardAct = 'claim' | 'send' | 'apply' | 'redeem' | 'nickname' | 'referrer';

export interface WalletView extends Reading<'wallet', WalletWidget['props'], Wallet> {
  /** What points buy; none: nothing, or it could not be read. */
  readonly offers?: readonly OfferView[] | undefined;
}
/** `canApply`: the shop's bridge takes codes. */
export interface PrizesView extends Reading<'prizes', PrizesWidget['props'], readonly Prize[]> {
  readonly canApply: boolean;
}
export interface CouponView extends Reading<'coupon', CouponWidget['props'], readonly Prize[]> {
  readonly canApply: boolean;
}
export interface LevelView extends Reading<'tier', TierWidget['props'], TierView> {}
export interface BadgesView extends Reading<'badges', BadgesWidget['props'], readonly BadgeView[]> {}
export interface StreaksView extends Reading<'streak', StreakWidget['props'], readonly StreakView[]> {}
export interface QuestsView extends Reading<'quest', QuestWidget['props'], readonly QuestView[]> {}
export interface BoardView extends Reading<'leaderboard', LeaderboardWidget['props'], LeaderboardView> {}
export interface FriendsView extends Reading<'referral', ReferralWidget['props'], ReferralView> {}
/** Any element that shows what the server says of the person. */
export type ReadingView =
  | WalletView
  | PrizesView
  | CouponView
  | LevelView
  | BadgesView
  | StreaksView
  | QuestsView
  | BoardView
  | FriendsView;

/** How far the cart is from what the shop promises for more. No thresholds: the shop does not say. */
export interface ProgressView extends ViewBase {
  readonly type: 'progress';
  readonly props: ProgressWidget['props'];
  /** In the order of their amounts. */
  readonly thresholds: readonly {
    readonly kind: 'free-shipping' | 'gift';
    readonly at: Money;
    /** What is missing; value 0: reached. */
    readonly missing: Money;
    /** 0 to 1. */
    readonly share: number;
  }[];
}

/** Time left until the campaign's end by the server's clock. */
export interface CountdownView extends ViewBase {
  readonly type: 'countdown';
  readonly props: CountdownWidget['props'];
  /** Epoch ms. */
  readonly endsAt: number;
  /** The end on the page's monotone clock (`performance.now()`), ms; none: the server's time is not known. */
  readonly endsIn?: number | undefined;
}

/** Any element of the rewards. */
export type RewardView = GameView | ReadingView | ProgressView | CountdownView;
