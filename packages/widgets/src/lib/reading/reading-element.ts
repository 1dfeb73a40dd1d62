import type { ReadingView, WidgetView } from '@regulars/core';
import { html, nothing, type TemplateResult } from 'lit';
import { RegularsElement } from '../base-element.ts';
import { richWords } from '../rich-words.ts';
import type { PartModule, RewardActs } from './reward-acts.ts';

/**
 * What all elements share that show what the server says of the person: title, waiting, nothing yet, error, offline,
 * signed out; what is known stays readable while it is read anew.
 */
export class ReadingElement<V extends ReadingView = ReadingView, P = undefined> extends RegularsElement<V> {
  readonly #words: (text: string) => unknown = richWords(this.bring);

  /** First word of the keys of the shared sentences. */
  protected readonly family: 'standing' | 'prizes' = 'standing';

  #acts: RewardActs | undefined;
  /** What the visitor can do here; none until it was fetched. */
  protected acting: P | undefined;
  /** Fetches what the visitor can do here, with the first answer of the server. */
  protected readonly loadPart: (() => Promise<PartModule<P>>) | undefined;

  protected override accepts(view: WidgetView): view is V {
    return `regulars-${view.type}` === this.localName;
  }

  /** What is known, or `null`: there is nothing yet. */
  protected content(_known: NonNullable<V['known']>, _view: V): unknown {
    return null;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const { state, known } = this.shownView ?? {};
    const acts = known !== undefined && this.loadPart;
    if (this.#acts || !(acts || isBroken(state))) return;
    this.bring(
      () => Promise.all([import('./reward-acts.ts'), this.loadPart?.()]),
      ([{ startActs }, module]) => {
        if (!this.#acts) [this.#acts, this.acting] = startActs(this, module);
      },
    );
  }

  override render(): TemplateResult {
    const view = this.shownView;
    if (!view) return html`<slot></slot>`;
    const { state, known, texts, type, lang, dir } = view;
    const content = known === undefined || state === 'anonymous' ? undefined : this.content(known, view);
    const { text } = this.safeHost;
    const { family } = this;
    const waiting = content === undefined && (state === 'loading' || state === 'ready');
    const broken = isBroken(state);
    const word = state === 'anonymous' ? state : 'empty';
    const key = waiting ? `${family}.loading` : broken ? `${family}.${state}` : `${type}.${word}`;
    const message = content && !broken ? '' : text(key);
    const title = texts.title ?? text(`${type}.title`);
    return html`
      <section class="base card" part="base" lang=${lang} dir=${dir} aria-label=${title} aria-busy=${waiting}>
        <h2 class="title" part="title">${title}</h2>
        ${texts.body ? html`<p class="quiet">${this.#words(texts.body)}</p>` : nothing}
        ${waiting ? html`<div class="ghost"></div><div class="ghost wide"></div>` : nothing}
        ${content ?? nothing}
        <p class=${waiting ? 'unseen' : 'message'} role="status" ?hidden=${!message}>${message}</p>
        ${broken ? this.#acts?.retry(family) : nothing}
      </section>
    `;
  }
}

const isBroken = (state: ReadingView['state'] | undefined): boolean =>
  state === 'error' || state === 'offline';
