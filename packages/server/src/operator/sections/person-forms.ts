import { type Campaign, drawOf } from '@regulars/schema';
import { html } from 'hono/html';
import type { ServerContext } from '../../context.ts';
import { hasRole } from '../account.ts';
import type { Html } from '../format.ts';
import { messages } from '../messages.ts';
import type { SectionRequest } from '../section.ts';

const TEXT = messages.people;

/** A person as far as its forms need it. */
export interface FormPerson {
  readonly personId: string;
  readonly nickname: { readonly nickname: string; readonly hidden: boolean } | null;
  readonly referral: { readonly state: string; readonly reasons: readonly string[] } | null;
}

/** What the operator's role may do with a person. `wishId` makes a form that is sent twice count once. */
export function personForms(
  content: FormPerson,
  { context, operator }: SectionRequest,
  wishId: string,
): Html {
  const path = `${context.basePath}/operator/api/people/${encodeURIComponent(content.personId)}`;
  const { nickname, referral } = content;
  return html`${hasRole(operator, 'editor') ? pointsForm(`${path}/goodwill`, { wishId: `g-${wishId}`, title: TEXT.goodwill, field: TEXT.pointsField, button: TEXT.give, min: 1 }) : ''}
    ${hasRole(operator, 'publisher') ? pointsForm(`${path}/points`, { wishId: `a-${wishId}`, title: TEXT.adjust, field: TEXT.signedPoints, button: TEXT.correct }) : ''}
    ${hasRole(operator, 'editor') ? entryForm(`${path}/entry`, freeGames(context), wishId) : ''}
    ${
      nickname && !nickname.hidden && hasRole(operator, 'editor')
        ? html`<h2>${messages.columns.nickname}</h2><form method="post" action="${path}/nickname"><button type="submit">${TEXT.hideNickname}</button></form>`
        : ''
    }
    ${
      referral?.state === 'review' && hasRole(operator, 'publisher')
        ? html`<h2>${TEXT.recommendation}</h2><p>${referral.reasons.join(', ')}</p>
          <form class="row" method="post" action="${path}/referral"><button type="submit" name="approved" value="true" class="main">${TEXT.approve}</button>
          <button type="submit" name="approved" value="false">${TEXT.refuse}</button></form>`
        : ''
    }
    ${
      hasRole(operator, 'admin')
        ? html`<h2>${messages.words.onRequest}</h2><div class="row"><a class="button" href="${path}/export" download>${messages.words.exportAll}</a>
          <details><summary>${TEXT.erase}</summary><form method="post" action="${path}/erase"><p>${TEXT.eraseMeans}</p>
          <button type="submit" class="danger">${messages.words.eraseForGood}</button></form></details></div>`
        : ''
    }`;
}

function pointsForm(
  action: string,
  text: {
    readonly wishId: string;
    readonly title: string;
    readonly field: string;
    readonly button: string;
    readonly min?: number;
  },
): Html {
  return html`<h2>${text.title}</h2><form class="row" method="post" action="${action}">
    <input type="hidden" name="id" value="${text.wishId}">
    <label>${text.field}<input name="points" type="number" step="1" required${text.min === undefined ? '' : html` min="${text.min}"`}></label>
    <label>${TEXT.reason}<input name="reason" required minlength="3" maxlength="500"></label>
    <button type="submit" class="main">${text.button}</button></form>`;
}

/** Live games into which anybody may enter by post. */
function freeGames({ campaigns, program }: ServerContext): readonly Campaign[] {
  return campaigns.campaigns.filter(({ status, widget }) => {
    const pool = drawOf(widget);
    return status === 'live' && pool !== undefined && program.pools[pool]?.freeEntry !== undefined;
  });
}

function entryForm(action: string, games: readonly Campaign[], wishId: string): Html | '' {
  if (games.length === 0) return '';
  return html`<h2>${TEXT.entry}</h2><form class="row" method="post" action="${action}">
    <input type="hidden" name="id" value="e-${wishId}">
    <label>${TEXT.entryGame}<select name="campaignId">${games.map(({ id, name }) => html`<option value="${id}">${name ?? id}</option>`)}</select></label>
    <label>${TEXT.entryReason}<input name="reason" required minlength="3" maxlength="500"></label>
    <label>${TEXT.entryRegion}<input name="region" pattern="[A-Za-z]{2}" maxlength="2" size="4"></label>
    <label class="check"><input name="ageConfirmed" type="checkbox" value="yes">${TEXT.entryAge}</label>
    <button type="submit" class="main">${TEXT.record}</button></form>`;
}
