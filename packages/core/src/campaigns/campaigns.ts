import type { CampaignDocument } from '@regulars/schema';
import type { Part, PartContext } from '../journey/part.ts';
import { createDisposer, type Disposer } from '../lib/disposer.ts';
import { createDocumentSource, type DocumentOptions, type DocumentSource } from './document-source.ts';
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
}

/** Reads the files, then begins to decide; a document of which nothing can be used decides nothing. */
async function begin(
  { context, disposer, source, loop }: Start,
  { force = [], onDocument }: CampaignOptions,
): Promise<Run | null> {
  // The shop tells its consent right after the start; the stored copy is read with it.
  await new Promise((resolve) => setTimeout(resolve));
  const [found] = await Promise.all([source.load(), source.check()]);
  if (context.signal.aborted || !found) return null;
  for (const problem of found.problems) context.problems.report(problem);
  const { document } = found;
  if (!document) return null;
  onDocument?.(document);
  return startEngine({ context, disposer, loop, document, paused: source.paused, force });
}

/** Checks the control file on focus and each minute while the page is visible. */
function watchControl({ disposer, source, loop }: Start): void {
  const check = (): void => loop.busy(source.check().then(loop.again));
  const timer = setInterval(() => document.visibilityState === 'visible' && check(), 60_000);
  disposer.add(() => clearInterval(timer));
  disposer.on(window, 'focus', check);
}

/**
 * Decides the campaigns of one document on the device and lets the features show them.
 * Nothing opens before the document and the control file were read.
 */
export function campaigns(options: CampaignOptions): Part {
  let loop: PassLoop | undefined;
  let run: Run | null = null;
  return {
    name: 'campaigns',
    start(context) {
      const { consent, ports, problems } = context;
      const disposer = createDisposer();
      const source = createDocumentSource(context, options);
      const own = createPassLoop(
        async () => run?.pass(),
        (cause) => problems.report({ code: 'decision-failed', message: String(cause), cause }),
      );
      const start: Start = { context, disposer, source, loop: own };
      loop = own;
      run = null;
      disposer.add(
        ports.provide(openerPort, async (id) => {
          // Asked before the document is there: wait for it.
          if (!run) await own.idle();
          run?.ask(id);
          await own.idle();
          return Object.values(run?.slots() ?? {}).includes(id);
        }),
      );
      disposer.add(
        consent.subscribe(() => {
          own.busy(source.keep());
          own.again();
        }),
      );
      watchControl(start);
      own.busy(
        begin(start, options).then((found) => {
          run = found;
          own.again();
        }),
      );
      return disposer.stop;
    },
    idle: async () => loop?.idle(),
    inspect: () => ({ campaigns: run?.inspect() ?? [], slots: run?.slots() ?? {} }),
  };
}
