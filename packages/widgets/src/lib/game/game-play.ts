import type { GameView } from '@regulars/core';
import { html, nothing, type TemplateResult } from 'lit';
import { adoptStyles } from '../adopt-styles.ts';
import type { Bring } from '../base-element.ts';
import { buttons } from '../button.styles.ts';
import type { SafeHost } from '../guard-host.ts';
import { prefersStill } from '../motion.ts';
import { GameRequestEvent, GameSettledEvent } from './game.events.ts';
import { game } from './game.styles.ts';
import { type GameShow, gameShow } from './game.view.ts';
import { odds, oddsPanel } from './odds-panel.ts';
import type { PrizePart } from './prize-part.ts';
import { Reveal } from './reveal.ts';
import type { Play, Played, Stage, StageModule } from './stage.ts';

/** The play of a game: when it may draw, what it says, what it asks for. Its stage draws. */
export class GamePlay<V extends GameView = GameView> implements Play<V> {
  readonly element: Played<V>;
  /** When the result may be told. */
  readonly reveal: Reveal;
  /** The visitor confirmed their age. */
  agreed = false;

  readonly #stage: Stage<V>;
  readonly #bring: Bring;
  #prize: PrizePart | undefined;
  /** The visitor worked the button, which may go with the result. */
  #hadFocus = false;

  constructor(element: Played<V>, { stage, styles }: StageModule<V>, bring: Bring) {
    this.element = element;
    this.#bring = bring;
    for (const one of [buttons, game, odds, styles]) adoptStyles(element.shadowRoot, one);
    this.reveal = new Reveal(element, () => this.#onSettled());
    this.#stage = stage(this);
  }

  /** Text of the host, by key. */
  get text(): SafeHost['text'] {
    return this.element.safeHost.text;
  }

  /** Told before each rendering. */
  follow(): void {
    const { shownView: view, shadowRoot } = this.element;
    this.reveal.follow(view?.state, view?.prizeIndex);
    if (shadowRoot?.activeElement?.matches('.act')) this.#hadFocus = true;
    const played = view?.prizeIndex !== undefined || view?.state === 'drawing';
    if (played && !this.#prize)
      this.#bring(
        () => import('./prize-part.ts'),
        ({ prizePart }) => {
          this.#prize ??= prizePart(this.element);
        },
      );
  }

  /** Told after each rendering. */
  updated(): void {
    const view = this.element.shownView;
    if (!view) return;
    const { revealKey } = this.#stage;
    this.#stage.updated?.(view);
    this.reveal.move(revealKey ? undefined : () => this.#stage.bringOut?.(view));
  }

  /** The game itself, and paper over it after a win. */
  stage(view: V): TemplateResult {
    return html`${this.#stage.render(this.show(view), view)}${this.#party(view)}`;
  }

  /** Beside the stage: result, reason, button, code, odds, rules. */
  side(view: V): TemplateResult {
    const stage = this.#stage;
    const show = this.show(view);
    const { result, reason, rows } = show;
    const { text } = this;
    const won = this.reveal.settled ? view.prizeIndex : undefined;
    const mark = (index: number): unknown => stage.mark?.(index, rows.length);
    return html`
      <p class="result" part="result" role="status" tabindex="-1">${result ? (result.own ?? text(result.key, { prize: result.prize })) : ''}</p>
      <p class="reason" role="status">${reason ? text(reason, {}, 'refused.other') : ''}</p>
      ${this.#age(show)} ${this.#button(show)}
      ${show.claimed ? (this.#prize?.got(view, text) ?? html`<code part="code">${view.code}</code>`) : nothing}
      ${oddsPanel(show, { text, lang: view.lang, won, mark, note: stage.note?.(show) })}
    `;
  }

  /** What the templates need now. */
  show(view: V): GameShow {
    const { drawKey: draw = '', revealKey: reveal } = this.#stage;
    return gameShow(view, { settled: this.reveal.settled, online: navigator.onLine, draw, reveal });
  }

  #party({ win, props }: V): unknown {
    const { sawDraw, settled } = this.reveal;
    if (!win || !sawDraw || !settled || props.celebrate === false || prefersStill()) return nothing;
    return this.#prize?.party();
  }

  #age({ age }: GameShow): TemplateResult | typeof nothing {
    if (age === undefined) return nothing;
    return html`<label class="age"><input type="checkbox" .checked=${this.agreed}
      @change=${({ target }: Event) => {
        this.agreed = (target as HTMLInputElement).checked;
        this.element.requestUpdate();
      }} />${this.text('game.age', { age })}</label>`;
  }

  #button({ button, age }: GameShow): TemplateResult | typeof nothing {
    // A stage without a button of its own to begin (`''`) still says that it draws.
    if (!button?.key) return nothing;
    const enabled = button.enabled && (age === undefined || this.agreed);
    return html`<button type="button" class="strong act" part="button" aria-disabled=${String(!enabled)}
      @click=${() => enabled && this.act(button.act)}>${button.own ?? this.text(button.key)}</button>`;
  }

  /** Asks for the draw or the claim, unless the page prevents it; `reveal` shows what was drawn. */
  act(act: 'draw' | 'claim' | 'reveal', answers?: readonly number[]): void {
    const { shownView: view, safeHost } = this.element;
    if (!view) return;
    const { campaignId, type } = view;
    if (act === 'reveal') this.reveal.settle();
    else if (this.element.dispatchEvent(new GameRequestEvent(type, act, { campaignId }))) {
      const more = {
        ...(answers && { answers }),
        ...(act === 'draw' && this.agreed && { ageConfirmed: true as const }),
      };
      safeHost.report({ type: 'game', campaignId, act, ...more });
    }
  }

  #onSettled(): void {
    const { element } = this;
    const { campaignId, prizeIndex, type } = element.shownView ?? {};
    if (campaignId === undefined || prizeIndex === undefined || type === undefined) return;
    element.safeHost.report({ type: 'game', campaignId, act: 'settled' });
    element.dispatchEvent(new GameSettledEvent(type, { campaignId, prizeIndex }));
    // The focus stays on the button that goes on; where none is left, it goes to the result instead of nowhere.
    void element.updateComplete.then(() => {
      const mayFocus = this.#hadFocus && !element.renderRoot.querySelector('.act');
      this.#hadFocus = false;
      if (mayFocus) element.renderRoot.querySelector<HTMLElement>('.result')?.focus();
    });
  }
}
