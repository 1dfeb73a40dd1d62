import type { QuestsView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { bars } from '../lib/bar.styles.ts';
import { formatDay } from '../lib/format-money.ts';
import { tickIcon } from '../lib/icons.ts';
import { reading } from '../lib/reading/reading.styles.ts';
import { ReadingElement } from '../lib/reading/reading-element.ts';
import type { Quest } from '../lib/reward-types.ts';
import { timeLeft } from '../lib/time-left.ts';
import { styles } from './quest.styles.ts';
import { questShare, stepStates } from './quest.view.ts';

/**
 * A quest or challenge: its steps, how far each is, what it gives, until when. Steps in a given order wait for the one
 * before.
 *
 * @element regulars-quest
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-quest-refresh - Request to read the quest anew; cancelable.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart item - One step.
 */
export class RegularsQuest extends ReadingElement<QuestsView> {
  static override styles: CSSResultGroup = [reading, bars, styles];

  /** Registers `<regulars-quest>`. */
  static define(): void {
    defineElement('regulars-quest', RegularsQuest);
  }

  protected override content(quests: readonly Quest[], { lang }: QuestsView): TemplateResult | null {
    const quest = quests[0];
    if (!quest) return null;
    const { name, description, reward, endsAt, state } = quest;
    const { text } = this.safeHost;
    const gift =
      reward.type === 'points'
        ? text('quest.points', { count: reward.points ?? 0 })
        : reward.type === 'coupon'
          ? text('quest.coupon')
          : '';
    return html`
      <div class="head"><h3>${name}</h3>${gift ? html`<span class="chip">${gift}</span>` : nothing}</div>
      ${description ? html`<p class="quiet">${description}</p>` : nothing}
      <progress max="1" .value=${questShare(quest)} aria-label=${name}></progress>
      <ol>${stepStates(quest).map(
        ({
          label,
          done,
          times,
          finished,
          current,
        }) => html`<li part="item" class=${finished ? 'finished' : current ? 'current' : ''}>
        <span class="mark">${finished ? tickIcon() : nothing}</span>
        <span>${label}<span class="unseen"> ${text(finished ? 'quest.finished' : 'quest.open')}</span></span>
        ${times > 1 ? html`<span class="quiet">${text('quest.times', { done, times })}</span>` : nothing}</li>`,
      )}</ol>
      ${state === 'open' ? nothing : html`<p class="good"><strong>${text(`quest.${state}`)}</strong></p>`}
      ${endsAt === undefined || state !== 'open' ? nothing : html`<p class="small quiet">${text('quest.until', { date: formatDay(endsAt, lang), left: timeLeft(endsAt - Date.now(), lang) })}</p>`}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-quest': RegularsQuest;
  }
}
