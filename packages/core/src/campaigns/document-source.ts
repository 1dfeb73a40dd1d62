import type { PartContext } from '../journey/part.ts';

/** Where the document and the control file come from. */
export interface DocumentOptions {
  /** URL of the document, or the document itself. */
  readonly document: string | object;
  /** URL of the control file. Default: none is read. */
  readonly control?: string | undefined;
}

/** Where the document of this page comes from, and what the control file says of it. */
export interface DocumentSource {
  /** Why a campaign is held back now; `null`: it is not. */
  paused(campaignId: string): string | null;
  /** The document as text or value: the stored copy at once, else from the network; `null`: none could be had. */
  load(): Promise<unknown>;
  /** Reads the control file; after 2 s without an answer what we hold decides. */
  check(): Promise<void>;
  /** Keeps what was loaded, when the visitor allows it only now. */
  keep(): Promise<void>;
}

interface StoredCopy {
  readonly body: string;
  readonly etag?: string | undefined;
}

/** Bytes of a document at most; the compiler counts again. */
const maxDocumentLength = 512_000;
const patienceMs = 2000;

/** Resolves with the answer, or with `null` after two seconds or at the stop. Leaves no timer. */
function withinPatience<T>(answer: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return new Promise((resolve) => {
    const finish = (value: T | null): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      resolve(value);
    };
    const giveUp = (): void => finish(null);
    const timer = setTimeout(giveUp, patienceMs);
    signal.addEventListener('abort', giveUp);
    answer.then(finish, giveUp);
  });
}

/** Reads a control file; anything that is not one pauses nothing. */
function parseControl(body: string): { readonly all: boolean; readonly ids: readonly unknown[] } {
  const { pausedAll, paused } = JSON.parse(body) as {
    readonly pausedAll?: unknown;
    readonly paused?: unknown;
  };
  return { all: pausedAll === true, ids: Array.isArray(paused) ? paused : [] };
}

/** The document: stored copy at once, else the network; a newer one is kept for the next page. */
function createLoader(context: PartContext, url: string): Pick<DocumentSource, 'load' | 'keep'> {
  const { problems, resources, signal, storage } = context;
  const copies = storage.keyed('kv', 'functional');
  const copyKey = `document:${url}`;
  let fresh: StoredCopy | null = null;

  const read = async (etag?: string): Promise<void> => {
    const answer = await resources?.load(url, { signal, etag, maxBytes: maxDocumentLength });
    if (answer?.type === 'fresh') fresh = { body: answer.body, etag: answer.etag };
    else if (answer?.type !== 'unchanged' && !signal.aborted) {
      problems.report({
        code: 'document-unavailable',
        message: answer?.reason ?? 'no resource port',
        key: url,
      });
    }
  };
  const keep = async (): Promise<void> => {
    if (fresh && !signal.aborted) await copies.set(copyKey, fresh);
  };
  const failed = (cause: unknown): void =>
    problems.report({ code: 'document-not-kept', message: String(cause), key: url, cause });
  return {
    keep,
    async load() {
      const stored = await copies.get<StoredCopy>(copyKey);
      const reading = read(stored?.etag).then(keep).catch(failed);
      // What this page decided stays decided: the new copy is for the next one.
      if (stored) return stored.body;
      await reading;
      return fresh?.body ?? null;
    },
  };
}

/** Builds the source over the static-file port. */
export function createDocumentSource(context: PartContext, options: DocumentOptions): DocumentSource {
  const { problems, resources, signal } = context;
  let control: ReturnType<typeof parseControl> = { all: false, ids: [] };
  const loader =
    typeof options.document === 'string'
      ? createLoader(context, options.document)
      : { load: async () => options.document, keep: async () => {} };
  const check = async (key: string): Promise<void> => {
    const answer = resources && (await withinPatience(resources.load(key, { signal }), signal));
    if (signal.aborted || answer?.type === 'unchanged') return;
    try {
      if (answer?.type !== 'fresh') throw new TypeError(answer?.reason ?? 'timeout');
      control = parseControl(answer.body);
    } catch (cause) {
      problems.report({ code: 'control-unanswered', message: String(cause), key });
    }
  };
  return {
    ...loader,
    paused: (id) => (control.all ? 'paused-all' : control.ids.includes(id) ? 'paused' : null),
    check: async () => (options.control ? check(options.control) : undefined),
  };
}
