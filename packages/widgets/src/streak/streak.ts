import type { StreaksView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { reading } from '../lib/reading/reading.styles.ts';
import { ReadingElement } from '../lib/reading/reading-element.ts';
import type { Streak } from '../lib/reward-types.ts';
import { styles } from './streak.styles.ts';
import { streakDays, streakKeep } from './streak.view.ts';

/**
 * A streak: how long it is, the last days in a row, what keeps it and what was bridged by a freeze. A broken streak
 * begins anew without a word of blame.
 *
 * @element regulars-streak
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-streak-refresh - Request to read the streak anew; cancelable.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart item - One day.
 */
export class RegularsStreak extends ReadingElement<StreaksView> {
  static override styles: CSSResultGroup = [reading, styles];

  /** Registers `<regulars-streak>`. */
  static define(): void {
    defineElement('regulars-streak', RegularsStreak);
  }

  protected override content(streaks: readonly Streak[], { lang }: StreaksView): TemplateResult | null {
    const streak = streaks[0];
    if (!streak) return null;
    const { text } = this.safeHost;
    const { count, every, longest, freezes, milestones } = streak;
    const keep = streakKeep(streak, lang);
    const next = milestones.find(({ reached }) => !reached);
    return html`
      <p class="count"><span class="number">${count.toLocaleString(lang)}</span> <span class="quiet">${text(`streak.${every}s`, { count })}</span></p>
      <ol class="days">${streakDays(streak, lang).map(
        ({ name, day, state }) =>
          html`<li part="item" class=${state}><span aria-hidden="true" class="dot"></span><span class="small">${name}</span><span class="unseen">${day}: ${text(`streak.${state}`)}</span></li>`,
      )}</ol>
      <p class="keep">${text(keep.key, { date: keep.date })}</p>
      ${next ? html`<p class="small quiet">${text(`streak.reward-${every}s`, { count: next.count })}</p>` : nothing}
      <p class="small quiet">${text('streak.longest', { count: longest })}${freezes > 0 ? html` · ${text('streak.freezes', { count: freezes })}` : nothing}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-streak': RegularsStreak;
  }
}
