import type { QuestsView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { bars } from '../lib/bar.styles.ts';
import { reading } from '../lib/reading/reading.styles.ts';
import { ReadingElement } from '../lib/reading/reading-element.ts';
import type { Quest } from '../lib/reward-types.ts';
import type { End } from './quest.end.ts';
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
export class RegularsQuest extends ReadingElement<QuestsView, End> {
  static override styles: CSSResultGroup = [reading, bars, styles];

  protected override readonly loadPart = (): Promise<typeof import('./quest.end.ts')> =>
    import('./quest.end.ts');

  /** Registers `<regulars-quest>`. */
  static define(): void {
    defineElement('regulars-quest', RegularsQuest);
  }

  protected override content(quests: readonly Quest[], { lang }: QuestsView): TemplateResult | null {
    const quest = quests[0];
    if (!quest) return null;
    const { name, description, reward } = quest;
    const { text } = this.safeHost;
    const gift = /^(points|coupon)$/.test(reward.type)
      ? html`<span class="chip">${text(`quest.${reward.type}`, { count: reward.points ?? 0 })}</span>`
      : nothing;
    return html`
      <div class="head"><h3>${name}</h3>${gift}</div>
      ${description ? html`<p class="quiet"><bdi>${description}</bdi></p>` : nothing}
      <progress max="1" .value=${questShare(quest)} aria-label=${name}></progress>
      <ol>${stepStates(quest).map(
        ({ label, done, times, look }) => html`<li part="item" class=${look}>
        <span class="mark"></span>
        <span>${label}<span class="unseen"> ${text(look === 'finished' ? 'quest.finished' : 'quest.open')}</span></span>
        ${times > 1 ? html`<span class="quiet">${text('quest.times', { done, times })}</span>` : nothing}</li>`,
      )}</ol>
      ${this.acting?.(quest, lang)}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-quest': RegularsQuest;
  }
}
