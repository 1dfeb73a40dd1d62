import type { EventName, EventProps } from '@regulars/schema';
import type { Decision, PresentationEnd } from '../../campaigns/presenter-port.ts';
import type { CarouselView, RankedCard } from '../widget-view.ts';
import type { MadeList } from './list-request.ts';
import type { Trial } from './try-strategies.ts';

/** A list in its slot: what is shown and what became of it. */
export interface ListSlot {
  readonly decision: Decision;
  readonly events: { readonly shown: () => void; readonly ended: (end: PresentationEnd) => void };
  view: CarouselView;
  /** Why it is not made from the journey: `no-consent`, `switched-off`, `empty-journey`, `holdout`, `strategy`; `null`: it is. */
  why: string | null;
  made: MadeList | null;
  /** How its strategy was drawn, where the campaign tries several; `null`: it was not. */
  trial: Trial | null;
  /** The visitor has seen a card: the list stays as it is. */
  seen: boolean;
  /** An order came after it was made. */
  stale: boolean;
  /** The element said that it stands on the page. */
  standing: boolean;
  /** Products the visitor does not want to see on this page again. */
  readonly refused: Set<string>;
  /** Ids last reported as shown. */
  reported: string;
}

/** Records an event of the journey. */
export type Track = <N extends EventName>(
  name: N,
  props: EventProps[N],
  options?: { readonly critical?: boolean },
) => unknown;

/** Builds the slot of a decision, loading. */
export function createListSlot(decision: Decision, events: ListSlot['events'], addToCart: boolean): ListSlot {
  const { campaign, widget, variantId, lang, dir, texts } = decision;
  if (widget.type !== 'carousel') throw new TypeError(widget.type);
  const view: CarouselView = {
    type: 'carousel',
    campaignId: campaign.id,
    ...(variantId ? { variantId } : {}),
    ...{ lang, dir, texts, props: widget.props, state: 'loading', cards: [], addToCart },
    strategy: decision.holdout ? 'popular' : widget.props.strategy,
  };
  return {
    decision,
    events,
    view,
    why: null,
    ...{ made: null, trial: null, stale: false },
    seen: false,
    standing: false,
    refused: new Set(),
    reported: '',
  };
}

/** Puts a made list into the slot. */
export function fillSlot(slot: ListSlot, made: MadeList): void {
  slot.made = made;
  const { indexVersion } = made;
  slot.view = { ...slot.view, cards: made.cards, ...(indexVersion ? { indexVersion } : {}) };
  const enough = made.cards.length >= minOf(slot);
  slot.view = { ...slot.view, state: enough ? 'ready' : indexVersion ? 'empty' : 'error' };
}

function minOf({ view }: ListSlot): number {
  return Math.max(1, view.props.min ?? (view.props.layout === 'bundle' ? 2 : 3));
}

/** Takes a card out of a list that still has enough of them; `true`: it did. */
export function dropCard(slot: ListSlot, productId: string): boolean {
  const cards = slot.view.cards.filter(({ product }) => product.id !== productId);
  if (cards.length === slot.view.cards.length || cards.length < minOf(slot)) return false;
  slot.view = { ...slot.view, cards };
  return true;
}

/** Reports the list as shown once it both stands on the page and is made; again when other cards took its place. */
export function reportShown({ view, decision, ...rest }: ListSlot, track: Track): string {
  const productIds = view.cards.map(({ product }) => product.id);
  const key = productIds.join();
  if (!rest.standing || view.state !== 'ready' || key === rest.reported) return rest.reported;
  const source = [...new Set(view.cards.map((card) => card.source))].join('+');
  track('recommendation_shown', { ...common(view, decision), source, productIds });
  return key;
}

/** Reports what the visitor did with a card. */
export function reportCard(
  { view, decision }: ListSlot,
  act: 'viewed' | 'clicked' | 'added' | 'refused',
  { card, position }: { readonly card: RankedCard; readonly position: number },
  track: Track,
): void {
  const { id: productId, variants } = card.product;
  const props = { ...common(view, decision), source: card.source, productId, position };
  // An order may name a variant; whose it is, only the card knows.
  const taken = variants?.length && (act === 'clicked' || act === 'added');
  const more = taken ? { variants: variants.map(({ id }) => id) } : {};
  // A click leaves the page: it is written at once. An impression never keeps a session alive.
  track(`recommendation_${act}`, { ...props, ...more }, { critical: act !== 'viewed' });
}

function common(
  { campaignId, strategy, indexVersion, variantId }: CarouselView,
  { slot, holdout }: Decision,
) {
  const arm = holdout ? 'holdout' : variantId;
  return {
    ...{ campaignId, slot, widget: 'carousel', strategy },
    ...(arm ? { variantId: arm } : {}),
    ...(indexVersion ? { indexVersion } : {}),
  };
}

/** What the debug panel shows of a list. */
export function inspectSlot({ view, why, made, trial }: ListSlot): unknown {
  const sources: Record<string, number> = {};
  for (const { source } of view.cards) sources[source] = (sources[source] ?? 0) + 1;
  const { campaignId, state, strategy } = view;
  const cards = view.cards.map(({ product, source, because, rule }) => ({
    ...{ id: product.id, source, because },
    ...(rule ? { rule } : {}),
  }));
  return {
    campaignId,
    state,
    strategy,
    personal: why === null,
    why,
    sources,
    cards,
    removed: made?.removed ?? [],
    ...(trial ? { tried: trial.tried } : {}),
  };
}
