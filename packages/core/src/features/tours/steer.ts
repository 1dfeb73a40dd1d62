import { openerPort } from '../../campaigns/slots-port.ts';
import type { TrackedEvent } from '../../journey/journey-port.ts';
import type { WidgetSignal } from '../widget-signal.ts';
import type { Desk, Running } from './desk.ts';
import { orLeave } from './leave-word.ts';
import { isStepHere, settle, worldOf } from './settle.ts';
import { keyOf, rowOf, storeOf } from './tour-row.ts';
import { moveTour, type TourAct } from './tour-rule.ts';

const idOf = ({ decision }: Running): string => decision.campaign.id;

/** It no longer runs here; its row is the caller's. */
function drop(desk: Desk, running: Running): void {
  desk.running = null;
  running.stop?.();
}

/** Forgets it and tells the arbiter at once: an asked start may follow on its heels. Who resumes waits for the row to go. */
function close(desk: Desk, running: Running, told: Parameters<Running['ended']>[0]): void {
  drop(desk, running);
  desk.closing = orLeave(desk, storeOf(desk).delete(keyOf(running)), { campaignId: idOf(running) });
  desk.changes.tell();
  running.ended(told);
}

/** The one way out, with its cause. */
export function end(desk: Desk, cause: 'completed' | 'dismissed', detail: string): void {
  const { running, context } = desk;
  if (!running) return;
  const campaignId = idOf(running);
  const stepId = running.props.steps[running.state.index]?.id;
  if (cause === 'completed') context.journey.track('tour_completed', { campaignId });
  else context.journey.track('tour_dismissed', { campaignId, cause: detail, ...(stepId ? { stepId } : {}) });
  close(desk, running, { cause, detail });
}

function store(desk: Desk, running: Running): void {
  const row = { ...rowOf(desk, running), lead: { tab: desk.tab } };
  void orLeave(desk, storeOf(desk).set(keyOf(running), row), { campaignId: idOf(running), row });
}

/** One transition per act. */
export function apply(desk: Desk, act: TourAct): void {
  const { running, context } = desk;
  if (!running?.leads) return;
  const { steps } = running.props;
  const move = moveTour(running.state, steps, act, worldOf(desk, running));
  if (move.type === 'stay') return;
  if (move.type === 'end') {
    end(desk, move.cause, move.detail);
    return;
  }
  const stepId = steps[running.state.index]?.id;
  if (move.skipped && stepId) {
    const props = { campaignId: idOf(running), stepId, reason: move.skipped };
    context.journey.track('tour_step_skipped', props);
  }
  if (!move.skipped) running.backwards = act.type === 'back';
  else if (move.state.index > running.state.index) running.backwards = false;
  running.state = move.state;
  settle(desk, running);
  store(desk, running);
  desk.changes.tell();
}

/** Puts the tour off: it goes on from here, on a page after that time. */
function snooze(desk: Desk, minutes: number): void {
  const { running, context, changes } = desk;
  if (!running?.leads || !(minutes > 0)) return;
  const campaignId = idOf(running);
  context.journey.track('tour_snoozed', { campaignId, minutes });
  drop(desk, running);
  const row = { ...rowOf(desk, running), until: context.now() + minutes * 60_000 };
  desk.closing = orLeave(desk, storeOf(desk).set(keyOf(running), row), { campaignId, row });
  running.ended({ cause: 'navigated', detail: 'snoozed' });
  changes.tell();
}

function answer(desk: Desk, said: string): void {
  const { running, context } = desk;
  const stepId = running?.props.steps[running.state.index]?.id;
  if (!running?.leads || !stepId) return;
  running.state = { ...running.state, answers: { ...running.state.answers, [stepId]: said } };
  context.journey.track('tour_step_answered', { campaignId: idOf(running), stepId, answer: said });
  settle(desk, running);
  store(desk, running);
}

/** Ends this tour and has another campaign opened, as the visitor asked. */
function start(desk: Desk, campaignId: string): void {
  const { ports } = desk.context;
  end(desk, 'completed', 'started-other');
  for (const open of ports.use(openerPort)) desk.busy(open(campaignId));
}

/** Names the step whose target is not there. */
function tellMissing({ running, context }: Desk): void {
  const stepId = running?.props.steps[running.state.index]?.id;
  if (running?.leads && stepId)
    context.problems.report({ code: 'target-missing', key: `${idOf(running)}/${stepId}` });
}

/** Hears what an element tells of the tour. */
export function hear(desk: Desk, signal: WidgetSignal): void {
  if (signal.type === 'dismissed') apply(desk, { type: 'dismiss', cause: signal.cause });
  else if (signal.type === 'completed') apply(desk, { type: 'complete' });
  if (signal.type !== 'tour') return;
  const { act, cause, value = '' } = signal;
  if (act === 'dismiss') apply(desk, { type: act, cause: cause ?? 'visitor' });
  else if (act === 'go') apply(desk, { type: act, step: value });
  else if (act === 'answer') answer(desk, value);
  else if (act === 'snooze') snooze(desk, Number(value));
  else if (act === 'start') start(desk, value);
  else if (act === 'target-missing') {
    tellMissing(desk);
    apply(desk, { type: act, cause });
  } else if (act !== 'step-shown') apply(desk, { type: act });
}

/** Hears the journey: what the step waits for, and pages that want to be left alone. */
export function follow(desk: Desk, { name }: TrackedEvent): void {
  const { running } = desk;
  if (!running?.leads) return;
  const { pathname: path } = location;
  const here = isStepHere(running.props.steps[running.state.index], path);
  if (here || running.state.seen) apply(desk, { type: 'event', name, path });
  if (name !== 'page_viewed' && name !== 'checkout_started') return;
  if (desk.running) settle(desk, desk.running, name === 'checkout_started');
  // Another route of the same document may be the page of the step, or no longer be it.
  desk.changes.tell();
}
