import type { CampaignDocument } from '@regulars/schema';
import type { Part, PartContext } from '../journey/part.ts';
import { createDisposer, type Disposer } from '../lib/disposer.ts';
import { createDocumentSource, type DocumentOptions, type DocumentSource } from './document-source.ts';
import type { State } from './engine.ts';
import { createPassLoop } from './pass-loop.ts';
import { openerPort, signalPort } from './slots-port.ts';
import { watchControl } from './watch-page.ts';

/** Options of the campaigns part. */
export interface CampaignOptions extends DocumentOptions {
  /** Ids of campaigns that open whatever trigger, audience, caps and quiet say: for tests and previews. Default: none. */
  readonly force?: readonly string[] | undefined;
  /** Told of the document in force, once it is there; what else it names (the index of lists) is read from it. */
  readonly onDocument?: ((document: CampaignDocument) => void) | undefined;
}

/** Opens a campaign for a visitor who asked for it. */
async function openAsked(state: State, campaignId: string): Promise<boolean> {
  // Asked before the document is there: wait for it.
  if (!state.run) await state.loop.idle();
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

/** Reads the files and the engine, then begins to decide. */
async function begin({
  context,
  options,
  source,
  state,
  disposer,
}: {
  readonly context: PartContext;
  readonly options: CampaignOptions;
  readonly source: DocumentSource;
  readonly state: State;
  readonly disposer: Disposer;
}): Promise<void> {
  // The shop tells its consent right after the start; the stored copy is read with it.
  await new Promise((resolve) => setTimeout(resolve));
  const files = Promise.all([source.load(), source.check()]);
  // Fetched beside the document: what decides is not needed to paint a page.
  const engine = import('./engine.ts');
  const [found] = await files;
  const { startEngine } = await engine;
  if (context.signal.aborted || !found) return;
  const { force = [], onDocument } = options;
  startEngine({ context, state, disposer, source: found, paused: source.paused, force, onDocument });
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
      provideAll(context, disposer, now);
      disposer.add(
        context.consent.subscribe(() => {
          now.loop.busy(source.keep());
          now.loop.again();
        }),
      );
      watchControl(disposer, () => now.loop.busy(source.check().then(now.loop.again)));
      now.loop.busy(begin({ context, options, source, state: now, disposer }));
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
