import type { Referral } from '@regulars/schema';

const DAY_MS = 86_400_000;
const WITHIN_DAYS = 60;
const VELOCITY = { max: 10, days: 30 };

/** What is known when a recommended friend's order is looked at. */
export interface ReferralCase {
  /** Friend and referrer are one person. */
  readonly samePerson: boolean;
  /** A browser was both of them. */
  readonly sharedDevice: boolean;
  /** The same card or account paid, as far as the shop told; `null`: not told. */
  readonly samePayment: boolean | null;
  /** Sent to the same address, as far as the shop told; `null`: not told. */
  readonly sameAddress: boolean | null;
  /** Paid orders of the friend before the recommendation. */
  readonly ordersBefore: number;
  /** When the friend named the code, epoch ms. */
  readonly referredAt: number;
  readonly order: { readonly paidAt: number; readonly total: number; readonly stands: boolean } | null;
  /** Rewarded friends of the referrer within the velocity window. */
  readonly recentlyRewarded: number;
}

/** Why a recommendation is not paid, or not yet. */
export type ReferralReason =
  | 'self'
  | 'same-device'
  | 'same-payment'
  | 'same-address'
  | 'not-new'
  | 'too-late'
  | 'below-minimum'
  | 'order-returned'
  | 'too-fast'
  | 'no-order-yet'
  | 'on-hold';

/** Pay, wait for more, have a colleague look, or refuse; with every reason that speaks against paying. */
export interface ReferralVerdict {
  readonly verdict: 'pay' | 'wait' | 'review' | 'refuse';
  readonly reasons: readonly ReferralReason[];
}

/** Days within which rewarded friends are counted. */
export function velocityDays(rule: Referral): number {
  return (rule.velocity ?? VELOCITY).days;
}

/**
 * Judges a recommendation. Certain fraud is refused; a shared address or too many friends at once may be a family or a
 * popular person, so a colleague looks. Pure.
 */
export function judgeReferral(one: ReferralCase, rule: Referral, now: number): ReferralVerdict {
  const { order } = one;
  const refused: ReferralReason[] = [];
  if (one.samePerson) refused.push('self');
  if (one.sharedDevice) refused.push('same-device');
  if (one.samePayment === true) refused.push('same-payment');
  if (one.ordersBefore > 0) refused.push('not-new');
  const end = one.referredAt + (rule.withinDays ?? WITHIN_DAYS) * DAY_MS;
  if ((order?.paidAt ?? now) > end) refused.push('too-late');
  if (order && order.total < (rule.minTotal ?? 0)) refused.push('below-minimum');
  if (order && !order.stands) refused.push('order-returned');
  if (refused.length > 0) return { verdict: 'refuse', reasons: refused };
  if (!order) return { verdict: 'wait', reasons: ['no-order-yet'] };
  const doubtful: ReferralReason[] = [];
  if (one.sameAddress === true) doubtful.push('same-address');
  if (one.recentlyRewarded >= (rule.velocity ?? VELOCITY).max) doubtful.push('too-fast');
  if (doubtful.length > 0) return { verdict: 'review', reasons: doubtful };
  if (now < order.paidAt + (rule.holdDays ?? 0) * DAY_MS) return { verdict: 'wait', reasons: ['on-hold'] };
  return { verdict: 'pay', reasons: [] };
}
