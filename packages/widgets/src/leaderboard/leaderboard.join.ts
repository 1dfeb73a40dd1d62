import { html, nothing, type TemplateResult } from 'lit';
import { fields } from '../lib/field.styles.ts';
import type { PartModule, RewardActs } from '../lib/reading/reward-acts.ts';
import type { Board } from '../lib/reward-types.ts';

/** Shows the form. */
export type Join = (board: Board) => TemplateResult;

export const styles: PartModule<Join>['styles'] = [fields];

/** The form that chooses a nickname, changes it or takes it back. */
export function part(acts: RewardActs): Join {
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    const name = acts.element.renderRoot.querySelector('input')?.value.trim();
    if (name && !acts.busy) acts.ask('nickname', name);
  };
  return ({ nickname }) => {
    const { text } = acts;
    const said = acts.answered('nickname');
    return html`<form @submit=${save}>
        <label for="name">${text(nickname === undefined ? 'leaderboard.join' : 'leaderboard.change')}</label>
        <div class="row"><input id="name" name="name" maxlength="24" autocomplete="nickname" aria-describedby="said" .value=${nickname ?? ''} />
        <button type="submit" class="strong" aria-disabled=${String(acts.busy)}>${text('leaderboard.save')}</button>
        ${nickname === undefined ? nothing : html`<button type="button" class="plain" @click=${() => acts.ask('nickname', '')}>${text('leaderboard.leave')}</button>`}</div>
        <p class="small quiet" id="said" role="status">${said || text('leaderboard.seen')}</p>
      </form>`;
  };
}
