import { attentionPort } from './campaigns/attention.ts';
import { openerPort, slotsPort } from './campaigns/slots-port.ts';
import type { Core, CoreOptions } from './core-port.ts';
import { type CorePieces, createPieces } from './create-pieces.ts';
import { provideCartFacts } from './features/cart-facts.ts';
import { requestPort } from './features/requester.ts';
import { shopBridgePort } from './features/shop-bridge.ts';
import { createInspect } from './inspect-core.ts';
import type { PartContext } from './journey/part.ts';

/** What the parts get to work with. */
function contextOf(options: CoreOptions, pieces: CorePieces): PartContext {
  const { journey, consent, storage, problems, ports, now, random, locale, abort } = pieces;
  return {
    now,
    random,
    journey,
    consent,
    storage,
    problems,
    ports,
    resources: options.resources ?? null,
    locale,
    signal: abort.signal,
    silent: options.silent ?? false,
  };
}

/** Gives the parts what they need and starts them; a part that fails to start is left out. */
function startParts(options: CoreOptions, pieces: CorePieces): void {
  const { ports, disposer, reservations, room, request, problems } = pieces;
  const { key, shop } = options;
  const context = contextOf(options, pieces);
  disposer.add(ports.provide(attentionPort, { key, rows: reservations }));
  disposer.add(ports.provide(slotsPort, room.slots));
  disposer.add(ports.provide(requestPort, request));
  if (shop) {
    disposer.add(ports.provide(shopBridgePort, shop));
    disposer.add(provideCartFacts(context, shop));
  }
  for (const part of options.parts ?? []) {
    try {
      disposer.add(part.start(context));
    } catch (cause) {
      problems.report({ code: 'part-failed', message: part.name, key: part.name, cause });
    }
  }
}

/** Wraps a member: what it throws is reported, and it answers `otherwise`; after the stop it does nothing. */
type Guard = <A extends readonly unknown[], T>(
  name: string,
  otherwise: T,
  run: (...all: A) => T,
) => (...all: A) => T;

function createGuard({ problems, abort }: CorePieces): Guard {
  const failed = (name: string, cause: unknown): void =>
    problems.report({ code: 'core-failed', message: name, key: name, cause });
  return (name, otherwise, run) =>
    (...all) => {
      if (abort.signal.aborted) return otherwise;
      try {
        const answer = run(...all);
        // An asynchronous member must not reject either.
        if (!(answer instanceof Promise)) return answer;
        return answer.catch((cause: unknown) => {
          failed(name, cause);
          return otherwise;
        }) as typeof answer;
      } catch (cause) {
        failed(name, cause);
        return otherwise;
      }
    };
}

/** Resolves when nothing is under way; two rounds, because a decision writes events and an event decides. */
async function settle({ parts = [] }: CoreOptions, { journey, sync, texts }: CorePieces): Promise<void> {
  await texts;
  for (const _ of [1, 2]) {
    await journey.ready();
    await Promise.all(parts.map((part) => part.idle?.()));
    await journey.flush();
    await sync.idle();
  }
}

/** Signed in or out, told once: the shop says it on every page. */
async function tellCustomer({ storage, journey, collecting }: CorePieces, signedIn: boolean): Promise<void> {
  await journey.ready();
  const store = storage.keyed('kv', 'functional');
  const before = await store.get<boolean>('signed-in');
  if ((before ?? false) === signedIn) return;
  await store.set('signed-in', signedIn);
  collecting.record('shop', signedIn ? 'customer_identified' : 'customer_signed_out', {});
}

async function stopAll(pieces: CorePieces): Promise<void> {
  const { abort, disposer, journey, sync, storage, reservations, collecting } = pieces;
  if (abort.signal.aborted) return;
  abort.abort();
  collecting.stop();
  disposer.stop();
  await sync.stop();
  await journey.stop();
  storage.stop();
  reservations.close();
}

/**
 * Starts the engine: journey, consent, delivery, and the parts that were given. Until the shop tells what the visitor
 * allowed, nothing is stored, sent or opened. Does not throw.
 */
export function createCore(options: CoreOptions): Core {
  const pieces = createPieces(options);
  const { consent, journey, sync, ports, room, collecting, request, reservations, customer } = pieces;
  const guard = createGuard(pieces);
  const done = Promise.resolve();
  const identify = guard('identify', undefined, (token: string | null): void => {
    customer.token = token;
    void tellCustomer(pieces, token !== null).catch(() => {});
  });
  startParts(options, pieces);
  void options.shop?.customerToken?.().then((token) => token && identify(token), pieces.bridgeFailed);
  return {
    setConsent: guard('setConsent', undefined, (granted) => consent.set(granted)),
    track: guard('track', null, (name, props) => collecting.record('shop', name, props)) as Core['track'],
    page: guard('page', undefined, (props) => collecting.page(props)),
    identify,
    open: guard(
      'open',
      Promise.resolve(false),
      async (id) => (await ports.use(openerPort)[0]?.(id)) ?? false,
    ),
    journey,
    host: room.host,
    ready: journey.ready().then(() => pieces.texts),
    idle: guard('idle', done, () => settle(options, pieces)),
    flush: guard('flush', done, async () => {
      await journey.flush();
      await sync.flush();
    }),
    inspect: createInspect(options, pieces),
    exportJourney: guard<[], ReturnType<Core['exportJourney']>>('exportJourney', Promise.resolve(null), () =>
      journey.exportJourney(),
    ),
    forget: guard('forget', done, async () => {
      if (consent.allows('analytics')) await request({ type: 'forget' });
      await journey.forget();
      await reservations.forget(`${options.key}/`);
    }),
    stop: () => stopAll(pieces).catch(() => {}),
  };
}
