import type { TourWidget } from '@regulars/schema';
import { type Presenter, presenterPort } from '../../campaigns/presenter-port.ts';
import type { Part } from '../../journey/part.ts';
import { createDisposer } from '../../lib/disposer.ts';
import { createSubscribable } from '../../lib/subscribable.ts';
import { purposeKey, purposeRange } from '../../storage/purpose-range.ts';
import { type ViewSource, viewSourcePort, type WidgetSignal } from '../widget-signal.ts';
import type { TourView } from '../widget-view.ts';
import { type Desk, leave, type Running } from './desk.ts';
import { LEFT, orLeave } from './leave-word.ts';
import { firstState, prefix, type StepSignal, type StoredTour } from './tour-state.ts';

type Machine = Awaited<ReturnType<Desk['machine']>>;

/** View of the running step; `null`: none here, or another tab shows it. */
function readView({ running }: Desk): TourView | null {
  if (!running?.leads || running.hidden) return null;
  const { decision, props, state, words = decision, left = props.steps.length - state.index } = running;
  const step = props.steps[state.index];
  if (!step) return null;
  const { campaign, variantId } = decision;
  const { lang, dir, texts } = words;
  const { length: index } = state.path;
  const base = { campaignId: campaign.id, variantId, lang, dir, texts };
  return { ...base, type: 'tour', props, step, index, count: index + left };
}

/** Runs the machine on the tour that is open, at once when it is there; without it the tour is over here. */
function run(desk: Desk, work: (machine: Machine) => unknown): void {
  const { running, loaded, busy } = desk;
  if (!running) return;
  const act = (machine: Machine): void => {
    desk.loaded = machine;
    if (desk.running === running) busy(new Promise((done) => done(work(machine))));
  };
  const fail = (cause: unknown): void => {
    leave(desk);
    running.ended({ cause: 'failed', detail: 'chunk' });
    throw cause;
  };
  if (loaded) act(loaded);
  else busy(desk.machine().then(act, fail));
}

/** The visitor can see the step. */
function tellShown(desk: Desk, running: Running): void {
  const { state, told, decision, props } = running;
  const { index } = state;
  const stepId = props.steps[index]?.id;
  if (!stepId) return;
  running.state = { ...state, seen: true };
  const shown = { campaignId: decision.campaign.id, stepId, index };
  if (!told.has(index)) desk.context.journey.track('tour_step_shown', shown);
  told.add(index);
  running.shown();
  run(desk, (machine) => machine.keep(desk, running));
}

/** A first step that needs nobody asked, on any page, with its text at hand. */
const isPlain = ({ props, decision }: Running): boolean =>
  props.steps.every(
    ({ body, ...step }) => !step.audience && !step.device && !step.next && body in decision.texts,
  ) && !props.steps[0]?.page;

/** A new tour takes the lead and stands; what is unfinished, held by another tab or not plain goes through the machine. */
async function start(desk: Desk, running: Running): Promise<void> {
  const { storage, now, journey } = desk.context;
  const { campaign, asked } = running.decision;
  const { version = 0 } = running.props;
  const row: StoredTour = { version, ...firstState, at: now(), lead: { tab: desk.tab } };
  const key = purposeKey('functional', prefix + campaign.id);
  let old: unknown;
  if (storage.allows('functional'))
    await storage.base.run(['feature'], 'readwrite', async ({ feature }) => {
      old = asked ? undefined : await feature.get(key);
      if (!old) await feature.put(row, key);
    });
  if (desk.running !== running) return;
  if (!old) journey.track('tour_started', { campaignId: campaign.id });
  if (old || !isPlain(running)) run(desk, (machine) => machine.enter(desk, running));
  else {
    running.leads = true;
    desk.changes.tell();
  }
}

async function findUnfinished(desk: Desk): Promise<string | null> {
  const { storage } = desk.context;
  await desk.closing?.catch(() => {});
  if (!storage.allows('functional')) return null;
  const rows = await storage.base.run(['feature'], 'readonly', ({ feature }) =>
    feature.entries(purposeRange('functional', prefix)),
  );
  return rows?.length || storage.left.find(LEFT).length ? (await desk.machine()).resumes(desk) : null;
}

const createPresenter = (desk: Desk): Presenter => ({
  type: 'tour',
  refusal: ({ widget, slot }) =>
    widget.type !== 'tour' || slot !== 'overlay' ? 'not-an-overlay' : desk.running ? 'tour-running' : null,
  open(decision, events) {
    // A presenter is only asked for its own type.
    const props = decision.widget.props as TourWidget['props'];
    const own = { state: firstState, leads: false, acts: [], told: new Set<number>() };
    const running: Running = { decision, props, ...events, ...own };
    desk.running = running;
    desk.busy(start(desk, running));
    return () => {
      if (desk.running === running) leave(desk);
    };
  },
  resumes: () => findUnfinished(desk),
});

function hear(desk: Desk, signal: WidgetSignal): boolean {
  const { running } = desk;
  if (!running || !('campaignId' in signal) || signal.campaignId !== running.decision.campaign.id)
    return false;
  const isTour = signal.type === 'tour';
  const isShown = isTour && signal.act === 'step-shown';
  // Who answers a step has seen it, even in the moment before it was told: it counts.
  if (isShown || (isTour && signal.act !== 'target-missing' && !running.state.seen)) tellShown(desk, running);
  if (isShown) return true;
  if (isTour && !desk.loaded) awaitMachine(desk, running, signal);
  run(desk, (machine) => machine.hear(desk, signal));
  return true;
}

/** What the visitor did and the machine is not yet there to do: a page that goes meanwhile leaves it to the next one. */
function awaitMachine(desk: Desk, { acts, props, state }: Running, signal: StepSignal): void {
  const { act, campaignId } = signal;
  const stepId = props.steps[state.index]?.id;
  if (act !== 'target-missing' && acts.push(signal) === 1)
    void orLeave(
      desk,
      desk.machine().finally(() => acts.splice(0)),
      { campaignId, acts, stepId },
    );
}

const createViewSource = (desk: Desk): ViewSource => ({
  read: (slot) => (slot === 'overlay' ? readView(desk) : null),
  subscribe: (slot, listener) => (slot === 'overlay' ? desk.changes.add(listener) : () => {}),
  report: (signal) => hear(desk, signal),
});

/** Shows campaigns of the widget `tour`: steps over pages and tabs, resumed from the device, never in two tabs at once. */
export function tours(): Part {
  let desk: Desk | null = null;
  const under = new Set<Promise<unknown>>();
  return {
    name: 'tours',
    start(context) {
      const { problems, ports, journey } = context;
      const failed = (cause: unknown): void => problems.report({ code: 'tour-failed', message: '', cause });
      const own: Desk = {
        context,
        tab: `${context.random()}`,
        changes: createSubscribable<void>(failed),
        machine: () => import('./machine.ts'),
        running: null,
        busy(work) {
          const guarded = work.catch(failed).finally(() => under.delete(guarded));
          under.add(guarded);
        },
      };
      desk = own;
      const disposer = createDisposer();
      disposer.add(() => leave(own));
      disposer.add(ports.provide(presenterPort, createPresenter(own)));
      disposer.add(ports.provide(viewSourcePort, createViewSource(own)));
      // What tours and campaigns tell of themselves moves no tour.
      const follow = (event: Parameters<Machine['follow']>[1]): void => {
        if (own.running?.leads && !/^(tour|exp)/.test(event.name))
          run(own, (machine) => machine.follow(own, event));
      };
      disposer.add(journey.onEvent(follow));
      return disposer.stop;
    },
    async idle() {
      while (under.size) await Promise.all(under);
    },
    inspect() {
      if (!desk?.running) return null;
      const { decision, state, leads, props } = desk.running;
      return { campaignId: decision.campaign.id, index: state.index, count: props.steps.length, leads };
    },
  };
}
