import { html, type SafeHtml } from '../web/html.ts';
import type { PageContext } from '../web/page-context.ts';
import { clockNote } from './clock-note.ts';
import type { Page } from './layout.ts';

/** What belongs to the shopper, in the order of the page. */
const standing = ['tier', 'wallet', 'prizes', 'quest', 'streak', 'badges', 'board', 'friends'] as const;
/** What can be played. */
const games = ['scratch', 'box', 'reels', 'quiz'] as const;

const slot = (name: string): SafeHtml =>
  html`<regulars-slot name="rewards-${name}" class="slot slot-reward slot-reward-${name}"></regulars-slot>`;

/** Everything that regulars get, and every game, on one page. What is not decided leaves its place empty. */
export function rewardsPage(page: PageContext): Page {
  const { text } = page;
  const main = html`<div class="page"><div class="page-head"><h1>${text.rewardsTitle}</h1><p>${text.rewardsLead}</p></div>
    <div class="rewards">${standing.map(slot)}</div>
    <h2 class="rewards-games">${text.rewardsGames}</h2>${slot('countdown')}<div class="rewards-wide">${games.map(slot)}</div>${clockNote(page)}</div>`;
  return { type: 'rewards', title: text.rewardsTitle, main };
}
