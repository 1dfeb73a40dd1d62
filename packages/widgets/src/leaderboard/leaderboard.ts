import type { BoardView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { formatDay } from '../lib/format-money.ts';
import { reading } from '../lib/reading/reading.styles.ts';
import { ReadingElement } from '../lib/reading/reading-element.ts';
import type { Board } from '../lib/reward-types.ts';
import type { Join } from './leaderboard.join.ts';
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
export class RegularsLeaderboard extends ReadingElement<BoardView, Join> {
  static override styles: CSSResultGroup = [reading, styles];

  protected override readonly loadPart = (): Promise<typeof import('./leaderboard.join.ts')> =>
    import('./leaderboard.join.ts');

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
      ${this.acting?.(board)}
    `;
  }

  #row({ rank, nickname, score, own, apart }: BoardRow, lang: string): TemplateResult {
    return html`<tr part="item" class="${own ? 'own' : ''} ${apart ? 'apart' : ''} r${rank}"><td class="rank"><span>${rank.toLocaleString(lang)}</span></td>
      <th scope="row"><bdi>${nickname}</bdi>${own ? html` <span class="chip">${this.safeHost.text('leaderboard.you')}</span>` : nothing}</th>
      <td class="score">${score.toLocaleString(lang)}</td></tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-leaderboard': RegularsLeaderboard;
  }
}
