import type { CampaignDocument, EventName } from '@regulars/schema';
import type { PartContext } from '../journey/part.ts';
import type { Disposer } from '../lib/disposer.ts';
import { type Arbiter, createArbiter } from './arbiter.ts';
import { createStage } from './create-stage.ts';
import { fetchNeeds } from './decision-input.ts';
import type { CampaignInspection } from './inspection.ts';
import type { PassLoop } from './pass-loop.ts';
import { slotsPort } from './slots-port.ts';
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
export interface EngineOptions {
  readonly context: PartContext;
  readonly loop: PassLoop;
  readonly disposer: Disposer;
  readonly document: CampaignDocument;
  readonly paused: (campaignId: string) => string | null;
  readonly force: readonly string[];
}

/** Calls `onRoute` when the path changes without a page load. */
function watchRoute({ context, disposer }: EngineOptions, onRoute: () => void): void {
  let path = location.pathname;
  const look = (): void => {
    if (path === location.pathname) return;
    path = location.pathname;
    onRoute();
  };
  const { navigation } = globalThis as { readonly navigation?: EventTarget };
  if (navigation) disposer.on(navigation, 'navigatesuccess', look);
  disposer.on(window, 'popstate', look);
  // Where neither tells, the page collector does.
  disposer.add(context.journey.onEvent(({ name }) => name === 'page_viewed' && look()));
}

/** Listens to everything that may change a decision. Answers whether a checkout began on this page. */
function watchAll(options: EngineOptions, arbiter: Arbiter, triggers: Triggers): () => boolean {
  const { context, disposer, loop } = options;
  const { journey, ports } = context;
  const { again } = loop;
  let checkout = false;
  disposer.add(arbiter.stop);
  disposer.add(
    journey.onEvent(({ name }) => {
      if (own.includes(name)) return;
      if (name === 'checkout_started') checkout = true;
      triggers.happen({ on: 'event', event: name });
      again();
    }),
  );
  disposer.add(journey.onProfile(again));
  for (const slots of ports.use(slotsPort)) disposer.add(slots.onChange(again));
  for (const type of ['close', 'focusout']) disposer.on(document, type, again, { capture: true });
  watchRoute(options, () => {
    checkout = false;
    arbiter.begin();
    triggers.begin();
    again();
  });
  triggers.begin();
  again();
  return () => checkout;
}

/** Begins to decide, once what the document needs is there. Rejects when that cannot be had. */
export async function startEngine(options: EngineOptions): Promise<Run | null> {
  const { context, disposer, document, loop, paused, force } = options;
  const needs = await fetchNeeds(document);
  if (context.signal.aborted) return null;
  const stage = createStage(options);
  const triggers = createTriggers(context, document, disposer, loop.again);
  const arbiter = createArbiter({ stage, needs, paused, force, fired: triggers.fired });
  const checkout = watchAll(options, arbiter, triggers);
  return {
    pass: () => arbiter.pass(checkout()),
    ask(id) {
      stage.failed.delete(id);
      triggers.ask(id);
    },
    inspect: arbiter.inspect,
    slots: () =>
      Object.fromEntries([...stage.open].map(([slot, { judgement }]) => [slot, judgement.campaign.id])),
  };
}
