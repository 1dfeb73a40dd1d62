import type { TourWidget } from '@regulars/schema';
import type { Decision, PresentationEnd } from '../../campaigns/presenter-port.ts';
import type { PartContext } from '../../journey/part.ts';
import type { Subscribable } from '../../lib/subscribable.ts';
import type { TourView } from '../widget-view.ts';
import { isStepHere, moveTour, type TourAct } from './tour-rule.ts';
import { leadMs, type TourStore } from './tour-store.ts';

const channelName = 'regulars-tour';

/** The tour of this page. */
export interface Running {
  readonly decision: Decision;
  readonly props: TourWidget['props'];
  readonly shown: () => void;
  readonly ended: (end: PresentationEnd) => void;
  index: number;
  /** This tab may show it. */
  leads: boolean;
  /** Steps whose showing was told. */
  readonly told: Set<number>;
  timer?: ReturnType<typeof setTimeout>;
  /** Stops answering other tabs. */
  stopAnswering?: () => void;
}

/** What the functions of one part share. */
export interface Desk {
  readonly context: PartContext;
  readonly store: TourStore;
  readonly changes: Subscribable<void>;
  readonly busy: (work: Promise<unknown>) => void;
  running: Running | null;
}

/** View of the running step; `null`: none here, or another tab shows it. */
export function readView({ running }: Desk): TourView | null {
  if (!running?.leads) return null;
  const { decision, props, index } = running;
  const step = props.steps[index];
  if (!step || !isStepHere(step, location.pathname)) return null;
  const { campaign, variantId, lang, dir, texts } = decision;
  const base = { campaignId: campaign.id, lang, dir, texts, ...(variantId ? { variantId } : {}) };
  return { ...base, type: 'tour', props, step, index, count: props.steps.length };
}

/** Lets the next page or another tab go on with it. */
export function letGo({ store, busy }: Desk, { leads, decision, props, index }: Running): void {
  if (leads) busy(store.release(decision.campaign.id, props.version ?? 0, index));
}

/** Takes it from the screen and leaves what is stored. */
export function leave(desk: Desk): void {
  const { running } = desk;
  if (!running) return;
  clearTimeout(running.timer);
  running.stopAnswering?.();
  desk.running = null;
  letGo(desk, running);
  desk.changes.tell();
}

/** The one way out, with its cause. */
function end(desk: Desk, cause: 'completed' | 'dismissed', detail: string): void {
  const { running, context, store } = desk;
  if (!running) return;
  const campaignId = running.decision.campaign.id;
  const stepId = running.props.steps[running.index]?.id;
  if (cause === 'completed') context.journey.track('tour_completed', { campaignId });
  else context.journey.track('tour_dismissed', { campaignId, cause: detail, ...(stepId ? { stepId } : {}) });
  clearTimeout(running.timer);
  running.stopAnswering?.();
  desk.running = null;
  // Removed before the arbiter hears of the end: it must not find a tour to resume.
  desk.busy(store.remove(campaignId).then(() => running.ended({ cause, detail })));
  desk.changes.tell();
}

export function apply(desk: Desk, act: TourAct): void {
  const { running, context, store } = desk;
  if (!running?.leads) return;
  const { steps } = running.props;
  const move = moveTour(running, steps, act);
  if (move.type === 'stay') return;
  if (move.type === 'end') {
    end(desk, move.cause, move.detail);
    return;
  }
  const { id: campaignId } = running.decision.campaign;
  const stepId = steps[running.index]?.id;
  if (move.skipped && stepId) {
    context.journey.track(
      'tour_step_skipped',
      { campaignId, stepId, reason: move.skipped },
      { passive: true },
    );
  }
  running.index = move.index;
  desk.busy(store.move(campaignId, move.index));
  desk.changes.tell();
}

/** The visitor can see the step. */
export function tellShown({ running, context }: Desk): void {
  const step = running?.props.steps[running.index];
  if (!running || !step || running.told.has(running.index)) return;
  const { index, told, decision } = running;
  told.add(index);
  const props = { campaignId: decision.campaign.id, stepId: step.id, index };
  context.journey.track('tour_step_shown', props, { passive: true });
  running.shown();
}

/** Names the step whose selector finds nothing. */
export function tellMissing({ running, context }: Desk): void {
  const step = running?.props.steps[running.index];
  if (!running?.leads || !step) return;
  context.problems.report({ code: 'target-missing', key: `${running.decision.campaign.id}/${step.id}` });
}

/** Ms in which a living tab answers. */
const answerMs = 200;

/** Whether another tab says that it shows this tour: the page before this one cannot, whatever it left in its lead. */
export function hearLead({ context }: Desk, campaignId: string): Promise<boolean> {
  const channel = new BroadcastChannel(channelName);
  return new Promise((resolve) => {
    const finish = (isAlive: boolean): void => {
      clearTimeout(timer);
      channel.close();
      resolve(isAlive);
    };
    const timer = setTimeout(() => finish(false), answerMs);
    channel.onmessage = ({ data }) => data === `here ${campaignId}` && finish(true);
    channel.postMessage(`who ${campaignId} ${context.journey.anonymousId()}`);
  });
}

/** Answers other tabs while this one leads; returns its stop. */
function answerLead(desk: Desk, running: Running): () => void {
  const channel = new BroadcastChannel(channelName);
  const { id } = running.decision.campaign;
  channel.onmessage = ({ data }) => {
    const asked = data === `who ${id} ${desk.context.journey.anonymousId()}`;
    if (asked && desk.running === running && running.leads) channel.postMessage(`here ${id}`);
  };
  return () => channel.close();
}

/** Takes the lead, keeps it while the page is visible, or waits until the other tab lets go. */
export async function seekLead(desk: Desk, running: Running, isNew: boolean, force = false): Promise<void> {
  const { store, context } = desk;
  const { campaign } = running.decision;
  const version = running.props.version ?? 0;
  const answer = await store.lead(campaign.id, { version, isNew, force });
  if (desk.running !== running || context.signal.aborted) return;
  const again = (ms: number): void => {
    clearTimeout(running.timer);
    if (!context.consent.allows('functional')) return;
    running.timer = setTimeout(() => desk.busy(seekLead(desk, running, false)), ms);
  };
  const led = running.leads;
  running.leads = answer.type === 'mine';
  if (answer.type === 'gone') {
    leave(desk);
    return running.ended({ cause: 'superseded' });
  }
  if (answer.type === 'other') {
    if (led) desk.changes.tell();
    again(answer.retryMs + 50);
    if (!(await hearLead(desk, campaign.id)) && desk.running === running)
      await seekLead(desk, running, false, true);
    return;
  }
  if (answer.stored.version !== version) return end(desk, 'dismissed', 'version-changed');
  running.stopAnswering ??= answerLead(desk, running);
  if (!led) running.index = answer.stored.index;
  again(leadMs / 3);
  if (!led) desk.changes.tell();
}
