import type { Widget } from '@regulars/schema';
import { type Decision, type Presenter, presenterPort } from '../campaigns/presenter-port.ts';
import type { Part, PartContext } from '../journey/part.ts';
import { createDisposer, type Disposer } from '../lib/disposer.ts';
import type { PortKey } from '../lib/port-registry.ts';
import { purposeRange } from '../storage/purpose-range.ts';
import { type ViewSource, viewSourcePort } from './widget-signal.ts';

/** A part that is fetched when the first of its campaigns is decided. */
export interface LazyPartOptions {
  readonly name: string;
  /** Widget types it presents. */
  readonly types: readonly Widget['type'][];
  readonly load: () => Promise<Part>;
  /** Prefix in the store `feature` under which it keeps unfinished presentations; found ones fetch it at once. */
  readonly stored?: string | undefined;
  /** Calls `fetch` when it is needed without a decision; returns its stop. */
  readonly watch?: ((context: PartContext, fetch: () => unknown) => () => void) | undefined;
}

/** Views of a source that may come later: who listens now is told then. */
function createLateViews(): { readonly views: ViewSource; readonly set: (source: ViewSource) => void } {
  let real: ViewSource | undefined;
  const waiting = new Set<(source: ViewSource) => void>();
  return {
    set(source) {
      real = source;
      for (const tell of waiting) tell(source);
    },
    views: {
      read: (slot) => real?.read(slot) ?? null,
      report: (signal) => real?.report(signal) ?? false,
      subscribe(slot, listener) {
        if (real) return real.subscribe(slot, listener);
        let stop = (): void => {
          waiting.delete(tell);
        };
        const tell = (source: ViewSource): void => {
          stop = source.subscribe(slot, listener);
          listener();
        };
        waiting.add(tell);
        return () => stop();
      },
    },
  };
}

/** Presents through the real presenter once it is there; what it refuses then ends as failed. */
function openLate(
  find: () => Promise<Presenter | undefined>,
  decision: Decision,
  events: Parameters<Presenter['open']>[1],
): () => void {
  let closed = false;
  let close: (() => void) | undefined;
  void find().then((presenter) => {
    if (closed) return;
    const refusal = presenter ? presenter.refusal(decision) : 'chunk-unavailable';
    if (refusal) events.ended({ cause: 'failed', detail: refusal });
    else close = presenter?.open(decision, events);
  });
  return () => {
    closed = true;
    close?.();
  };
}

/** The real part once it is there, with what it presents. */
interface Late {
  readonly presenters: ReadonlyMap<string, Presenter>;
  /** Fetches and starts it once; what cannot be had is reported, and the next call tries again. Never rejects. */
  readonly fetch: () => Promise<void>;
  readonly part: () => Part | undefined;
  readonly loading: () => Promise<void> | undefined;
}

function createLate({ name, load }: LazyPartOptions, context: PartContext, disposer: Disposer): Late {
  const { ports, problems, signal } = context;
  const presenters = new Map<string, Presenter>();
  const late = createLateViews();
  let part: Part | undefined;
  let loading: Promise<void> | undefined;
  disposer.add(ports.provide(viewSourcePort, late.views));
  // Presenters and views of the real part are reached through the stand-ins; everything else it provides itself.
  const provide = <T>(key: PortKey<T>, provider: T): (() => void) => {
    if (key === presenterPort) presenters.set((provider as Presenter).type, provider as Presenter);
    else if (key === viewSourcePort) late.set(provider as ViewSource);
    else return ports.provide(key, provider);
    return () => {};
  };
  const start = async (): Promise<void> => {
    const loaded = await load();
    if (signal.aborted) return;
    part = loaded;
    disposer.add(loaded.start({ ...context, ports: { ...ports, provide } }));
  };
  return {
    presenters,
    part: () => part,
    loading: () => loading,
    fetch() {
      loading ??= start().catch((cause: unknown) => {
        loading = undefined;
        problems.report({ code: 'part-unavailable', message: 'chunk', key: name, cause });
      });
      return loading;
    },
  };
}

/** Presents nothing itself: asks the real presenter, and has it fetched when it is to open or to go on. */
function createStandIn(type: Widget['type'], late: Late, isUnfinished: () => Promise<boolean>): Presenter {
  const real = (): Presenter | undefined => late.presenters.get(type);
  const find = (): Promise<Presenter | undefined> => late.fetch().then(real);
  return {
    type,
    refusal: (decision) => real()?.refusal(decision) ?? null,
    open: (decision, events) => real()?.open(decision, events) ?? openLate(find, decision, events),
    resumes: async () => ((await isUnfinished()) ? ((await find())?.resumes?.() ?? null) : null),
  };
}

/**
 * Stands in for a part until one of its campaigns wins, then fetches and starts it. A failed fetch is reported, ends
 * the presentation, and is tried again with the next decision.
 */
export function lazyPart(options: LazyPartOptions): Part {
  const { name, types, stored, watch } = options;
  let late: Late | undefined;
  return {
    name,
    start(context) {
      const disposer = createDisposer();
      const own = createLate(options, context, disposer);
      late = own;
      const { allows, base } = context.storage;
      const isUnfinished = async (): Promise<boolean> =>
        stored !== undefined &&
        allows('functional') &&
        (
          await base.run(['feature'], 'readonly', ({ feature }) =>
            feature.entries(purposeRange('functional', stored)),
          )
        ).length > 0;
      for (const type of types) {
        disposer.add(context.ports.provide(presenterPort, createStandIn(type, own, isUnfinished)));
      }
      if (watch) disposer.add(watch(context, own.fetch));
      return disposer.stop;
    },
    async idle() {
      // What was decided meanwhile opens first.
      await late?.loading()?.then();
      await late?.part()?.idle?.();
    },
    inspect: () => late?.part()?.inspect?.() ?? null,
  };
}
