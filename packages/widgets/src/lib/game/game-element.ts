import type { GameView, WidgetView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { RegularsElement } from '../base-element.ts';
import { card } from '../card.styles.ts';
import { pageTokens } from '../page-tokens.styles.ts';
import { richWords } from '../rich-words.ts';
import { gameFrame } from './game-frame.styles.ts';
import type { GamePlay } from './game-play.ts';
import type { StageModule } from './stage.ts';

/** The two parts of a game: what all games play by, and its own stage. */
export type GameParts<V extends GameView> = readonly [typeof import('./game-play.ts'), StageModule<V>];

/**
 * What all games show first: the card with its title and words, and room for the stage. The play comes with it: the
 * button that draws, then claims, the result in words, the code, the odds, the rules.
 */
export class GameElement<V extends GameView = GameView> extends RegularsElement<V> {
  static override styles: CSSResultGroup = [pageTokens, card, gameFrame];

  readonly #words: (text: string) => unknown = richWords(this.bring);
  #play: GamePlay<V> | undefined;
  #lost = false;

  /** Key of the title that stands where the campaign gives none. */
  protected readonly titleKey: string = 'game.game';

  /** What stands on the stage until the play is here. */
  protected first(_view: V): unknown {
    return undefined;
  }

  /** Fetches the play and the stage. */
  protected parts(): Promise<GameParts<V>> {
    throw new TypeError('a game without a stage');
  }

  /**
   * Length of its movement, ms.
   * @internal
   */
  get motionMs(): number {
    return 0;
  }

  /** Says once that the play did not come; the rendering that says so asks for it again. */
  readonly #lose = (cause: unknown): never => {
    if (!this.#lost) this.requestUpdate();
    this.#lost = true;
    throw cause;
  };

  protected override accepts(view: WidgetView): view is V {
    return `regulars-${view.type}` === this.localName;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (this.#play) this.#play.follow();
    else if (this.shownView)
      this.bring(
        () => this.parts().catch(this.#lose),
        ([{ GamePlay }, stage]) => {
          this.#play ??= new GamePlay(this, stage, this.bring);
        },
      );
  }

  override render(): TemplateResult {
    const view = this.shownView;
    if (!view) return html`<slot></slot>`;
    const { title = this.safeHost.text(this.titleKey), body } = view.texts;
    const play = this.#play;
    return html`
      <section class="base" part="base" lang=${view.lang} dir=${view.dir} aria-label=${title} aria-busy=${!play && !this.#lost}>
        <div class="card">
          <div class="head"><h2 class="title" part="title">${title}</h2>${body ? html`<p class="quiet">${this.#words(body)}</p>` : nothing}</div>
          <div class="stage" part="stage" ?hidden=${!play && this.#lost}>${play ? play.stage(view) : this.first(view)}</div>
          <div class="side">${play ? play.side(view) : this.#lost ? html`<p role="status">${this.safeHost.text('refused.unavailable')}</p>` : ''}</div>
        </div>
      </section>
    `;
  }

  protected override updated(): void {
    this.#play?.updated();
  }
}
