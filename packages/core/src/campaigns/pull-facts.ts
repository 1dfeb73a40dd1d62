// What the backend knows of the visitor: attributes with their age, and what other devices of the same person saw. Fetched
// for a document that asks for one of them.
import { customerPort } from '../journey/customer-port.ts';
import { type Request, requestPort } from '../lib/request-port.ts';
import { createAges } from './age-trace.ts';
import type { AttentionState } from './attention.ts';
import { factSourcePort } from './fact-source.ts';
import { createFactsShelf, type FactsShelf } from './facts-shelf.ts';
import { withOthers } from './others-caps.ts';
import type { Stage } from './stage.ts';

/** So long campaigns that count on every device wait for the first answer of a page, ms. */
const patienceMs = 2000;
const pending = { step: 'caps', ok: false, why: 'echo-pending' } as const;

/** Campaigns that wait for the first answer, and how they stop to. */
interface Hold {
  /** Called before each pass. */
  renew(): void;
  release(): void;
}

/** Holds campaigns that count on every device back until it is known what the others saw, or for two seconds. */
function holdScoped({ disposer, failed, again }: Stage, ids: readonly string[]): Hold {
  let waits = ids.length > 0;
  const release = (): void => {
    if (!waits) return;
    waits = false;
    for (const id of ids) if (failed.get(id) === pending) failed.delete(id);
    again();
  };
  const timer = setTimeout(release, patienceMs);
  disposer.add(() => clearTimeout(timer));
  const renew = (): void => {
    if (waits) for (const id of ids) if (!failed.has(id)) failed.set(id, pending);
  };
  return { renew, release };
}

/** Caps are read, and checked when something opens, with what the other devices saw. */
function shareCaps(stage: Stage, shelf: FactsShelf, hold: Hold): void {
  const { attention } = stage;
  const both = (state: AttentionState): AttentionState => {
    const shown = shelf.shown();
    return shown ? withOthers(stage.document, state, shown) : state;
  };
  stage.attention = async () => {
    const own = await attention();
    return {
      ...own,
      async read() {
        hold.renew();
        return both(await own.read());
      },
      change: (work) => own.change((state) => work(state, both(state))),
    };
  };
}

/** Asks when something is wanted that is not known or old. `fresh`: nothing had to be asked. */
function createAsking(
  { context, document }: Stage,
  {
    request,
    shelf,
    isScoped,
  }: { readonly request: Request; readonly shelf: FactsShelf; readonly isScoped: boolean },
): { readonly isAllowed: () => boolean; ask(anew: boolean): Promise<'fresh' | 'answered' | 'failed'> } {
  const { consent, journey, signal } = context;
  const asksFacts = /"customer\.|"personId"/.test(JSON.stringify(document));
  let round = 0;
  const wants = (): boolean =>
    (asksFacts && consent.allows('personalization') && !shelf.isFresh('attributes')) ||
    (isScoped && consent.allows('functional') && !shelf.isFresh('shown'));
  return {
    // Before storage was read the id is one for this page: the backend knows nobody by it.
    isAllowed: () =>
      (journey.session() !== null || journey.sessionNumber() !== null) &&
      (consent.allows('functional') || consent.allows('personalization')),
    async ask(anew) {
      const mine = ++round;
      await (anew ? shelf.clear() : shelf.open());
      if (signal.aborted || !wants()) return 'fresh';
      const outcome = await request({ type: 'facts' }, { signal });
      // Somebody else signed in or out meanwhile.
      if (mine !== round || signal.aborted) return 'fresh';
      if (outcome.ok) await shelf.put(outcome.result, outcome.now);
      return outcome.ok ? 'answered' : 'failed';
    },
  };
}

/**
 * Gives conditions what the backend says of the visitor, and caps what other devices saw. Asks once an hour, and when
 * somebody signs in; only with leave: attributes by `personalization`, counts by `functional`. Without an answer attributes
 * are unknown and caps count what this device saw.
 */
export function pullFacts(stage: Stage): void {
  const { context, document, disposer, busy, again } = stage;
  const { consent, journey, ports } = context;
  const request = ports.use(requestPort)[0];
  if (!request) return;
  const shelf = createFactsShelf(context);
  const scoped = document.campaigns.filter(({ frequency }) => frequency?.scope === 'person');
  const hold = holdScoped(
    stage,
    scoped.map(({ id }) => id),
  );
  const { isAllowed, ask } = createAsking(stage, { request, shelf, isScoped: scoped.length > 0 });
  // A page asks a backend that does not answer once, not with every event.
  let asks = false;
  let isFirst = true;
  const look = (anew: boolean): void => {
    if (consent.state() === 'answered' && !consent.allows('functional')) hold.release();
    if ((asks && !anew) || !isAllowed()) return;
    asks = true;
    busy(
      ask(anew).then((found) => {
        asks = found === 'failed';
        hold.release();
        // What an earlier page kept is new to this one, once.
        if (isFirst || found === 'answered') again();
        isFirst = false;
      }),
    );
  };
  const lookAgain = (): void => look(false);
  disposer.add(ports.provide(factSourcePort, { name: 'facts', facts: shelf.facts }));
  disposer.add(ports.provide(customerPort, () => look(true)));
  for (const listen of [consent.subscribe, journey.onProfile, journey.onEvent])
    disposer.add(listen(lookAgain));
  stage.aged = createAges(document.audiences ?? {}, shelf.ageMs);
  if (scoped.length) shareCaps(stage, shelf, hold);
  lookAgain();
}
