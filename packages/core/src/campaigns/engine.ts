import type { CampaignDocument, EventName } from '@regulars/schema';
import type { PartContext } from '../journey/part.ts';
import type { Disposer } from '../lib/disposer.ts';
import { compileDocument } from '../rules/compile-campaign.ts';
import { type Arbiter, createArbiter } from './arbiter.ts';
import { attentionPort, createAttention } from './attention.ts';
import type { PassLoop } from './pass-loop.ts';
import { slotsPort } from './slots-port.ts';
import { createTriggers, type Triggers } from './triggers.ts';
import { watchRoute } from './watch-page.ts';

/** What runs on this page once the document is there. */
export interface Run {
  readonly arbiter: Arbiter;
  readonly triggers: Triggers;
}

/** Events that no trigger listens to: they tell of deciding itself. */
const own: readonly EventName[] = ['experience_decided', 'engagement_recorded'];

/** What the campaigns part shares with its engine. */
export interface State {
  readonly loop: PassLoop;
  checkout: boolean;
  /** `null`: there is no document (yet). */
  run: Run | null;
}

/** What `startEngine` needs. */
export interface EngineOptions {
  readonly context: PartContext;
  readonly state: State;
  readonly disposer: Disposer;
  /** JSON text of the document, or its value. */
  readonly source: unknown;
  readonly paused: (campaignId: string) => string | null;
  readonly force: readonly string[];
  readonly onDocument: ((document: CampaignDocument) => void) | undefined;
}

/** Listens to everything that may change a decision. */
function watchAll(context: PartContext, disposer: Disposer, run: Run, state: State): void {
  const { again } = state.loop;
  disposer.add(run.triggers.stop);
  disposer.add(run.arbiter.stop);
  disposer.add(
    context.journey.onEvent(({ name }) => {
      if (own.includes(name)) return;
      if (name === 'checkout_started') state.checkout = true;
      run.triggers.happen({ on: 'event', event: name });
      again();
    }),
  );
  disposer.add(context.journey.onProfile(again));
  for (const slots of context.ports.use(slotsPort)) disposer.add(slots.onChange(again));
  for (const type of ['close', 'focusout']) disposer.on(document, type, again, { capture: true });
  watchRoute(context, disposer, () => {
    state.checkout = false;
    run.arbiter.begin();
    run.triggers.begin();
    again();
  });
  run.triggers.begin();
  again();
}

function createRun(options: EngineOptions, document: CampaignDocument): Run {
  const { context, state, paused, force } = options;
  const shared = context.ports.use(attentionPort)[0];
  const key = shared?.key ?? '';
  const { again, busy } = state.loop;
  const attention = createAttention({
    key,
    rows: shared?.rows,
    allowed: () => context.consent.allows('functional'),
    now: context.now,
    onFailure: (cause) => context.problems.report({ code: 'attention-failed', message: '', cause }),
  });
  const triggers = createTriggers(context, document, again);
  const { fired } = triggers;
  const arbiter = createArbiter({
    context,
    document,
    attention,
    key,
    fired,
    paused,
    changed: again,
    busy,
    force,
  });
  return { arbiter, triggers };
}

/** Compiles the document and begins to decide; a document of which nothing can be used decides nothing. */
export function startEngine(options: EngineOptions): void {
  const { context, state, disposer } = options;
  const { document, problems } = compileDocument(options.source);
  for (const problem of problems) context.problems.report(problem);
  if (!document) return;
  options.onDocument?.(document);
  state.run = createRun(options, document);
  watchAll(context, disposer, state.run, state);
}
