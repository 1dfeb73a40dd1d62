import type { Pool } from '@regulars/schema';
import { fill } from '../web/format.ts';
import { html } from '../web/html.ts';
import type { PageContext } from '../web/page-context.ts';
import type { Page } from './layout.ts';

/** Rules and odds of a prize pool, read from the programme itself so that they cannot differ from the game. */
export function rulesPage(page: PageContext, pool: Pool): Page {
  const { locale, text } = page;
  const sum = pool.prizes.reduce((all, prize) => all + prize.weight, 0);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const rows = pool.prizes.map(
    (prize) =>
      html`<tr><th scope="row">${prize.label[locale] ?? prize.label.en ?? ''}</th><td>${percent.format(prize.weight / sum)}</td></tr>`,
  );
  const { max, days } = pool.perPerson ?? { max: 1, days: 1 };
  const [title, who] =
    pool.needs === 'order'
      ? [text.rulesTitle, text.rulesWho]
      : [text.rulesGame, fill(text.rulesAnybody, { count: max, days })];
  const free = pool.freeEntry === undefined ? null : html`<p>${text.rulesFreeEntry}</p>`;
  const main = html`<div class="page narrow prose"><div class="page-head"><h1>${title}</h1><p>${fill(text.rulesVersion, { version: pool.version })}</p></div>
    <p>${who}</p>${free}<p>${text.rulesHow}</p>
    <table class="odds"><caption>${text.rulesOdds}</caption><thead><tr><th scope="col">${text.prize}</th><th scope="col">${text.chance}</th></tr></thead><tbody>${rows}</tbody></table>
    <p>${text.rulesStock}</p><p>${text.rulesCoupon}</p></div>`;
  return { type: 'help', title, main };
}
