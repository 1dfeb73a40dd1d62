import { slotsPort } from '../campaigns/slots-port.ts';
import { provideCartFacts } from '../features/cart-facts.ts';
import { shopBridgePort } from '../features/shop-bridge.ts';
import type { Part, PartContext } from '../journey/part.ts';
import { createDisposer } from '../lib/disposer.ts';
import { type Request, requestPort } from '../lib/request-port.ts';
import { createHost } from './create-host.ts';
import { type HostSetup, hostPort, hostSetupPort } from './host-port.ts';
import type { Messages, messageText } from './messages.ts';

/**
 * What widgets need of the engine: their host with its texts, the way to the backend and the shop's
 * hooks. Comes first in `createCore({ parts: [hostPart(), campaigns(), …] })`; without it nothing can be shown.
 */
export function hostPart(): Part {
  const texts = new Map<string, Promise<void>>();
  let forget = async (): Promise<void> => {};
  return {
    name: 'host',
    idle: async () => void (await Promise.all(texts.values())),
    forget: () => forget(),
    start(context) {
      const [setup] = context.ports.use(hostSetupPort);
      if (!setup) return () => {};
      const { consent, ports } = context;
      const { add, stop } = createDisposer();
      const request = requestLater(context, setup);
      let messages: Messages = {};
      let say: typeof messageText = (_messages, _locale, name) => name;
      // Only elements ask: a page that shows none fetches no texts, and one with a tour none of games.
      const ready = (kind: string): Promise<void> => {
        const loading =
          texts.get(kind) ??
          loadTexts(context, setup, kind, (loaded, how) => {
            say = how;
            messages = { ...messages, ...loaded };
            refresh();
          });
        texts.set(kind, loading);
        return loading;
      };
      const { host, slots, refresh } = createHost({
        ...context,
        request,
        track: setup.track,
        ready,
        text(name, values) {
          void ready(name.split('.')[0] ?? '');
          return say(messages, context.locale(), name, values);
        },
      });
      add(ports.provide(hostPort, host));
      add(ports.provide(slotsPort, slots));
      add(ports.provide(requestPort, request));
      add(followShop(context, setup));
      forget = async () => {
        if (consent.allows('analytics')) await request({ type: 'forget' });
      };
      return stop;
    },
  };
}

/** The way to the backend is fetched with the first request. */
function requestLater(context: PartContext, { options: { actions }, credentials }: HostSetup): Request {
  let real: Request | undefined;
  return async (action, given) => {
    try {
      real ??= (await import('../features/create-requester.ts')).createRequester({
        ...context,
        actions,
        credentials,
      });
    } catch (cause) {
      context.problems.report({ code: 'part-unavailable', message: 'chunk', key: 'requester', cause });
      return { ok: false, reason: 'offline' };
    }
    return real(action, given);
  };
}

async function loadTexts(
  { locale, problems }: PartContext,
  { options }: HostSetup,
  kind: string,
  onLoad: (messages: Messages, say: typeof messageText) => void,
): Promise<void> {
  const key = locale();
  try {
    const [loaded = {}, { messageText }] = await Promise.all([
      options.texts?.(key, kind),
      import('./messages.ts'),
    ]);
    onLoad(loaded, messageText);
  } catch (cause) {
    problems.report({ code: 'texts-failed', message: key, key, cause });
  }
}

/** Gives the shop's hooks to the parts, its cart to conditions, its signed-in customer to the core. */
function followShop(context: PartContext, { options: { shop }, identify }: HostSetup): () => void {
  if (!shop) return () => {};
  const stops = [context.ports.provide(shopBridgePort, shop), provideCartFacts(context, shop)];
  const key = 'customerToken';
  const failed = (cause: unknown): void =>
    context.problems.report({ code: 'shop-bridge-failed', message: key, key, cause });
  void shop.customerToken?.().then((token) => token && identify(token), failed);
  return () => {
    for (const stop of stops) stop();
  };
}
