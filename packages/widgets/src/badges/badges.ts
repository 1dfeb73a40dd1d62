import type { BadgesView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { bars } from '../lib/bar.styles.ts';
import { formatDay } from '../lib/format-money.ts';
import { reading } from '../lib/reading/reading.styles.ts';
import { ReadingElement } from '../lib/reading/reading-element.ts';
import type { Badge } from '../lib/reward-types.ts';
import { styles } from './badges.styles.ts';
import { shownBadges } from './badges.view.ts';
import { medal } from './medal.ts';

/**
 * Badges: those earned with their day, the others dimmed with how far they are. Nothing is told by colour alone.
 *
 * @element regulars-badges
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-badges-refresh - Request to read the badges anew; cancelable.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart item - One badge.
 */
export class RegularsBadges extends ReadingElement<BadgesView> {
  static override styles: CSSResultGroup = [reading, bars, styles];

  /** Registers `<regulars-badges>`. */
  static define(): void {
    defineElement('regulars-badges', RegularsBadges);
  }

  protected override content(badges: readonly Badge[], view: BadgesView): TemplateResult | null {
    const shown = shownBadges(badges, view.props.earnedOnly);
    if (shown.length === 0) return null;
    return html`<ul>${shown.map((badge) => this.#badge(badge, view.lang))}</ul>`;
  }

  #badge({ name, description, earnedAt, done, goal }: Badge, lang: string): TemplateResult {
    const { text } = this.safeHost;
    const earned = earnedAt !== undefined;
    const way = text('badges.way', { done, goal });
    return html`<li part="item" class=${earned ? 'earned' : 'locked'}>
      ${medal(name)}
      <div><h3>${name}</h3>
      ${description ? html`<p class="small quiet"><bdi>${description}</bdi></p>` : nothing}
      <p class="small ${earned ? 'good' : 'quiet'}">${earned ? text('badges.earned', { date: formatDay(earnedAt, lang) }) : goal > 1 ? way : text('badges.locked')}</p>
      ${earned || goal <= 1 ? nothing : html`<progress max=${goal} .value=${done} aria-label=${way}></progress>`}</div>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-badges': RegularsBadges;
  }
}
