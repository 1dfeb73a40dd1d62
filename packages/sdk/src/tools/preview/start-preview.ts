import { previewParts } from '@regulars/core/preview';
import type { ActionOutcome, CampaignDocument, Preview } from '@regulars/schema';
import type { Regulars } from '../../regulars-port.ts';
import { type ToolsOptions, toolParameter } from '../tools-port.ts';
import { previewActions } from './preview-actions.ts';
import { openBar } from './preview-bar.ts';
import { isForced, playedDocument, visitorOf } from './preview-visitor.ts';

/** What starting a preview needs. */
export interface PreviewOptions extends ToolsOptions {
  /** Keeps the token for the tab's next pages; `null`: forgets it. */
  readonly remember: (token: string | null) => void;
}

/**
 * Plays what the token of a link names in an instance of its own, in place of the one that would record: in memory alone,
 * without a destination. A token that is worth nothing lets the page go on as for anybody, and says so. Answers the signal
 * that aborts when what plays now is stopped. Never rejects.
 */
export async function startPreview(token: string, options: PreviewOptions): Promise<AbortSignal> {
  const { core, remember } = options;
  const { signal } = core.rooms;
  const answer: ActionOutcome<'tool'> = await core.host.request({ type: 'tool', token }, { signal });
  if (signal.aborted) return signal;
  const preview = answer.ok ? answer.result.preview : undefined;
  const end = (): void => {
    remember(null);
    location.replace(cleanAddress());
  };
  const locale = options.options.locale ?? (document.documentElement.lang || 'en');
  if (!preview) {
    remember(null);
    const close = openBar({ locale, refused: answer.ok ? 'token-invalid' : answer.reason, end });
    return settle(options, await goOn(options), close);
  }
  remember(token);
  history.replaceState(history.state, '', cleanAddress());
  const played = await play(preview, options);
  const close = openBar({ locale, end, ...played });
  return settle(options, played.regulars, close);
}

/** What plays now ends with the instance whose members it took. Answers the signal of that end. */
function settle({ stops }: PreviewOptions, { stop }: Regulars, close: () => void): AbortSignal {
  const stopped = new AbortController();
  stops.push(() => {
    stopped.abort();
    close();
    void stop();
  });
  return stopped.signal;
}

/** Lets the page go on as for anybody, with what the shop told of consent meanwhile. */
async function goOn(options: PreviewOptions): Promise<Regulars> {
  const { gate } = options;
  const regulars = await replace(options, () => options.compose(options.options, (parts) => parts));
  gate.set = regulars.setConsent;
  if (gate.answer !== undefined) gate.set(gate.answer);
  return regulars;
}

/** Ends the instance that waited, and puts the members of another in the place of its own. */
async function replace(
  { stops, core, regulars }: PreviewOptions,
  compose: () => ReturnType<PreviewOptions['compose']>,
): Promise<Regulars> {
  for (const stop of stops.splice(0)) stop();
  await core.stop();
  const made = compose().regulars;
  const { stop: _, ...members } = made;
  Object.assign(regulars, members);
  return made;
}

/** The page's address without the token: it is kept, and nobody else should read it there. */
function cleanAddress(): string {
  const address = new URL(location.href);
  address.searchParams.delete(toolParameter('preview'));
  return address.href;
}

interface Played {
  readonly preview: Preview;
  readonly regulars: Regulars;
  readonly dealt: boolean;
}

/** Ends the instance that would record, and starts one that does not in its place. */
async function play(preview: Preview, options: PreviewOptions): Promise<Played> {
  const { plan } = preview;
  const now = clockOf(plan.at);
  const { visitor, dealt } = visitorOf(preview, now());
  const { endpoint: _, document: __, ...own } = options.options;
  const regulars = await replace(options, () =>
    options.compose(
      {
        ...own,
        // Names no database that the shop's own visit has.
        key: `${own.key}#preview`,
        locale: plan.locale ?? own.locale,
        consent: 'pending',
        tools: false,
        adapters: { ...own.adapters, delivery: [], actions: previewActions(plan, prizesIn(preview), now) },
        test: { document: playedDocument(preview), now, force: true },
      },
      (parts) => previewParts(parts, visitor),
    ),
  );
  if (isForced(plan)) void regulars.ready().then(() => regulars.open(plan.campaignId));
  return { preview, regulars, dealt };
}

/** A clock that begins at the chosen moment and runs on. */
function clockOf(at: number | undefined): () => number {
  const began = Date.now();
  return () => (at === undefined ? Date.now() : at + Date.now() - began);
}

/** Prizes by campaign, of the pool that its widget draws from. */
function prizesIn({ document }: Preview): Parameters<typeof previewActions>[1] {
  // Compiled by the server.
  const { campaigns, pools = {} } = document as CampaignDocument;
  return (campaignId) => {
    const widget = campaigns.find(({ id }) => id === campaignId)?.widget;
    const { draw } = Object(widget?.props) as { readonly draw?: unknown };
    return (typeof draw === 'string' && pools[draw]?.prizes.map(({ label }) => label)) || [];
  };
}
