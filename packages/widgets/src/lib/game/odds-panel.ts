import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../safe-url.ts';
import type { Text } from '../types.ts';
import type { GameShow } from './game.view.ts';

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
        <th scope="row">${mark(index)}${label}</th><td>${percent.format(chance)}</td></tr>`,
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
