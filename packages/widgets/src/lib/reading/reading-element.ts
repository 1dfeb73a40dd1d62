import type { ReadingView, RewardAct, WidgetView } from '@regulars/core';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { RegularsElement } from '../base-element.ts';
import { refusalText } from '../refusal-rule.ts';
import { richWords } from '../rich-words.ts';
import { ReadingRequestEvent } from './reading.events.ts';

/**
 * What all elements share that show what the server says of the person: title, waiting, nothing yet, error, offline,
 * signed out; what is known stays readable while it is read anew.
 */
export class ReadingElement<V extends ReadingView = ReadingView> extends RegularsElement<V> {
  static override properties: PropertyDeclarations = {};

  readonly #words: (text: string) => unknown = richWords(this.bring);

  /** First word of the keys of the shared sentences. */
  protected readonly family: 'standing' | 'prizes' = 'standing';

  protected override accepts(view: WidgetView): view is V {
    return `regulars-${view.type}` === this.localName;
  }

  /** What is known, or `null`: there is nothing yet. */
  protected content(_known: NonNullable<V['known']>, _view: V): unknown {
    return null;
  }

  /** Whether the shop's fallback stands there when nothing is known. */
  protected readonly silent: boolean = false;

  override render(): TemplateResult {
    const view = this.shownView;
    if (!view) return html`<slot></slot>`;
    const { state, known, texts, type, lang, dir } = view;
    const content = known === undefined || state === 'anonymous' ? undefined : this.content(known, view);
    if (this.silent && (content ?? null) === null && state !== 'loading') return html`<slot></slot>`;
    const { text } = this.safeHost;
    const { family } = this;
    const waiting = content === undefined && (state === 'loading' || state === 'ready');
    const broken = state === 'error' || state === 'offline';
    const key =
      waiting || broken
        ? `${family}.${waiting ? 'loading' : state}`
        : `${type}.${state === 'anonymous' ? 'anonymous' : 'empty'}`;
    const message = content && !broken ? '' : text(key);
    const title = texts.title ?? text(`${type}.title`);
    return html`
      <section class="base card" part="base" lang=${lang} dir=${dir} aria-label=${title} aria-busy=${String(waiting)}>
        <h2 class="title" part="title">${title}</h2>
        ${texts.body ? html`<p class="quiet">${this.#words(texts.body)}</p>` : nothing}
        ${waiting ? html`<div class="ghost"></div><div class="ghost wide"></div>` : nothing}
        ${content ?? nothing}
        <p class=${waiting ? 'unseen' : 'message'} role="status" ?hidden=${!message}>${message}</p>
        ${broken ? html`<button type="button" class="retry" @click=${() => this.ask('refresh')}>${text(`${family}.retry`)}</button>` : nothing}
      </section>
    `;
  }

  /** The sentence about the visitor's last act on something; `''`: there is none. */
  protected answered(act: RewardAct, value?: string): string {
    const { answer } = this.shownView ?? {};
    if (answer?.act !== act || (value !== undefined && answer.value !== value)) return '';
    const { text } = this.safeHost;
    const { type } = this.shownView ?? {};
    if (answer.state !== 'refused') return text(`${type}.${act}-${answer.state}`);
    return this.refused(answer.reason ?? '');
  }

  /** Why not, in words: the backend's reason, or what the shop itself said. */
  protected refused(reason: string): string {
    return /^[a-z-]+$/.test(reason) ? refusalText(this.safeHost.text, reason) : reason;
  }

  /** Whether an act is under way. */
  protected get busy(): boolean {
    return this.shownView?.answer?.state === 'busy';
  }

  /** Asks for an act, unless the page prevents it. */
  protected ask(act: RewardAct | 'refresh', value = ''): void {
    const { campaignId, type } = this.shownView ?? {};
    if (!campaignId || !type) return;
    const detail = { campaignId, ...(act !== 'refresh' && { value }) };
    if (!this.dispatchEvent(new ReadingRequestEvent(type, act, detail))) return;
    this.safeHost.report(
      act === 'refresh' ? { type: 'reward', campaignId, act } : { type: 'reward', campaignId, act, value },
    );
  }
}
