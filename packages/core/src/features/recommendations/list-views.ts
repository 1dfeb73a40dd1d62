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
  const { track } = context.journey;
  if (act === 'not-interested') {
    reportCard(slot, 'refused', { card, position }, track);
    slot.refused.add(productId);
    if (dropCard(slot, productId)) lists.changed(slot);
  } else if (act === 'save' || act === 'unsave') lists.hearts.set(card.product, act === 'save');
  else if (act === 'add-to-cart') void addToCart(context, lists, { slot, signal });
  else {
    reportCard(slot, act, { card, position }, track);
    void slot.trial?.count(act);
    if (act === 'clicked') for (const hear of context.ports.use(signalPort)) hear('clicked', campaignId);
  }
}

/** The card says at once that it is on its way; the shop's answer stands until the card leaves. */
async function addToCart(
  context: PartContext,
  lists: Lists,
  { slot, signal }: { readonly slot: ListSlot; readonly signal: CardSignal },
): Promise<void> {
  const { ports, problems, journey } = context;
  const { productId, position, variant } = signal;
  const card = slot.view.cards.find(({ product }) => product.id === productId);
  const mark = (state: 'busy' | 'done' | 'failed'): void => {
    slot.view = { ...slot.view, adding: { ...slot.view.adding, [productId]: state } };
    lists.changed(slot);
  };
  mark('busy');
  try {
    const answer = await ports.use(shopBridgePort)[0]?.addToCart?.(variant ?? productId, { quantity: 1 });
    if (answer?.ok === false) throw new Error(answer.reason);
    if (card) reportCard(slot, 'added', { card, position }, journey.track);
    mark('done');
  } catch (cause) {
    problems.report({ code: 'shop-hook-failed', message: 'Not added.', key: 'addToCart', cause });
    mark('failed');
  }
}
