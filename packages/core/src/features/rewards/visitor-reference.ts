import type { PartContext } from '../../journey/part.ts';
import type { Request } from '../../lib/request-port.ts';
import { keyed } from '../../storage/keyed-store.ts';
import type { ShopBridge } from '../shop-bridge.ts';

/**
 * Puts the signed visitor reference on the cart, so that the shop's order joins the journey without the browser.
 * Once a session, with consent to analytics alone.
 */
export function followReference(
  { consent, journey, problems, signal, storage }: PartContext,
  put: NonNullable<ShopBridge['setVisitorReference']>,
  { request, busy }: { readonly request: Request; readonly busy: (work: Promise<unknown>) => void },
): () => void {
  const store = keyed(storage, 'kv', 'functional');
  let asked = false;
  const hand = async (session: string): Promise<void> => {
    if ((await store.get<string>('visitor-ref')) === session) return;
    const outcome = await request({ type: 'visitor-ref' }, { signal });
    if (!outcome.ok || !consent.allows('analytics') || signal.aborted) return;
    try {
      await put(outcome.result.visitorRef);
      await store.set('visitor-ref', session);
    } catch (cause) {
      const key = 'setVisitorReference';
      problems.report({ code: 'shop-bridge-failed', message: key, key, cause });
    }
  };
  const look = (): void => {
    const session = journey.session()?.id;
    if (asked || !session || !consent.allows('analytics')) return;
    asked = true;
    busy(hand(session));
  };
  look();
  const stops = [journey.onProfile(look), journey.onEvent(look)];
  return () => {
    for (const stop of stops) stop();
  };
}
