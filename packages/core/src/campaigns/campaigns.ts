import type { CampaignDocument } from '@regulars/schema';
import { reporter } from '../errors/reporter.ts';
import type { Part, PartContext } from '../journey/part.ts';
import { createDisposer, type Disposer } from '../lib/disposer.ts';
import { hasDatabase } from '../storage/has-database.ts';
import { type Attention, attentionName, attentionPort } from './attention.ts';
import type { ControlFile } from './control-file.ts';
import {
  compile,
  createDocumentSource,
  type DocumentOptions,
  type DocumentSource,
} from './document-source.ts';
import { type Run, startEngine } from './engine.ts';
import { createPassLoop, type PassLoop } from './pass-loop.ts';
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
  readonly control: ControlFile;
  readonly attention: () => Promise<Attention>;
  readonly forget: () => Promise<void>;
}

/** Reads the files, then begins to decide; a document of which nothing can be used decides nothing. */
async function begin(start: Start, { force = [], onDocument }: CampaignOptions): Promise<Run | null> {
  const { context, source, loop, control } = start;
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
  return startEngine({ ...start, ...loop, document, control, force, onOdd });
}

/** What the control file says, which is fetched with its reader where the shop names one. */
function fetchControl(
  context: PartContext,
  key: string | undefined,
  disposer: Disposer,
  loop: PassLoop,
): ControlFile {
  let control: ControlFile | undefined;
  const coming =
    key &&
    import('./control-file.ts')
      .then(({ createControlFile }) => {
        if (!context.signal.aborted) control = createControlFile(context, key, disposer, loop);
      })
      .catch(reporter(context.problems, 'control-unanswered', key));
  return {
    paused: (id) => control?.paused(id) ?? null,
    async check() {
      await coming;
      await control?.check();
    },
  };
}

/** The keeper of caps, fetched once, and what erases them. */
function fetchAttention(context: PartContext): Pick<Start, 'attention' | 'forget'> {
  const { attention: name = attentionName } = context.ports.use(attentionPort)[0] ?? {};
  let made: Promise<Attention> | undefined;
  const attention = (): Promise<Attention> => {
    made ??= import('./limits.ts').then(({ createAttention }) => createAttention(context));
    return made;
  };
  return {
    attention,
    async forget() {
      // For a visitor of whom nothing is kept no file more is asked for.
      if (made || (await hasDatabase(name))) await (await attention()).forget();
    },
  };
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
      const loop = createPassLoop(async () => run?.pass(), reporter(problems, 'decision-failed'));
      const keeper = fetchAttention(context);
      const control = fetchControl(context, options.control, disposer, loop);
      const source = createDocumentSource(context, options, control.check);
      start = { context, disposer, source, loop, control, ...keeper };
      run = null;
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
          // Caps go when the visitor takes back what lets them be kept.
          if (consent.state() === 'answered' && !consent.allows('functional')) loop.busy(keeper.forget());
          loop.again();
        }),
      );
      loop.busy(
        begin(start, options).then((found) => {
          run = found;
          loop.again();
        }),
      );
      return disposer.stop;
    },
    idle: async () => start?.loop.idle(),
    forget: async () => start?.forget(),
    inspect: () => ({ campaigns: run?.inspect() ?? [], slots: run?.slots() ?? {} }),
  };
}
