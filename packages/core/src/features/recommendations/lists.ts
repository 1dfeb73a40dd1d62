import type { Presenter } from '../../campaigns/presenter-port.ts';
import type { PartContext } from '../../journey/part.ts';
import { createDisposer } from '../../lib/disposer.ts';
import { createSubscribable, type Subscribable } from '../../lib/subscribable.ts';
import { shopBridgePort } from '../shop-bridge.ts';
import { drawStrategy } from './draw-strategy.ts';
import { followEvent } from './follow-event.ts';
import { createHearts, type Hearts } from './hearts.ts';
import { createListSlot, fillSlot, inspectSlot, type ListSlot, reportShown } from './list-slot.ts';
import type { ListMaker } from './make-list.ts';
import { followSwitch, isOutdated, type Personal, whyNotPersonal } from './personal-rule.ts';

/** The lists of a page by slot. */
export interface Lists {
  readonly open: Presenter['open'];
  at(slot: string): ListSlot | undefined;
  of(campaignId: string): ListSlot | undefined;
  /** Tells listeners and the journey what changed in a slot. */
  changed(slot: ListSlot): void;
  close(slot: ListSlot): void;
  subscribe(slot: string, listener: () => void): () => void;
  readonly hearts: Hearts;
  idle(): Promise<void>;
  inspect(): unknown;
  stop(): void;
}

/** What the lists of a page share. */
interface Page extends Personal {
  readonly context: PartContext;
  readonly slots: Map<string, ListSlot>;
  readonly maker: ListMaker;
  readonly hearts: Hearts;
  /** What became of lists that are gone, for the debug panel. */
  readonly past: Map<string, unknown>;
  readonly changed: (slot: ListSlot) => void;
  readonly close: (slot: ListSlot) => void;
  /** Product of the page. */
  current: string | undefined;
}

/** Bytes of a file of the index at most. */
const maxBytes = 1 << 20;

/** Builds the lists; nothing is fetched until one opens. */
export function createLists(
  context: PartContext,
  options: {
    readonly url: () => string | undefined;
    readonly mayLoad: (signal: AbortSignal) => Promise<void>;
  },
): Lists {
  const { signal, journey, consent, problems } = context;
  const stops = createDisposer();
  const listeners = new Map<string, Subscribable<void>>();
  const page = createPage(context, options.url, (slot) => listeners.get(slot)?.tell());
  const { slots, changed, close } = page;
  const failed = (cause: unknown): void =>
    problems.report({ code: 'listener-failed', message: 'list', cause });
  let queue: Promise<void> = followSwitch(page, () => again(), stops).catch(failed);
  let leave: Promise<void> | undefined;
  // One after the other: the list that opened first keeps a product that two could show.
  const make = (slot: ListSlot): void => {
    queue = queue.then(() => makeSlot(page, slot));
  };
  const again = (): void => {
    for (const slot of slots.values()) if (slot.made && isOutdated(page, slot)) make(slot);
  };
  stops.add(journey.onEvent((event) => followEvent(page, event, again)));
  stops.add(journey.onProfile(again));
  stops.add(consent.subscribe(again));
  page.hearts.follow(stops);
  return {
    open(decision, events) {
      const slot = createListSlot(decision, events, !!context.ports.use(shopBridgePort)[0]?.addToCart);
      slots.set(decision.slot, slot);
      leave ??= options.mayLoad(signal);
      void leave.then(() => make(slot));
      changed(slot);
      return () => close(slot);
    },
    at: (slot) => slots.get(slot),
    of: (campaignId) => [...slots.values()].find(({ view }) => view.campaignId === campaignId),
    ...{ changed, close, hearts: page.hearts },
    subscribe(slot, listener) {
      const list = listeners.get(slot) ?? createSubscribable<void>(failed);
      listeners.set(slot, list);
      return list.add(listener);
    },
    async idle() {
      for (let waited: unknown; waited !== queue; await queue) waited = queue;
    },
    inspect: () => ({
      ...Object.fromEntries(page.past),
      ...Object.fromEntries([...slots].map(([name, slot]) => [name, inspectSlot(slot)])),
    }),
    stop: stops.stop,
  };
}

function createPage(context: PartContext, url: () => string | undefined, tell: (slot: string) => void): Page {
  const slots = new Map<string, ListSlot>();
  const past = new Map<string, unknown>();
  const changed = (slot: ListSlot): void => {
    slot.reported = reportShown(slot, context.journey.track);
    if (slot.standing && slot.view.state === 'ready') slot.events.shown();
    tell(slot.decision.slot);
  };
  return {
    ...{ context, slots, past, current: viewedHere(context), off: false },
    maker: fetchMaker(context, url),
    hearts: createHearts(context, slots, changed),
    changed,
    close(slot) {
      const name = slot.decision.slot;
      if (slots.get(name) !== slot) return;
      slots.delete(name);
      past.set(name, inspectSlot(slot));
      tell(name);
    },
  };
}

/** The reader of the index and the ranker, fetched with the first list, beside the manifest; never rejects. */
function fetchMaker(context: PartContext, url: () => string | undefined): ListMaker {
  let maker: ListMaker | undefined;
  const fetched = async (): Promise<ListMaker> => {
    if (maker) return maker;
    const address = url() ?? '';
    const manifest = context.resources?.load(address.replace(/#.*/, ''), {
      signal: context.signal,
      maxBytes,
    });
    maker = (await import('./make-list.ts')).createListMaker(context, address, manifest);
    return maker;
  };
  const orElse = async <T>(act: (maker: ListMaker) => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await act(await fetched());
    } catch (cause) {
      context.problems.report({ code: 'list-failed', message: 'Left to the shop.', cause });
      return otherwise;
    }
  };
  return {
    make: (request) => orElse(({ make }) => make(request), { cards: [], removed: [], indexVersion: null }),
    tried: () => orElse(({ tried }) => tried(), undefined),
  };
}

/** The part may start after the page's product was viewed: then the journey knows it. */
function viewedHere({ journey, now }: PartContext): string | undefined {
  const [newest] = journey.profile().recent;
  return newest && newest.t >= now() - performance.now() ? newest.id : undefined;
}

async function makeSlot(page: Page, slot: ListSlot): Promise<void> {
  const { context, slots } = page;
  const isOpen = (): boolean => slots.get(slot.decision.slot) === slot && !context.signal.aborted;
  if (!isOpen()) return;
  const { props } = slot.view;
  const allowed = context.consent.allows('personalization') && !page.off;
  const saved = await page.hearts.of(slot);
  await drawStrategy(context, slot, { tried: page.maker.tried, personal: allowed });
  if (!isOpen()) return;
  const strategy = slot.decision.holdout ? 'popular' : (slot.trial?.strategy ?? props.strategy);
  const profile = context.journey.profile();
  slot.why = whyNotPersonal(page, slot);
  slot.stale = false;
  const others = [...slots.values()].filter((one) => one !== slot);
  const shownElsewhere = new Set([
    ...others.flatMap(({ view }) => view.cards.map(({ product }) => product.id)),
    ...[...slots.values()].flatMap(({ refused }) => [...refused]),
    ...(await page.hearts.reserved(slot)),
  ]);
  const { current } = page;
  const { campaignId } = slot.view;
  const request = {
    ...{ props, strategy, current, saved, shownElsewhere, campaignId, slot: slot.decision.slot },
    profile: allowed ? profile : null,
  };
  const made = await page.maker.make(request);
  if (!isOpen()) return;
  fillSlot(slot, made);
  // The journey was read, or consent withdrawn, meanwhile: this list is shown to nobody.
  if (isOutdated(page, slot)) return await makeSlot(page, slot);
  page.changed(slot);
  if (slot.view.state === 'ready' || slot.decision.asked) return;
  page.close(slot);
  slot.events.ended({ cause: 'failed', detail: slot.view.state === 'error' ? 'no-index' : 'too-few-cards' });
}
