import type { CampaignDocument } from '@regulars/schema';
import { reporter } from '../errors/reporter.ts';
import type { PartContext } from '../journey/part.ts';
import type { CompiledDocument } from '../rules/compile-campaign.ts';
import { compiledForm } from '../rules/compiled-form.ts';
import { purposeKey } from '../storage/purpose-range.ts';

/** Where the document and the control file come from. */
export interface DocumentOptions {
  /** URL of the document, or the document itself. */
  readonly document: string | object;
  /** URL of the control file. Default: none is read. */
  readonly control?: string | undefined;
}

/** Where the document of this page comes from. */
export interface DocumentSource {
  /**
   * The document as it was checked: the stored copy at once, else from the network; `null`: none could be had, or it
   * says farewell. The control file is read beside a stored copy, else after the document, which may be the last request.
   */
  load(): Promise<CompiledDocument | null>;
  /** Keeps what was loaded, when the visitor allows it only now. */
  keep(): Promise<void>;
}

/** What was checked when it came, or before it was published, is not checked again. */
interface StoredCopy {
  /** JSON text of a `CompiledDocument`. */
  readonly checked: string;
  readonly etag?: string | undefined;
}

/** Bytes of a document at most; the compiler counts again. */
const maxBytes = 512_000;

/** Checks a document; the checker is fetched for one that bears no mark of ours, or asks for something unknown. */
export const compile = async (source: unknown): Promise<CompiledDocument> =>
  (await import('../rules/compile-campaign.ts')).compileDocument(source);

/** Leaves for good, as the document asks. */
const leave = async (context: PartContext): Promise<void> =>
  (await import('./farewell.ts')).sayFarewell(context);

async function read(body: string): Promise<CompiledDocument> {
  try {
    const document: CampaignDocument & { readonly compiled?: unknown } = JSON.parse(body);
    if (document.compiled === compiledForm || document.farewell) return { document, problems: [] };
  } catch {
    // The checker says what is wrong with it.
  }
  return compile(body);
}

/** Objects without a prototype, as the compiler made them. */
const thaw = (copy: StoredCopy): CompiledDocument =>
  JSON.parse(copy.checked, (_, value: unknown) =>
    typeof value === 'object' && value && !Array.isArray(value)
      ? Object.assign(Object.create(null), value)
      : value,
  );

/** The document: stored copy at once, else the network; a newer one is kept for the next page. */
function createLoader(context: PartContext, key: string, check: () => Promise<void>): DocumentSource {
  const { problems, resources, signal, storage } = context;
  const { allows, base } = storage;
  // A copy that an earlier checker passed is not read.
  const copyKey = purposeKey('functional', `document${compiledForm}:${key}`);
  let fresh: StoredCopy | undefined;

  const keep = async (): Promise<void> => {
    if (fresh && !signal.aborted && allows('functional'))
      await base.run(['kv'], 'readwrite', ({ kv }) => kv.put(fresh, copyKey));
  };
  const fetch = async (etag?: string): Promise<void> => {
    const answer = await resources?.load(key, { signal, etag, maxBytes });
    if (answer?.type === 'fresh') {
      const found = await read(answer.body);
      if (found.document?.farewell) return leave(context);
      fresh = { checked: JSON.stringify(found), etag: answer.etag };
      await keep();
    } else if (answer?.type !== 'unchanged' && !signal.aborted)
      problems.report({ code: 'document-unavailable', message: answer?.reason ?? 'no resource port', key });
  };
  return {
    keep,
    async load() {
      const stored = allows('functional')
        ? await base.run(['kv'], 'readonly', ({ kv }) => kv.get<StoredCopy>(copyKey))
        : undefined;
      const fetching = fetch(stored?.etag).catch(reporter(problems, 'document-not-kept', key));
      // What this page decided stays decided: the new copy is for the next one.
      if (!stored) await fetching;
      await check();
      const copy = stored ?? fresh;
      return copy ? thaw(copy) : null;
    },
  };
}

/**
 * Builds the source over the static-file port.
 * @param check reads the control file.
 */
export function createDocumentSource(
  context: PartContext,
  { document }: DocumentOptions,
  check: () => Promise<void>,
): DocumentSource {
  if (typeof document === 'string') return createLoader(context, document, check);
  return {
    async load() {
      const found = await compile(document);
      await (found.document?.farewell ? leave(context) : check());
      return found;
    },
    keep: async () => {},
  };
}
