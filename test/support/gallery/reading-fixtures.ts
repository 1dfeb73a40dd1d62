import type {
  BadgesView,
  BoardView,
  CountdownView,
  CouponView,
  FriendsView,
  LevelView,
  PrizesView,
  ProgressView,
  QuestsView,
  ReadingView,
  StreaksView,
  WidgetView,
} from '@regulars/core';
import { walletView } from './fixtures.ts';
import { known } from './known-facts.ts';

const base = (lang: string) => ({
  lang,
  dir: lang === 'he' ? ('rtl' as const) : ('ltr' as const),
  texts: {},
  props: {},
});
type State = ReadingView['state'];

/** One reading element in a state; what is known only when it is ready. */
function reading<V extends ReadingView>(
  type: V['type'],
  facts: unknown,
  lang: string,
  state: State,
  more: object = {},
): V {
  const view = {
    ...base(lang),
    type,
    campaignId: `my-${type}`,
    state,
    known: state === 'ready' ? facts : undefined,
    ...more,
  };
  return view as unknown as V;
}

export const prizesView = (
  lang: string,
  state: State = 'ready',
  more: Partial<PrizesView> = {},
): PrizesView => reading('prizes', known.prizes, lang, state, { canApply: true, ...more });
export const couponView = (
  lang: string,
  state: State = 'ready',
  more: Partial<CouponView> = {},
): CouponView => reading('coupon', known.prizes, lang, state, { canApply: true, ...more });
export const tierView = (lang: string, state: State = 'ready', more: Partial<LevelView> = {}): LevelView =>
  reading('tier', known.tier, lang, state, more);
export const badgesView = (
  lang: string,
  state: State = 'ready',
  more: Partial<BadgesView> = {},
): BadgesView => reading('badges', known.badges, lang, state, more);
export const streakView = (
  lang: string,
  state: State = 'ready',
  more: Partial<StreaksView> = {},
): StreaksView => reading('streak', known.streak, lang, state, more);
export const questView = (lang: string, state: State = 'ready', more: Partial<QuestsView> = {}): QuestsView =>
  reading('quest', known.quest, lang, state, more);
export const boardView = (lang: string, state: State = 'ready', more: Partial<BoardView> = {}): BoardView =>
  reading('leaderboard', known.leaderboard, lang, state, more);
export const friendsView = (
  lang: string,
  state: State = 'ready',
  more: Partial<FriendsView> = {},
): FriendsView => reading('referral', known.referral, lang, state, more);

const eur = (value: number) => ({ value, currency: 'EUR' });

/** A cart that has reached one threshold and lacks something to the other. */
export function progressView(lang: string, more: Partial<ProgressView> = {}): ProgressView {
  return {
    ...base(lang),
    type: 'progress',
    campaignId: 'my-progress',
    thresholds: [
      { kind: 'free-shipping', at: eur(4900), missing: eur(0), share: 1 },
      { kind: 'gift', at: eur(8000), missing: eur(2450), share: 0.69 },
    ],
    ...more,
  };
}

/** A countdown with so much time left, ms. */
export function countdownView(
  lang: string,
  leftMs: number,
  more: Partial<CountdownView> = {},
): CountdownView {
  return {
    ...base(lang),
    type: 'countdown',
    campaignId: 'my-countdown',
    texts: { title: 'Autumn prices' },
    endsAt: Date.UTC(2026, 10, 25, 22),
    endsIn: performance.now() + leftMs,
    ...more,
  };
}

/** What a return leaves in the history. */
export const taken = [
  { id: '9', t: Date.UTC(2026, 10, 21), points: -102, kind: 'reversed', orderId: '10034' },
];

/** A wallet with everything that it can hold. */
export function richWallet(lang: string, more: object = {}): WidgetView {
  const view = walletView(lang);
  const at = Date.UTC(2026, 11, 31);
  const ways = [
    { id: 'order', label: '1 point for each euro' },
    { id: 'review', label: '20 points for a review' },
  ];
  const offers = [
    { id: 'five', label: '€5 off', points: 500, reward: 'coupon' },
    { id: 'pan', label: 'A copper pan', points: 9000, reward: 'coupon', refusal: 'not-enough-points' },
  ] as const;
  const known = view.known && {
    ...view.known,
    nextExpiry: { points: 120, at },
    credit: eur(450),
    ways,
  };
  return { ...view, known, offers, ...more };
}

/** One threshold, so far reached. */
export const thresholds = (share: number): Partial<ProgressView> => ({
  thresholds: [{ kind: 'free-shipping', at: eur(4900), missing: eur(4900 * (1 - share)), share }],
});
