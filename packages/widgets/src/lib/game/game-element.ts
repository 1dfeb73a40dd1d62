import type { GameView, WidgetView } from '@regulars/core';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { RegularsElement } from '../base-element.ts';
import { prefersStill } from '../motion.ts';
import { richWords } from '../rich-words.ts';
import { GameRequestEvent, GameSettledEvent } from './game.events.ts';
import { type GameShow, gameShow } from './game.view.ts';
import { oddsPanel } from './odds-panel.ts';
import type { PrizePart } from './prize-part.ts';
import { Reveal } from './reveal.ts';

/**
 * What all games share: the button that draws, then claims; the result in words; the code; the odds, the rules. A game
 * adds its stage, and tells how what was drawn comes to light.
 */
export class GameElement<V extends GameView = GameView> extends RegularsElement<V> {
  static override properties: PropertyDeclarations = { agreed: { state: true, attribute: false } };

  /** The visitor confirmed their age. */
  declare protected agreed: boolean;

  /** When the result may be told. */
  protected readonly reveal: Reveal = new Reveal(this, () => this.#onSettled());
  readonly #words: (text: string) => unknown = richWords(this.bring);
  #prize: PrizePart | undefined;
  /** The visitor worked the button, which may go with the result. */
  #hadFocus = false;

  /** Type of the game's views, and of its events. */
  protected get game(): GameView['type'] {
    return this.shownView?.type ?? 'wheel';
  }

  /** Key of the button that draws; none: the stage has its own buttons. */
  protected readonly drawKey: string | undefined;
  /** Key of the button that shows what was drawn without waiting. */
  protected readonly revealKey: string | undefined;
  /** Key of the title that stands where the campaign gives none. */
  protected readonly titleKey: string = 'game.game';

  protected override accepts(view: WidgetView): view is V {
    return `regulars-${view.type}` === this.localName;
  }

  /** The game itself. */
  protected stage(_show: GameShow, _view: V): unknown {
    return nothing;
  }

  /** Brings what was drawn to light. */
  protected bringOut(_view: V): Animation | undefined {
    return undefined;
  }

  /** What stands before a label in the table of odds. */
  protected mark(_index: number, _count: number): unknown {
    return nothing;
  }

  /** Key of a sentence below the odds. */
  protected note(_show: GameShow): string | undefined {
    return undefined;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const view = this.shownView;
    this.reveal.follow(view?.state, view?.prizeIndex);
    if (this.shadowRoot?.activeElement?.matches('.act')) this.#hadFocus = true;
    const played = view?.prizeIndex !== undefined || view?.state === 'drawing';
    if (played && !this.#prize)
      this.bring(
        () => import('./prize-part.ts'),
        ({ prizePart }) => {
          this.#prize ??= prizePart(this);
        },
      );
  }

  override render(): TemplateResult {
    const view = this.shownView;
    if (!view) return html`<slot></slot>`;
    const show = this.show(view);
    const { text } = this.safeHost;
    const { title = text(this.titleKey), body } = view.texts;
    const won = this.reveal.settled ? view.prizeIndex : undefined;
    const mark = (index: number): unknown => this.mark(index, show.rows.length);
    const odds = { text, lang: view.lang, won, mark, note: this.note(show) };
    return html`
      <section class="base" part="base" lang=${view.lang} dir=${view.dir} aria-label=${title}>
        <div class="card">
          <div class="head"><h2 class="title" part="title">${title}</h2>${body ? html`<p class="quiet">${this.#words(body)}</p>` : nothing}</div>
          <div class="stage" part="stage">${this.stage(show, view)}${this.#party(view)}</div>
          <div class="side">
            ${this.#outcome(show, view)} ${oddsPanel(show, odds)}
          </div>
        </div>
      </section>
    `;
  }

  /** What the templates need now. */
  protected show(view: V): GameShow {
    const { drawKey: draw = '', revealKey: reveal } = this;
    return gameShow(view, { settled: this.reveal.settled, online: navigator.onLine, draw, reveal });
  }

  protected override updated(): void {
    const view = this.shownView;
    if (view) this.reveal.move(this.revealKey ? undefined : () => this.bringOut(view));
  }

  #party({ win, props }: V): unknown {
    const { sawDraw, settled } = this.reveal;
    if (!win || !sawDraw || !settled || props.celebrate === false || prefersStill()) return nothing;
    return this.#prize?.party() ?? nothing;
  }

  #outcome(show: GameShow, view: V): TemplateResult {
    const { text } = this.safeHost;
    const { result, reason } = show;
    return html`
      <p class="result" part="result" role="status" tabindex="-1">${result ? (result.own ?? text(result.key, { prize: result.prize })) : ''}</p>
      <p class="reason" role="status">${reason ? text(reason, {}, 'refused.other') : ''}</p>
      ${this.#age(show)} ${this.#button(show)}
      ${show.claimed ? (this.#prize?.got(view, text) ?? html`<code part="code">${view.code}</code>`) : nothing}
    `;
  }

  #age({ age }: GameShow): TemplateResult | typeof nothing {
    if (age === undefined) return nothing;
    return html`<label class="age"><input type="checkbox" .checked=${this.agreed ?? false}
      @change=${({ target }: Event) => {
        this.agreed = (target as HTMLInputElement).checked;
      }} />${this.safeHost.text('game.age', { age })}</label>`;
  }

  #button({ button, age }: GameShow): TemplateResult | typeof nothing {
    if (!button || (button.act === 'draw' && this.drawKey === undefined)) return nothing;
    const enabled = button.enabled && (age === undefined || this.agreed);
    return html`<button type="button" class="strong act" part="button" aria-disabled=${String(!enabled)}
      @click=${() => enabled && this.act(button.act)}>${button.own ?? this.safeHost.text(button.key)}</button>`;
  }

  /** Asks for the draw or the claim, unless the page prevents it; `reveal` shows what was drawn. */
  protected act(act: 'draw' | 'claim' | 'reveal', answers?: readonly number[]): boolean {
    const campaignId = this.shownView?.campaignId;
    if (!campaignId) return false;
    if (act === 'reveal') this.reveal.settle();
    else if (!this.dispatchEvent(new GameRequestEvent(this.game, act, { campaignId }))) return false;
    else {
      const more = {
        ...(answers && { answers }),
        ...(act === 'draw' && this.agreed && { ageConfirmed: true as const }),
      };
      this.safeHost.report({ type: 'game', campaignId, act, ...more });
    }
    return true;
  }

  #onSettled(): void {
    const { campaignId, prizeIndex } = this.shownView ?? {};
    if (campaignId === undefined || prizeIndex === undefined) return;
    this.safeHost.report({ type: 'game', campaignId, act: 'settled' });
    this.dispatchEvent(new GameSettledEvent(this.game, { campaignId, prizeIndex }));
    // The focus stays on the button that goes on; where none is left, it goes to the result instead of nowhere.
    void this.updateComplete.then(() => {
      const mayFocus = this.#hadFocus && !this.renderRoot.querySelector('.act');
      this.#hadFocus = false;
      if (mayFocus) this.renderRoot.querySelector<HTMLElement>('.result')?.focus();
    });
  }
}
