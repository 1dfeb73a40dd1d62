import type { Prize } from '@regulars/schema';
import { keyed } from '../../storage/keyed-store.ts';
import type { ReadingView, RewardAct } from '../reward-views.ts';
import type { SlotView } from '../slot-views.ts';
import type { RewardDesk } from './reward-desk.ts';

/** What became of an act: `undefined`: done; else why not. */
type Refusal = string | undefined;

/** Refusals after which the same wish may still come through: its key is kept. */
const passing = ['offline', 'unavailable', 'rate-limited'];

type Do = (desk: RewardDesk, own: SlotView<ReadingView>, value: string) => Promise<Refusal>;

const prizesOf = ({ known }: ReadingView): readonly Prize[] =>
  Array.isArray(known) ? known.filter((one): one is Prize => 'playId' in one) : [];

const save =
  (what: 'nickname' | 'referrer' | 'send-to-me'): Do =>
  async ({ request, context }, _own, value) => {
    const outcome = await request({ type: 'save', what, value }, { signal: context.signal });
    return outcome.ok ? undefined : outcome.reason;
  };

const acts: Readonly<Record<RewardAct, Do>> = {
  nickname: save('nickname'),
  referrer: save('referrer'),
  send: save('send-to-me'),
  async claim({ request, context }, own, playId) {
    const claimToken = prizesOf(own.view()).find((prize) => prize.playId === playId)?.claimToken;
    if (claimToken === undefined) return 'not-found';
    const outcome = await request({ type: 'claim', claimToken }, { signal: context.signal });
    return outcome.ok ? undefined : outcome.reason;
  },
  async redeem({ request, context }, _own, offerId) {
    // The key is stored before the request: a wish whose answer was lost is asked again and buys nothing twice.
    const store = keyed(context.storage, 'play', 'necessary');
    const key = `redeem:${offerId}`;
    const fresh = crypto.randomUUID();
    const redeemKey = (await store.update<string>(key, (old) => old ?? fresh)) ?? fresh;
    const outcome = await request({ type: 'redeem', offerId, redeemKey }, { signal: context.signal });
    if (outcome.ok || !passing.includes(outcome.reason)) await store.delete(key);
    return outcome.ok ? undefined : outcome.reason;
  },
  async apply({ shop, context }, _own, code) {
    try {
      const answer = await shop?.applyCoupon?.(code);
      if (!answer) return 'unavailable';
      if (!answer.ok) return answer.reason;
      context.journey.track('coupon_applied', { coupon: code });
      return undefined;
    } catch (cause) {
      const key = 'applyCoupon';
      context.problems.report({ code: 'shop-bridge-failed', message: key, key, cause });
      return 'unavailable';
    }
  },
};

/** Does what a visitor asked of what they own; one act of an element at a time. */
export async function actOn(
  desk: RewardDesk,
  own: SlotView<ReadingView>,
  { act, value }: { readonly act: RewardAct; readonly value: string },
): Promise<void> {
  if (own.view().answer?.state === 'busy') return;
  own.set({ answer: { act, value, state: 'busy' } });
  const reason = await acts[act](desk, own, value);
  own.set({
    answer: reason === undefined ? { act, value, state: 'done' } : { act, value, state: 'refused', reason },
  });
  // What changed on the server is shown everywhere on the page; a code in the cart changes nothing there.
  if (reason === undefined && act !== 'apply') desk.onChange();
}
