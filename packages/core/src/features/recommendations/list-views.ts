import { signalPort } from '../../campaigns/slots-port.ts';
import type { PartContext } from '../../journey/part.ts';
import { shopBridgePort } from '../shop-bridge.ts';
import type { ViewSource, WidgetSignal } from '../widget-signal.ts';
import { dropCard, type ListSlot, reportCard } from './list-slot.ts';
import type { Lists } from './lists.ts';

type CardSignal = Extract<WidgetSignal, { type: 'card' }>;

/** Gives the lists' views to the host and takes the elements' signals. */
export function createListViews(context: PartContext, lists: Lists): ViewSource {
  return {
    read: (slot) => lists.at(slot)?.view ?? null,
    subscribe: lists.subscribe,
    report(signal) {
      const slot = 'campaignId' in signal ? lists.of(signal.campaignId) : undefined;
      if (!slot) return false;
      if (signal.type === 'card') onCard(context, lists, { slot, signal });
      else if (signal.type === 'shown') {
        slot.standing = true;
        lists.changed(slot);
      } else if (signal.type === 'dismissed') {
        lists.close(slot);
        slot.events.ended({ cause: 'dismissed', detail: signal.cause });
      } else return false;
      return true;
    },
  };
}

function onCard(
  context: PartContext,
  lists: Lists,
  { slot, signal }: { readonly slot: ListSlot; readonly signal: CardSignal },
): void {
  const { act, productId, position, campaignId } = signal;
  const card = slot.view.cards.find(({ product }) => product.id === productId);
  if (!card) return;
  slot.seen = true;
  if (act === 'not-interested') {
    if (dropCard(slot, productId)) lists.changed(slot);
  } else if (act === 'add-to-cart') void addToCart(context, productId);
  else {
    reportCard(slot, act, { card, position }, context.journey.track);
    if (act === 'clicked') for (const hear of context.ports.use(signalPort)) hear('clicked', campaignId);
  }
}

async function addToCart({ ports, problems }: PartContext, productId: string): Promise<void> {
  try {
    const answer = await ports.use(shopBridgePort)[0]?.addToCart?.(productId, { quantity: 1 });
    if (answer?.ok === false) throw new Error(answer.reason);
  } catch (cause) {
    problems.report({ code: 'shop-hook-failed', message: 'Not added.', key: 'addToCart', cause });
  }
}
