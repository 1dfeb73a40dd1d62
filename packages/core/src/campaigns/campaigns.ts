import type { CampaignDocument, EventName } from '@regulars/schema';
import type { Part, PartContext } from '../journey/part.ts';
import { createDisposer, type Disposer } from '../lib/disposer.ts';
import { type Arbiter, createArbiter } from './arbiter.ts';
import { attentionPort, createAttention } from './attention.ts';
import { createDocumentSource, type DocumentOptions, type DocumentSource } from './document-source.ts';
import { createPassLoop, type PassLoop } from './pass-loop.ts';
import { openerPort, signalPort, slotsPort } from './slots-port.ts';
import { createTriggers, type Triggers } from './triggers.ts';
import { watchControl, watchRoute } from './watch-page.ts';

/** Options of the campaigns part. */
export interface CampaignOptions extends DocumentOptions {
  /** Ids of campaigns that open whatever trigger, audience, caps and quiet say: for tests and previews. Default: none. */
  readonly force?: readonly string[] | undefined;
  /** Told of the document in force, once it is there; what else it names (the index of lists) is read from it. */
  readonly onDocument?: ((document: CampaignDocument) => void) | undefined;
}

/** What runs on this page once the document is there. */
interface Run {
  readonly arbiter: Arbiter;
  readonly triggers: Triggers;
}

/** Events that no trigger listens to: they tell of deciding itself. */
const own: readonly EventName[] = ['experience_decided', 'engagement_recorded'];

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

interface State {
  readonly loop: PassLoop;
  checkout: boolean;
  run: Run | null;
}

function createRun(
  context: PartContext,
  options: CampaignOptions,
  source: DocumentSource,
  state: State,
): Run | null {
  const document = source.document();
  if (!document) return null;
  options.onDocument?.(document);
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
  const { paused } = source;
  const force = options.force ?? [];
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

/** Opens a campaign for a visitor who asked for it. */
async function openAsked(state: State, campaignId: string): Promise<boolean> {
  state.run?.arbiter.again(campaignId);
  state.run?.triggers.ask(campaignId);
  await state.loop.idle();
  return [...(state.run?.arbiter.presentations().values() ?? [])].some(
    ({ judgement }) => judgement.campaign.id === campaignId,
  );
}

function provideAll(context: PartContext, disposer: Disposer, state: State): void {
  disposer.add(context.ports.provide(openerPort, (id) => openAsked(state, id)));
  disposer.add(
    context.ports.provide(signalPort, (type, campaignId) => {
      const found = [...(state.run?.arbiter.presentations().values() ?? [])].find(
        ({ judgement }) => judgement.campaign.id === campaignId,
      );
      if (!found) return;
      const { slot, widget, variantId } = found.judgement;
      const props = { campaignId, slot, widget: widget.type, ...(variantId ? { variantId } : {}) };
      if (type === 'viewed') context.journey.track('experience_viewed', props, { passive: true });
      else if (type === 'clicked') context.journey.track('experience_clicked', props);
    }),
  );
}

/**
 * Decides the campaigns of one document on the device and lets the features show them.
 * Nothing opens before the document and the control file were read.
 */
export function campaigns(options: CampaignOptions): Part {
  let state: State | null = null;
  return {
    name: 'campaigns',
    start(context) {
      const disposer = createDisposer();
      const source = createDocumentSource(context, options);
      const fail = (cause: unknown): void =>
        context.problems.report({ code: 'decision-failed', message: String(cause), cause });
      const now: State = {
        loop: createPassLoop(async () => now.run?.arbiter.pass(now.checkout), fail),
        checkout: false,
        run: null,
      };
      state = now;
      const begin = async (): Promise<void> => {
        // The shop tells its consent right after the start; the stored copy is read with it.
        await new Promise((resolve) => setTimeout(resolve));
        await Promise.all([source.load(), source.check()]);
        if (context.signal.aborted) return;
        now.run = createRun(context, options, source, now);
        if (now.run) watchAll(context, disposer, now.run, now);
      };
      provideAll(context, disposer, now);
      disposer.add(
        context.consent.subscribe(() => {
          now.loop.busy(source.keep());
          now.loop.again();
        }),
      );
      watchControl(disposer, () => now.loop.busy(source.check().then(now.loop.again)));
      now.loop.busy(begin());
      return disposer.stop;
    },
    idle: async () => state?.loop.idle(),
    inspect: () => ({
      campaigns: state?.run?.arbiter.inspect() ?? [],
      slots: Object.fromEntries(
        [...(state?.run?.arbiter.presentations() ?? [])].map(([slot, one]) => [
          slot,
          one.judgement.campaign.id,
        ]),
      ),
    }),
  };
}
