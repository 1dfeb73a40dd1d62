import type { BoardView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { fields } from '../lib/field.styles.ts';
import { formatDay } from '../lib/format-money.ts';
import { reading } from '../lib/reading/reading.styles.ts';
import { ReadingElement } from '../lib/reading/reading-element.ts';
import type { Board } from '../lib/reward-types.ts';
import { styles } from './leaderboard.styles.ts';
import { type BoardRow, boardRows } from './leaderboard.view.ts';

/**
 * The best of the shop by nickname, and the visitor's own place. Nobody stands there who did not choose a nickname,
 * and who takes it back is gone.
 *
 * @element regulars-leaderboard
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-leaderboard-refresh - Request to read the board anew; cancelable.
 * @fires regulars-leaderboard-nickname - Request, before a nickname is saved or taken back; cancelable.
 * @csspart base - Wrapper.
 * @csspart title - Title.
 * @csspart item - One place.
 */
export class RegularsLeaderboard extends ReadingElement<BoardView> {
  static override styles: CSSResultGroup = [reading, fields, styles];

  /** Registers `<regulars-leaderboard>`. */
  static define(): void {
    defineElement('regulars-leaderboard', RegularsLeaderboard);
  }

  protected override content(board: Board, { lang, props }: BoardView): TemplateResult {
    const { text } = this.safeHost;
    const rows = boardRows(board, props.rows);
    return html`
      ${
        rows.length === 0
          ? html`<p class="message">${text('leaderboard.empty')}</p>`
          : html`<table><caption class="unseen">${board.name}</caption>
        <thead class="unseen"><tr><th scope="col">${text('leaderboard.place')}</th><th scope="col">${text('leaderboard.name')}</th><th scope="col">${text(`leaderboard.${board.metric}`)}</th></tr></thead>
        <tbody>${rows.map((row) => this.#row(row, lang))}</tbody></table>`
      }
      ${board.endsAt === undefined ? nothing : html`<p class="small quiet">${text('leaderboard.until', { date: formatDay(board.endsAt, lang) })}</p>`}
      ${this.#join(board)}
    `;
  }

  #row({ rank, nickname, score, own, apart }: BoardRow, lang: string): TemplateResult {
    return html`<tr part="item" class="${own ? 'own' : ''} ${apart ? 'apart' : ''} r${rank}"><td class="rank"><span>${rank.toLocaleString(lang)}</span></td>
      <th scope="row"><bdi>${nickname}</bdi>${own ? html` <span class="chip">${this.safeHost.text('leaderboard.you')}</span>` : nothing}</th>
      <td class="score">${score.toLocaleString(lang)}</td></tr>`;
  }

  #join({ nickname }: Board): TemplateResult {
    const { text } = this.safeHost;
    const said = this.answered('nickname');
    return html`<form @submit=${this.#save}>
        <label for="name">${text(nickname === undefined ? 'leaderboard.join' : 'leaderboard.change')}</label>
        <div class="row"><input id="name" name="name" maxlength="24" autocomplete="nickname" aria-describedby="said" .value=${nickname ?? ''} />
        <button type="submit" class="strong" aria-disabled=${String(this.busy)}>${text('leaderboard.save')}</button>
        ${nickname === undefined ? nothing : html`<button type="button" class="plain" @click=${() => this.ask('nickname', '')}>${text('leaderboard.leave')}</button>`}</div>
        <p class="small quiet" id="said" role="status">${said || text('leaderboard.seen')}</p>
      </form>`;
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    const name = this.renderRoot.querySelector('input')?.value.trim();
    if (name && !this.busy) this.ask('nickname', name);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-leaderboard': RegularsLeaderboard;
  }
}
