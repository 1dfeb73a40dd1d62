import { css, html, nothing, type TemplateResult } from 'lit';
import { formatMoney } from '../lib/format-money.ts';
import type { PartModule, RewardActs } from '../lib/reading/reward-acts.ts';
import type { Offer, Wallet } from '../lib/reward-types.ts';

/** Shows what earns points, and what they buy. */
export interface Ways {
  /** Money to spend, and points that are owed. */
  money(wallet: Wallet, lang: string): unknown;
  ways(ways: NonNullable<Wallet['ways']>): unknown;
  offers(offers: readonly Offer[]): unknown;
}

/** Ways as a plain list, offers beside each other where there is room. */
export const styles: PartModule<Ways>['styles'] = [
  css`
  .sides p + h3 {
    margin-block-start: var(--_r-m);
  }
  .ways li {
    display: list-item;
    padding-block: 0.2em;
    border: 0;
    font-size: 0.875em;
  }
  .offers {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr));
    gap: var(--_r-s);
    margin-block-start: var(--_r-s);
  }
  .offers li {
    align-items: center;
    padding: 0.75em 0.75em 0.75em 1em;
    border: 1px solid var(--_r-line);
    border-radius: var(--_r-radius);
  }
  .offers .said {
    grid-column: 1 / -1;
    color: var(--_r-muted);
  }
`,
];

/** The ways to earn, and each offer with its price in points, its button, and why it cannot be had. */
export function part(acts: RewardActs): Ways {
  const one = ({ id, label, points, refusal }: Offer): TemplateResult => {
    const { text } = acts;
    const can = refusal === undefined && !acts.busy;
    const why = refusal ? text(`wallet.${refusal}`) : acts.answered('redeem', id);
    return html`<li part="offer"><span><strong><bdi>${label}</bdi></strong><br /><span class="quiet">${text('wallet.points', { count: points })}</span></span>
      <button type="button" aria-disabled=${String(!can)} aria-label=${`${text('wallet.redeem')}: ${label}`} @click=${() => can && acts.ask('redeem', id)}>${text('wallet.redeem')}</button>
      <span class="small said" role="status">${why}</span></li>`;
  };
  return {
    money: ({ credit, debt }, lang) => html`
      ${credit ? html`<p class="why">${acts.text('wallet.credit', { amount: formatMoney(credit, lang) })}</p>` : nothing}
      ${debt ? html`<p class="why">${acts.text('wallet.debt', { count: debt })}</p>` : nothing}`,
    ways: (ways) =>
      ways.length === 0
        ? nothing
        : html`<h3>${acts.text('wallet.ways')}</h3><ul class="ways">${ways.map(({ label }) => html`<li><bdi>${label}</bdi></li>`)}</ul>`,
    offers: (offers) =>
      offers.length === 0
        ? nothing
        : html`<h3>${acts.text('wallet.offers')}</h3><ul class="offers">${offers.map(one)}</ul>`,
  };
}
