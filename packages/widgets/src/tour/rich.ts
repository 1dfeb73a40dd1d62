import type { TourView } from '@regulars/core';
import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import type { SafeHost } from '../lib/guard-host.ts';
import { linkButtons } from '../lib/link-button.styles.ts';
import { safeUrl } from '../lib/safe-url.ts';
import type { TourStep } from '../lib/types.ts';
import type { TourActs } from './tour.events.ts';

type Button = NonNullable<TourStep['buttons']>[number];
type Media = NonNullable<TourStep['media']>;
type Texts = TourView['texts'];

const word = (texts: Texts, key: string): string => texts[key] ?? key;
/** Pictures and films come from the web, whatever a document says. */
const sourceOf = (url: string | undefined): string | undefined =>
  /^(mailto|tel):/i.test(url ?? '') ? undefined : safeUrl(url);

/** Picture or film in a box that keeps its height, with its words. */
export function mediaPart(media: Media, texts: Texts): TemplateResult | typeof nothing {
  const { type, src, width, height, alt, caption, poster, tracks = [] } = media;
  const source = sourceOf(src);
  if (!source) return nothing;
  const words = alt === undefined ? '' : word(texts, alt);
  const track = (one: (typeof tracks)[number], at: number): TemplateResult => html`<track kind="captions"
    src=${sourceOf(one.src) ?? nothing} srclang=${one.lang} label=${word(texts, one.label)} ?default=${at === 0} />`;
  const box =
    type === 'image'
      ? html`<img part="media" src=${source} width=${width} height=${height} alt=${words} decoding="async" />`
      : html`<video part="media" src=${source} width=${width} height=${height} aria-label=${words || nothing}
          poster=${sourceOf(poster) ?? nothing} preload="metadata" controls playsinline>${tracks.map(track)}</video>`;
  return html`<figure class="media">${box}${caption === undefined ? nothing : html`<figcaption>${word(texts, caption)}</figcaption>`}</figure>`;
}

/** A place in the step that another campaign fills: a list, a wallet, a game. */
export function slotPart(name: string, host: unknown): TemplateResult {
  return html`<regulars-slot class="inside" part="slot" name=${name} .host=${host}></regulars-slot>`;
}

/** What the step's own buttons work with. */
export interface ButtonDesk {
  readonly host: SafeHost;
  readonly view: TourView;
  /** Going on ends the tour. */
  readonly last: boolean;
  readonly act: TourActs;
}

/** The step's own buttons; the last one is the strong one. Leading elsewhere is a link. */
export function buttonParts(
  buttons: readonly Button[],
  texts: Texts,
  desk: ButtonDesk,
): readonly TemplateResult[] {
  return buttons.map((button, at) => {
    const { label, action } = button;
    const strong = at === buttons.length - 1 ? 'strong' : '';
    const words = word(texts, label);
    const pressed = (event: Event): void => {
      if (!press(button, desk)) event.preventDefault();
    };
    const url = action?.type === 'open' ? safeUrl(word(texts, action.url)) : undefined;
    if (!url)
      return html`<button type="button" part="button" class=${strong} @click=${pressed}>${words}</button>`;
    const away = new URL(url, document.baseURI).origin !== location.origin && /^http/i.test(url);
    return html`<a part="button" class="button ${strong}" href=${url} target=${away ? '_blank' : nothing}
      rel=${away ? 'noopener' : nothing} @click=${pressed}>${words}</a>`;
  });
}

/** What is said is told first: the way on may depend on it. What leads elsewhere or records something goes on as well. */
function press(
  { action = { type: 'next' }, answer }: Button,
  { host, view, last, act }: ButtonDesk,
): boolean {
  const { campaignId } = view;
  if (answer !== undefined) host.report({ type: 'tour', campaignId, act: 'answer', value: answer });
  if (action.type === 'go') return act('go', { value: action.step });
  if (action.type === 'start') return act('start', { value: action.campaign });
  if (action.type === 'snooze') return act('snooze', { value: String(action.minutes) });
  if (action.type === 'dismiss') return act('dismiss', { cause: 'button' });
  if (action.type === 'back' || action.type === 'complete') return act(action.type);
  if (action.type === 'emit')
    host.report({ type: 'event', name: 'custom_recorded', props: { label: action.label } });
  // With an answer the engine knows the way: what looks like the last step may branch.
  return act(last && answer === undefined && !view.step.next ? 'complete' : 'next');
}

export const richStyles: CSSResult = css`
  ${linkButtons}
  .media {
    margin-block-start: 12px;
  }
  .media img,
  .media video {
    display: block;
    inline-size: 100%;
    block-size: auto;
    max-block-size: 38dvh;
    object-fit: cover;
    border-radius: calc(var(--_r-radius) * 0.72);
    background: var(--_r-sunken);
  }
  figcaption {
    margin-block-start: 6px;
    font-size: 0.8125em;
    color: var(--_r-muted);
  }
  .inside {
    display: block;
    min-block-size: 1px;
    margin-block-start: 12px;
  }
  .sheet .media img,
  .sheet .media video {
    max-block-size: 20dvh;
  }
  .sheet:has(.media) {
    max-block-size: 72dvh;
  }
  .own .gap {
    display: none;
  }
  .own [part='button'] {
    flex: 1 1 auto;
  }
  .sheet [part='button'] {
    flex: 1 1 40%;
  }
`;
