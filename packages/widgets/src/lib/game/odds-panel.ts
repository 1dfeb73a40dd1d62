import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../safe-url.ts';
import type { Text } from '../types.ts';
import type { GameShow } from './game.view.ts';

/** The table of odds and the links below it. */
export const odds: CSSResult = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875em;
  }
  caption {
    padding-block-end: 0.3em;
    text-align: start;
    font-weight: 600;
  }
  th,
  td {
    padding: 0.45em 0;
    border-block-end: 1px solid var(--_r-line);
    text-align: start;
    font-weight: inherit;
  }
  thead th {
    color: var(--_r-muted);
    font-size: 0.9em;
  }
  td:last-child,
  thead th:last-child {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  table + p {
    margin-block-start: var(--_r-s);
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_r-xs) var(--_r-m);
    margin-block-start: var(--_r-s);
  }
  tr.won {
    font-weight: 700;
  }
`;

/** The published odds as a table, the rules as a link, the way to play without buying. */
export function oddsPanel(
  { rows, rulesUrl, freeEntryUrl }: GameShow,
  {
    text,
    lang,
    won,
    mark,
    note,
  }: {
    readonly text: Text;
    readonly lang: string;
    /** Index of the row that was won. */
    readonly won: number | undefined;
    /** What stands before a label, such as the colour of its sector. */
    readonly mark: (index: number) => unknown;
    /** Key of a sentence below the table. */
    readonly note: string | undefined;
  },
): TemplateResult | typeof nothing {
  const [rules, free] = [safeUrl(rulesUrl), safeUrl(freeEntryUrl)];
  if (rows.length === 0) return nothing;
  const percent = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 2 });
  return html`<div class="odds">
    <table part="odds">
      <caption>${text('game.odds')}</caption>
      <thead><tr><th scope="col">${text('game.prize')}</th><th scope="col">${text('game.chance')}</th></tr></thead>
      <tbody>${rows.map(
        ({ label, chance }, index) => html`<tr class=${index === won ? 'won' : ''}>
        <th scope="row">${mark(index)}<bdi>${label}</bdi></th><td>${percent.format(chance)}</td></tr>`,
      )}</tbody>
    </table>
    ${note ? html`<p class="small quiet">${text(note)}</p>` : nothing}
    ${
      rules || free
        ? html`<p class="small links">${rules ? html`<a href=${rules}>${text('game.rules')}</a>` : nothing}
    ${free ? html`<a href=${free}>${text('game.free-entry')}</a>` : nothing}</p>`
        : nothing
    }
  </div>`;
}
