import { html, nothing } from 'lit';
import { formatDay } from '../lib/format-money.ts';
import type { PartModule, RewardActs } from '../lib/reading/reward-acts.ts';
import type { Quest } from '../lib/reward-types.ts';
import { timeLeft } from '../lib/time-left.ts';

/** Shows what became of a quest, or until when it can be finished. */
export type End = (quest: Quest, lang: string) => unknown;

export const styles: PartModule<End>['styles'] = [];

/** What became of it in words; while it is open, its end and the time that is left. */
export function part(acts: RewardActs): End {
  return ({ state, endsAt }, lang) => {
    const { text } = acts;
    if (state !== 'open')
      return html`<p class=${state === 'done' ? 'good' : 'quiet'}><strong>${text(`quest.${state}`)}</strong></p>`;
    if (endsAt === undefined) return nothing;
    const left = timeLeft(endsAt - Date.now(), lang);
    return html`<p class="small quiet">${text('quest.until', { date: formatDay(endsAt, lang), left })}</p>`;
  };
}
