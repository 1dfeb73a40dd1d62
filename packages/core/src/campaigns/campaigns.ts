import type { CampaignDocument } from '@regulars/schema';
import type { Part, PartContext } from '../journey/part.ts';
import { createDisposer, type Disposer } from '../lib/disposer.ts';
import { type Attention, attentionName, attentionPort } from './attention.ts';
import {
  compile,
  createDocumentSource,
  type DocumentOptions,
  type DocumentSource,
} from './document-source.ts';
import { type Run, startEngine } from './engine.ts';
import { createPassLoop, type PassLoop } from './pass-loop.ts';
import { serverTimePort } from './server-time.ts';
import { openerPort } from './slots-port.ts';

/** Options of the campaigns part. */
export interface CampaignOptions extends DocumentOptions {
  /** Ids of campaigns that open whatever trigger, audience, caps and quiet say: for tests and previews. Default: none. */
  readonly force?: readonly string[] | undefined;
  /** Told of the document in force, once it is there; what else it names (the index of lists) is read from it. */
  readonly onDocument?: ((document: CampaignDocument) => void) | undefined;
}

/** What one start of the part works with. */
interface Start {
  readonly context: PartContext;
  readonly disposer: Disposer;
  readonly source: DocumentSource;
  readonly loop: PassLoop;
  readonly attention: () => Promise<Attention>;
}

/** Reads the files, then begins to decide; a document of which nothing can be used decides nothing. */
async function begin(start: Start, { force = [], onDocument }: CampaignOptions): Promise<Run | null> {
  const { context, source, loop } = start;
  // The shop tells its consent right after the start; the stored copy is read with it.
  await new Promise((resolve) => setTimeout(resolve));
  const found = await source.load();
  if (context.signal.aborted || !found) return null;
  const name = ({ problems }: typeof found): void => problems.forEach(context.problems.report);
  name(found);
  const { document } = found;
  if (!document) return null;
  onDocument?.(document);
  let isNamed = false;
  const onOdd = (): void => {
    // What an older script does not know of a newer document, or somebody changed after it was checked.
    if (!isNamed) loop.busy(compile(document).then(name));
    isNamed = true;
  };
  return startEngine({ ...start, ...loop, document, paused: source.paused, force, onOdd });
}

/** The keeper of caps is fetched once, and closed with the part. */
function fetchAttention(context: PartContext, disposer: Disposer): () => Promise<Attention> {
  let made: Promise<Attention> | undefined;
  disposer.add(() => void made?.then(({ close }) => close()));
  return () => {
    made ??= import('./limits.ts').then(({ createAttention }) => createAttention(context));
    return made;
  };
}

/** Whether caps may be stored, or are. */
async function keepsAttention({ consent, ports }: PartContext): Promise<boolean> {
  const name = ports.use(attentionPort)[0]?.attention ?? attentionName;
  return (
    consent.allows('functional') ||
    // Where nobody can ask, it is looked at.
    indexedDB.databases().then(
      (all) => all.some((one) => one.name === name),
      () => true,
    )
  );
}

/** The keeper is fetched to erase something only: for a visitor of whom nothing is kept no file more is asked for. */
async function forgetAttention(start: Start | undefined): Promise<void> {
  if (start && (await keepsAttention(start.context))) await (await start.attention()).forget();
}

/** Caps go when the visitor takes back what lets them be kept. */
const withdrawAttention = async (start: Start | undefined): Promise<void> =>
  start?.context.consent.state() === 'answered' && !start.context.consent.allows('functional')
    ? forgetAttention(start)
    : undefined;

/** Checks the control file on focus and each minute while the page is visible. */
function watchControl({ disposer, source, loop }: Start): void {
  const check = (): void => loop.busy(source.check().then(loop.again));
  const timer = setInterval(() => document.visibilityState === 'visible' && check(), 60_000);
  disposer.add(() => clearInterval(timer));
  disposer.on(window, 'focus', check);
}

/**
 * Decides the campaigns of one document on the device and lets presenters show them; keeps the profile and the
 * attention budget that it decides from. Nothing opens before the document and the control file were read.
 */
export function campaigns(options: CampaignOptions): Part {
  let start: Start | undefined;
  let run: Run | null = null;
  return {
    name: 'campaigns',
    fold: async () => (await import('../rules/fold-profile.ts')).foldProfile,
    start(context) {
      const { consent, ports, problems } = context;
      const disposer = createDisposer();
      const source = createDocumentSource(context, options);
      const loop = createPassLoop(
        async () => run?.pass(),
        (cause) => problems.report({ code: 'decision-failed', message: String(cause), cause }),
      );
      start = { context, disposer, source, loop, attention: fetchAttention(context, disposer) };
      run = null;
      disposer.add(ports.provide(serverTimePort, source.serverTime));
      disposer.add(
        ports.provide(openerPort, async (id) => {
          // Asked before the document is there: wait for it.
          if (!run) await loop.idle();
          run?.ask(id);
          await loop.idle();
          return Object.values(run?.slots() ?? {}).includes(id);
        }),
      );
      disposer.add(
        consent.subscribe(() => {
          loop.busy(source.keep());
          loop.busy(withdrawAttention(start));
          loop.again();
        }),
      );
      watchControl(start);
      loop.busy(
        begin(start, options).then((found) => {
          run = found;
          loop.again();
        }),
      );
      return disposer.stop;
    },
    idle: async () => start?.loop.idle(),
    forget: () => forgetAttention(start),
    inspect: () => ({ campaigns: run?.inspect() ?? [], slots: run?.slots() ?? {} }),
  };
}
