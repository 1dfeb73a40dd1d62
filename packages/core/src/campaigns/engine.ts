import type { EventName } from '@regulars/schema';
import { type Arbiter, createArbiter } from './arbiter.ts';
import type { ControlFile } from './control-file.ts';
import { createStage } from './create-stage.ts';
import { fetchNeeds } from './decision-input.ts';
import type { CampaignInspection } from './inspection.ts';
import { slotsPort } from './slots-port.ts';
import type { Stage } from './stage.ts';
import { createTriggers, type Triggers } from './triggers.ts';

/** What runs on this page once the document is there. */
export interface Run {
  pass(): Promise<void>;
  /** The visitor asks for a campaign; one that ended or failed on this page view may open again. */
  ask(campaignId: string): void;
  inspect(): readonly CampaignInspection[];
  /** Campaign that has its place now, by slot. */
  slots(): Readonly<Record<string, string>>;
}

/** Events that no trigger listens to: they tell of deciding itself. */
const own: readonly EventName[] = ['experience_decided', 'engagement_recorded'];

/** What `startEngine` needs. */
export interface EngineOptions
  extends Pick<Stage, 'context' | 'document' | 'disposer' | 'again' | 'busy' | 'attention' | 'onOdd'> {
  readonly control: ControlFile;
  readonly force: readonly string[];
}

/** Listens to everything that may change a decision. */
function watchAll(stage: Stage, arbiter: Arbiter, triggers: Triggers): void {
  const { context, disposer, again } = stage;
  const { journey, ports } = context;
  let path = location.pathname;
  /** The path may change without a page load. */
  const look = (): void => {
    if (path === location.pathname) return;
    path = location.pathname;
    arbiter.begin();
    triggers.begin();
    again();
  };
  const { navigation } = globalThis as { readonly navigation?: EventTarget };
  if (navigation) disposer.on(navigation, 'navigatesuccess', look);
  disposer.on(window, 'popstate', look);
  disposer.add(arbiter.stop);
  disposer.add(
    journey.onEvent(({ name }) => {
      // Where nothing else tells of a new path, the page collector does.
      if (name === 'page_viewed') look();
      if (own.includes(name)) return;
      triggers.happen({ on: 'event', event: name });
      again();
    }),
  );
  disposer.add(journey.onProfile(again));
  for (const slots of ports.use(slotsPort)) disposer.add(slots.onChange(again));
  triggers.begin();
  again();
}

/** Begins to decide, once what the document needs is there. Rejects when that cannot be had. */
export async function startEngine({ control, force, ...given }: EngineOptions): Promise<Run | null> {
  const needs = await fetchNeeds(given.document);
  if (given.context.signal.aborted) return null;
  const stage = createStage(given);
  const triggers = createTriggers(stage, needs);
  const askLimits = needs.watchLimits?.(stage, needs);
  const arbiter = createArbiter({
    stage,
    needs: { ...needs, askLimits },
    paused: control.paused,
    force,
    fired: triggers.fired,
  });
  watchAll(stage, arbiter, triggers);
  return {
    async pass() {
      // What was paused while nobody looked does not open.
      await control.check();
      await arbiter.pass();
    },
    ask(id) {
      // One that waits (for another tab to let go of it) opens anew, here.
      stage.closeIf?.(
        ({ judgement: { campaign, by }, state }) =>
          campaign.id === id && state === 'reserved' && by !== 'asked',
      );
      stage.failed.delete(id);
      triggers.set(id, 'asked');
    },
    inspect: arbiter.inspect,
    slots: stage.taken,
  };
}
