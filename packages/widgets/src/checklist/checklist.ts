import type { ChecklistReward, ChecklistView, WidgetView } from '@regulars/core';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { defineElement } from '../define.ts';
import { actionButton } from '../lib/action-button.template.ts';
import { RegularsElement } from '../lib/base-element.ts';
import { buttons } from '../lib/button.styles.ts';
import { CouponBox } from '../lib/coupon-box.ts';
import { closeIcon, downIcon, tickIcon } from '../lib/icons.ts';
import { linkButtons } from '../lib/link-button.styles.ts';
import { isOverPage } from '../lib/over-page.ts';
import { refusalText } from '../lib/refusal-rule.ts';
import { richText } from '../lib/rich-text.template.ts';
import { tokens } from '../lib/tokens.styles.ts';
import { ChecklistActEvent, type ChecklistDetail, ChecklistFinishedEvent } from './checklist.events.ts';
import { styles } from './checklist.styles.ts';
import { type ChecklistShow, checklistShow, type MissionRow } from './checklist.view.ts';

/**
 * Missions of a newcomer: each is ticked off by what the visitor really does, the list folds, stays as it was left, and
 * is quietly glad at the end. A reward is collected from the server once every mission is done.
 *
 * @element regulars-checklist
 * @slot - Fallback, shown while nothing is decided.
 * @fires regulars-checklist-act - Request, before something happens; cancelable.
 * @fires regulars-checklist-finished - The last mission was done on this page.
 * @csspart base - Wrapper.
 * @csspart box - The card.
 * @csspart title - Title.
 * @csspart item - One mission.
 * @csspart button - Button or link of a mission.
 * @csspart reward - The reward.
 * @csspart code - The reward's code.
 * @csspart close - Closing button.
 * @cssprop [--regulars-checklist-padding=20px] - Inner space.
 */
export class RegularsChecklist extends RegularsElement<ChecklistView> {
  static override styles: CSSResultGroup = [tokens, buttons, linkButtons, styles];

  readonly #coupon: CouponBox = new CouponBox(this);
  #told: string | undefined;
  #glad: string | undefined;

  /** Registers `<regulars-checklist>`. */
  static define(): void {
    defineElement('regulars-checklist', RegularsChecklist);
  }

  protected override accepts(view: WidgetView): view is ChecklistView {
    return view.type === 'checklist';
  }

  override render(): TemplateResult {
    const view = this.shownView;
    if (!view) return html`<slot></slot>`;
    const show = checklistShow(view);
    const name = show.title ?? this.safeHost.text('checklist.checklist');
    const looks = [
      isOverPage(this) && 'over',
      show.folded && 'folded',
      show.finished && 'finished',
      view.fresh && 'fresh',
    ];
    return html`<div class="base" part="base" lang=${view.lang} dir=${view.dir}>
      <section class="box ${looks.filter(Boolean).join(' ')}" part="box" aria-label=${name}>
        ${this.#head(show, name)}
        <div id="rest" ?hidden=${show.folded}>
          ${show.body ? html`<p class="quiet small">${richText(show.body)}</p>` : nothing}
          <ol>${show.rows.map((row) => this.#row(row))}</ol>
          ${show.reward ? this.#reward(show, show.reward) : nothing}
          ${
            show.finished && (!show.reward || /given|refused/.test(show.reward.state))
              ? html`<button type="button" class="away" @click=${() => this.#act('close')}>${this.safeHost.text('checklist.put-away')}</button>`
              : nothing
          }
        </div>
      </section>
    </div>`;
  }

  #head({ folded, done, count, finished }: ChecklistShow, name: string): TemplateResult {
    const { text } = this.safeHost;
    const soFar = finished ? text('checklist.finished') : text('checklist.so-far', { done, count });
    return html`<div class="head">
        <div><h2 class="title" part="title">${name}</h2><p class="so-far" role="status">${soFar}</p></div>
        <button type="button" class="plain round fold" aria-expanded=${String(!folded)} aria-controls="rest"
          aria-label=${text('checklist.missions')} @click=${() => this.#act(folded ? 'unfold' : 'fold')}>${downIcon()}</button>
        ${
          finished
            ? nothing
            : html`<button type="button" class="plain round" part="close" aria-label=${text('checklist.close')}
              @click=${() => this.#act('dismiss')}>${closeIcon()}</button>`
        }
      </div>
      <div class="track" aria-hidden="true"><i></i></div>`;
  }

  #row({ id, title, body, done, count, goal, action }: MissionRow): TemplateResult {
    const { text } = this.safeHost;
    const state = done
      ? text('checklist.done')
      : goal > 1
        ? text('checklist.times', { done: count, count: goal })
        : '';
    const onAct = (event: Event): void => this.#go({ id, action }, event);
    return html`<li class=${done ? 'done' : ''} part="item">
      <span class="tick" aria-hidden="true">${tickIcon()}</span>
      <div>
        <span class="name">${title}</span>
        ${state ? html`<span class=${done ? 'unseen' : 'so-far'}> ${state}</span>` : nothing}
        ${body && !done ? html`<p>${richText(body)}</p>` : nothing}
      </div>
      ${action ? actionButton(text('checklist.go'), action, { strong: false, onAct, name: title }) : nothing}
    </li>`;
  }

  #reward(
    { rewardWords }: ChecklistShow,
    { state, label, code, points, reason }: ChecklistReward,
  ): TemplateResult {
    const { text } = this.safeHost;
    const words = label ?? rewardWords ?? text('checklist.reward');
    const given = points === undefined ? '' : text('checklist.points', { count: points });
    return html`<div class="reward" part="reward">
      <strong><bdi>${words}</bdi></strong>
      ${state === 'locked' ? html`<p class="small quiet">${text('checklist.locked')}</p>` : nothing}
      ${state === 'given' && code ? this.#coupon.render(code, text) : nothing}
      ${state === 'given' && given ? html`<p class="small">${given}</p>` : nothing}
      <p class=${reason ? 'small' : 'unseen'} role="status">${reason ? refusalText(text, reason) : ''}</p>
      ${
        state === 'ready' || state === 'asking' || state === 'offline'
          ? html`<button type="button" class="strong" aria-disabled=${state === 'asking' ? 'true' : nothing}
            @click=${() => this.#act('claim')}>${text(state === 'asking' ? 'checklist.asking' : 'checklist.collect')}</button>`
          : nothing
      }
    </div>`;
  }

  protected override updated(): void {
    const view = this.shownView;
    if (!view || !this.isConnected) return;
    const { campaignId } = view;
    const { done, count } = checklistShow(view);
    // Through the object model: a strict content policy refuses style attributes.
    this.renderRoot.querySelector<HTMLElement>('.track')?.style.setProperty('--_done', String(done / count));
    if (view.fresh && this.#glad !== campaignId) {
      this.#glad = campaignId;
      this.dispatchEvent(new ChecklistFinishedEvent({ campaignId }));
    }
    if (this.#told === campaignId) return;
    this.#told = campaignId;
    this.safeHost.report({ type: 'shown', campaignId });
  }

  #go({ id: missionId, action }: Pick<MissionRow, 'id' | 'action'>, event: Event): void {
    const campaignId = this.shownView?.campaignId;
    if (!campaignId || !action) return;
    if (!this.dispatchEvent(new ChecklistActEvent({ campaignId, act: action.type, missionId })))
      event.preventDefault();
    else if (action.type === 'start')
      this.safeHost.report({ type: 'guidance', campaignId, act: 'start', campaign: action.campaign });
    else if (action.type === 'dismiss')
      this.safeHost.report({ type: 'dismissed', campaignId, cause: 'button' });
  }

  #act(act: Exclude<ChecklistDetail['act'], 'open' | 'start'>): void {
    const view = this.shownView;
    if (!view || (act === 'claim' && view.reward?.state === 'asking')) return;
    const { campaignId } = view;
    if (!this.dispatchEvent(new ChecklistActEvent({ campaignId, act }))) return;
    if (act === 'dismiss') this.safeHost.report({ type: 'dismissed', campaignId, cause: 'close' });
    else this.safeHost.report({ type: 'guidance', campaignId, act });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'regulars-checklist': RegularsChecklist;
  }
}
