import type { ActionPort } from '@regulars/core';
import type { Action, ActionOutcome, ActionResults, PreviewPlan } from '@regulars/schema';

const COUPON_MS = 14 * 864e5;

/** Labels of a pool's prizes, as the public document tells them. */
export type PrizeLabels = (campaignId: string) => readonly Readonly<Record<string, string>>[];

/** What a preview is asked for in place of the backend: draws end as chosen, nothing is booked and nothing is sent. */
export function previewActions(
  { outcome = 0, locale = 'en' }: Pick<PreviewPlan, 'outcome' | 'locale'>,
  prizesOf: PrizeLabels,
  now: () => number,
): ActionPort {
  const drawn = ({ campaignId, playKey }: Extract<Action, { type: 'draw' }>): ActionResults['draw'] => {
    const prizes = prizesOf(campaignId);
    // By custom the last sector is the one without a prize.
    const prizeIndex = outcome === 'lost' ? prizes.length - 1 : Math.min(Number(outcome), prizes.length - 1);
    const label = prizes[prizeIndex] ?? {};
    const win = outcome !== 'lost';
    const words = label[locale] ?? label[locale.split('-')[0] ?? ''] ?? Object.values(label)[0] ?? '';
    return { playId: playKey, prizeIndex, label: words, win, ...(win && { claimToken: 'preview' }) };
  };
  const answer = (action: Action): ActionOutcome => {
    const done = (result: ActionResults[Action['type']]): ActionOutcome => ({ ok: true, result, now: now() });
    const isRefused = outcome === 'already-played' || outcome === 'unavailable';
    if (action.type === 'draw') return isRefused ? { ok: false, reason: outcome } : done(drawn(action));
    if (action.type === 'claim')
      return done({ playId: 'preview', kind: 'coupon', code: 'PREVIEW', endsAt: now() + COUPON_MS });
    if (action.type === 'save') return done({ saved: true });
    if (action.type === 'forget') return done({ erased: true });
    return { ok: false, reason: 'unavailable' };
  };
  return {
    // The answer's type follows the action's, which the port's signature alone can say.
    perform: async <A extends Action>(action: A) => answer(action) as ActionOutcome<A['type']>,
  };
}
