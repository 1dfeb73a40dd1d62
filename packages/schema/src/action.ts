import * as z from 'zod/mini';
import type {
  BadgeView,
  EntitlementView,
  LeaderboardView,
  QuestView,
  ReferralView,
  StreakView,
} from './engagement-views.ts';
import type { Preview } from './preview.ts';
import type { PulledFacts } from './pulled-facts.ts';
import type { OfferView, Prize, TierView, Wallet } from './reward-views.ts';

const key = z.string().check(z.minLength(8), z.maxLength(64));
const campaignId = z.string().check(z.minLength(1), z.maxLength(64));

/** What an element may ask of the backend, by `type`. The browser never sends an amount or a prize. */
export const action = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('draw'),
    campaignId,
    playKey: key,
    /** The visitor says to be old enough, where the pool asks. */
    ageConfirmed: z.optional(z.literal(true)),
    /** Chosen answers of a quiz by question; the server has the key. */
    answers: z.optional(z.array(z.int().check(z.gte(-1), z.lte(100))).check(z.maxLength(50))),
  }),
  z.object({ type: z.literal('claim'), claimToken: z.string().check(z.maxLength(4000)) }),
  z.object({
    type: z.literal('read'),
    what: z.enum([
      'wallet',
      'prizes',
      'tier',
      'offers',
      'badges',
      'streaks',
      'quests',
      'leaderboard',
      'referral',
      'entitlements',
    ]),
    /** Which one; all of them, or the first leaderboard, when left out. */
    id: z.optional(z.string().check(z.maxLength(64))),
  }),
  z.object({
    type: z.literal('save'),
    what: z.enum(['nickname', 'birthday', 'referrer', 'zone', 'send-to-me']),
    /** The nickname, `MM-DD`, a referral code, an IANA zone, a prize's play id; empty: forget it. */
    value: z.string().check(z.maxLength(64)),
  }),
  /** Buys an offer with points; `redeemKey` is made once for each wish, so that a repeat buys nothing more. */
  z.object({ type: z.literal('redeem'), offerId: campaignId, redeemKey: key }),
  z.object({ type: z.literal('visitor-ref') }),
  /** Attributes of the visitor that the published campaigns ask for, and what other devices saw of them. */
  z.object({ type: z.literal('facts') }),
  z.object({ type: z.literal('tool'), token: z.string().check(z.maxLength(4000)) }),
  z.object({ type: z.literal('forget') }),
]);

/** Body of `POST /v1/actions`. */
export const actionRequest = z.object({
  v: z.literal(1),
  key: z.string().check(z.minLength(1), z.maxLength(100)),
  anonymousId: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Signed by our server on first contact; proves only "the same browser as before". */
  visitorToken: z.optional(z.string().check(z.maxLength(4000))),
  customerToken: z.optional(z.string().check(z.maxLength(4000))),
  locale: z.optional(z.string().check(z.maxLength(35))),
  action,
});

export type Action = z.output<typeof action>;
export type ActionRequest = z.output<typeof actionRequest>;

/** Why the backend said no; the same words in every layer. */
export const refusalReasons = [
  'not-eligible',
  'already-played',
  'campaign-not-live',
  'out-of-stock',
  'token-invalid',
  'token-expired',
  'claimed-by-another',
  'rate-limited',
  'key-unknown',
  'origin-not-allowed',
  'bad-request',
  'not-found',
  'unavailable',
  'offline',
  'token-unsigned',
  'token-key-unknown',
  'token-wrong-campaign',
  'token-other-visitor',
  'not-enough-points',
  'limit-reached',
  'region-not-allowed',
  'age-not-confirmed',
  'quiz-failed',
  'nickname-refused',
  'referral-refused',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** What each action answers, by `type`. */
export interface ActionResults {
  readonly draw: {
    readonly playId: string;
    readonly prizeIndex: number;
    readonly label: string;
    readonly win: boolean;
    readonly claimToken?: string | undefined;
  };
  readonly claim: {
    readonly playId: string;
    readonly kind: 'coupon' | 'points';
    readonly code?: string | undefined;
    readonly points?: number | undefined;
    readonly endsAt?: number | undefined;
  };
  readonly read: {
    readonly wallet?: Wallet | undefined;
    readonly prizes?: readonly Prize[] | undefined;
    readonly tier?: TierView | undefined;
    readonly offers?: readonly OfferView[] | undefined;
    readonly badges?: readonly BadgeView[] | undefined;
    readonly streaks?: readonly StreakView[] | undefined;
    readonly quests?: readonly QuestView[] | undefined;
    readonly leaderboard?: LeaderboardView | undefined;
    readonly referral?: ReferralView | undefined;
    readonly entitlements?: readonly EntitlementView[] | undefined;
  };
  readonly redeem: {
    readonly playId: string;
    readonly label: string;
    /** Points left. */
    readonly points: number;
    /** None: what was bought is booked already. */
    readonly claimToken?: string | undefined;
  };
  readonly save: { readonly saved: true };
  readonly 'visitor-ref': { readonly visitorRef: string };
  readonly tool: {
    readonly tools: readonly ('debug' | 'preview' | 'pick')[];
    readonly expiresAt: number;
    /** For the token of a preview link. */
    readonly preview?: Preview | undefined;
  };
  readonly facts: PulledFacts;
  readonly forget: { readonly erased: true };
}

/** Answer of `POST /v1/actions`. */
export type ActionOutcome<T extends Action['type'] = Action['type']> =
  | {
      readonly ok: true;
      readonly result: ActionResults[T];
      /** Sent on first contact; kept only with consent or after a visitor's own act. */
      readonly visitorToken?: string | undefined;
      /** Server time, epoch ms. */
      readonly now: number;
    }
  | {
      readonly ok: false;
      readonly reason: RefusalReason;
      readonly retryAfterMs?: number | undefined;
      readonly now?: number | undefined;
    };
