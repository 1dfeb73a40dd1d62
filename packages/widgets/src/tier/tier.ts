import type { LevelView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { bars } from '../lib/bar.styles.ts';
import { formatDay } from '../lib/format-money.ts';
import { reading } from '../lib/reading/reading.styles.ts';
import { ReadingElement } from '../lib/reading/reading-element.ts';
import type { Tier } from '../lib/reward-types.ts';
import { styles } from './tier.styles.ts';
import { tierShare } from './tier.view.ts';

/**
 * The visitor's tier, the way to the next, what each tier gives, and until when it stays.
 *
 * @element regulars-tier
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-tier-refresh - Request to read the tier anew; cancelable.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart item - One tier.
 */
export class RegularsTier extends ReadingElement<LevelView> {
  static override styles: CSSResultGroup = [reading, bars, styles];

  /** Registers `<regulars-tier>`. */
  static define(): void {
    defineElement('regulars-tier', RegularsTier);
  }

  protected override content(tier: Tier, { lang }: LevelView): TemplateResult | null {
    if (tier.levels.length === 0) return null;
    const { text } = this.safeHost;
    const { current, next, keepUntil, points, levels } = tier;
    const way = next ? text('tier.next', { count: next.missing, tier: next.label }) : text('tier.top');
    return html`
      <p class="name">${current?.label ?? text('tier.none')}</p>
      <progress max="1" .value=${tierShare(tier)} aria-label=${way}></progress>
      <p>${way}</p>
      <p class="small quiet">${text('tier.earned', { count: points })}</p>
      ${keepUntil === undefined ? nothing : html`<p class="chip warn">${text('tier.keep', { date: formatDay(keepUntil, lang) })}</p>`}
      <ol>${levels.map(
        ({
          id,
          label,
          from,
          perks,
          reached,
        }) => html`<li part="item" class=${id === current?.id ? 'current' : ''} aria-current=${id === current?.id ? 'true' : nothing}>
        <h3 class=${reached ? 'reached' : ''}>${label}</h3>
        <p class="small quiet">${text('tier.from', { count: from })}</p>
        ${perks.length > 0 ? html`<ul>${perks.map((perk) => html`<li><bdi>${perk}</bdi></li>`)}</ul>` : nothing}
      </li>`,
      )}</ol>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-tier': RegularsTier;
  }
}
