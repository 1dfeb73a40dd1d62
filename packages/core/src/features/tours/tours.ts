import { type Presenter, presenterPort } from '../../campaigns/presenter-port.ts';
import type { Part } from '../../journey/part.ts';
import { createDisposer } from '../../lib/disposer.ts';
import { createSubscribable } from '../../lib/subscribable.ts';
import { type ViewSource, viewSourcePort } from '../widget-signal.ts';
import {
  apply,
  type Desk,
  leave,
  letGo,
  type Running,
  readView,
  seekLead,
  tellMissing,
  tellShown,
} from './run-tour.ts';
import { createTourStore } from './tour-store.ts';

function createPresenter(desk: Desk): Presenter {
  const { context, store } = desk;
  return {
    type: 'tour',
    refusal: ({ widget, slot }) =>
      widget.type !== 'tour' || slot !== 'overlay' ? 'not-an-overlay' : desk.running ? 'tour-running' : null,
    open(decision, events) {
      if (decision.widget.type !== 'tour') return () => {};
      const { props } = decision.widget;
      const running: Running = { decision, props, ...events, index: 0, leads: false, told: new Set() };
      desk.running = running;
      const start = async (): Promise<void> => {
        const isNew = decision.asked || (await store.unfinished(() => {})) !== decision.campaign.id;
        if (isNew) context.journey.track('tour_started', { campaignId: decision.campaign.id });
        if (decision.asked) await store.remove(decision.campaign.id);
        await seekLead(desk, running, isNew);
      };
      desk.busy(start());
      return () => {
        if (desk.running === running) leave(desk);
      };
    },
    resumes: () =>
      store.unfinished((campaignId) =>
        context.journey.track('tour_dismissed', { campaignId, cause: 'expired' }, { passive: true }),
      ),
  };
}

function createViewSource(desk: Desk): ViewSource {
  return {
    read: (slot) => (slot === 'overlay' ? readView(desk) : null),
    subscribe: (slot, listener) => (slot === 'overlay' ? desk.changes.add(listener) : () => {}),
    report(signal) {
      if (!('campaignId' in signal) || signal.campaignId !== desk.running?.decision.campaign.id) return false;
      if (signal.type === 'dismissed') apply(desk, { type: 'dismiss', cause: signal.cause });
      else if (signal.type === 'completed') apply(desk, { type: 'complete' });
      else if (signal.type !== 'tour') return false;
      else if (signal.act === 'step-shown') tellShown(desk);
      else if (signal.act === 'dismiss') apply(desk, { type: 'dismiss', cause: signal.cause ?? 'visitor' });
      else {
        if (signal.act === 'target-missing') tellMissing(desk);
        apply(desk, { type: signal.act });
      }
      return true;
    },
  };
}

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
        store: createTourStore(context),
        changes: createSubscribable<void>(failed),
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
      disposer.add(
        journey.onEvent(({ name }) => {
          apply(own, { type: 'event', name });
          // Another route of the same document may be the page of the step, or no longer be it.
          if (name === 'page_viewed') own.changes.tell();
        }),
      );
      disposer.on(window, 'pagehide', () => {
        if (own.running) letGo(own, own.running);
      });
      disposer.on(window, 'pageshow', () => {
        if (own.running) own.busy(seekLead(own, own.running, false));
      });
      return disposer.stop;
    },
    async idle() {
      while (under.size) await Promise.all(under);
    },
    inspect() {
      const running = desk?.running;
      if (!running) return null;
      const { decision, index, leads, props } = running;
      return { campaignId: decision.campaign.id, index, count: props.steps.length, leads };
    },
  };
}
