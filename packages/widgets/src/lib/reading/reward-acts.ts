import type { ReadingView, RewardAct } from '@regulars/core';
import { type CSSResult, css, html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { adoptStyles } from '../adopt-styles.ts';
import { buttons } from '../button.styles.ts';
import type { SafeHost } from '../guard-host.ts';
import { refusalText } from '../refusal-rule.ts';
import { ReadingRequestEvent } from './reading.events.ts';

/** The element that a visitor acts in. */
export type Acting = HTMLElement &
  ReactiveControllerHost & {
    readonly renderRoot: ParentNode;
    readonly safeHost: SafeHost;
    readonly shownView: ReadingView | null;
  };

/** The module of what a visitor can do in an element, which it fetches when it has something to show. */
export interface PartModule<P> {
  readonly styles: readonly CSSResult[];
  readonly part: (acts: RewardActs) => P;
}

const retrying = css`
  .retry {
    margin-block-start: var(--_r-m);
  }
`;

/** What a visitor can do where the server's answers are shown, and what is said about it. */
export class RewardActs {
  readonly element: Acting;

  constructor(element: Acting) {
    this.element = element;
  }

  /** Text of the host, by key. */
  get text(): SafeHost['text'] {
    return this.element.safeHost.text;
  }

  /** Whether an act is under way. */
  get busy(): boolean {
    return this.element.shownView?.answer?.state === 'busy';
  }

  /** The sentence about the visitor's last act on something; `''`: there is none. */
  answered(act: RewardAct, value?: string): string {
    const { answer, type } = this.element.shownView ?? {};
    if (answer?.act !== act || (value !== undefined && answer.value !== value)) return '';
    const { text } = this;
    // A coupon is one of the prizes, and says what they say.
    if (answer.state !== 'refused')
      return text(`${type === 'coupon' ? 'prizes' : type}.${act}-${answer.state}`);
    const { reason = '' } = answer;
    // The backend's reason, or what the shop itself said.
    return /^[a-z-]+$/.test(reason) ? refusalText(text, reason) : reason;
  }

  /** Asks for an act, unless the page prevents it. */
  ask(act: RewardAct | 'refresh', value = ''): void {
    const { element } = this;
    const { campaignId, type } = element.shownView ?? {};
    if (!campaignId || !type) return;
    const detail = { campaignId, ...(act !== 'refresh' && { value }) };
    if (!element.dispatchEvent(new ReadingRequestEvent(type, act, detail))) return;
    element.safeHost.report(
      act === 'refresh' ? { type: 'reward', campaignId, act } : { type: 'reward', campaignId, act, value },
    );
  }

  /** The button that reads anew after a failure. */
  retry(family: string): TemplateResult {
    return html`<button type="button" class="retry" @click=${() => this.ask('refresh')}>${this.text(`${family}.retry`)}</button>`;
  }
}

/** Dresses the element and gives it what the visitor can do: its own part, too, where it has one. */
export function startActs<P>(
  element: Acting,
  module: PartModule<P> | undefined,
): readonly [RewardActs, P | undefined] {
  const acts = new RewardActs(element);
  for (const one of [buttons, retrying, ...(module?.styles ?? [])]) adoptStyles(element.shadowRoot, one);
  return [acts, module?.part(acts)];
}
