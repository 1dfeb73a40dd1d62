import type { RankedCard } from '@regulars/core';

/** Longest time from the last movement to rest where no `scrollend` tells of it (Safari before 26.2), ms. */
const REST_MS = 700;
/** The same where one does, unless the row is hidden meanwhile; longer than a busy page may hold a frame back. */
const LOST_MS = 3000;
/** From the end of one movement on, so that the next one, begun meanwhile, is not taken for rest, ms. */
const QUIET_MS = 100;

/** Keeps the card under the eye where it stands while others come and go. */
export interface PlaceKeeper {
  /** Whether the row is under way: cards that come now wait until it rests. */
  moves(): boolean;
  /** Before other cards are rendered; returns the place among them of the card that will stay where it is, or -1. */
  remember(cards: readonly RankedCard[]): number;
  /** After they are rendered. */
  restore(): void;
  stop(): void;
}

/** Watches a row from now on; `rested` is told whenever it has come to rest. */
export function keepPlace(track: HTMLElement, rested: () => void): PlaceKeeper {
  const ended = new AbortController();
  const { signal } = ended;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let anchor: Anchor | 'start' | undefined;
  const rest = (): void => {
    clearTimeout(timer);
    timer = undefined;
    rested();
  };
  const restAfter = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(rest, ms);
  };
  const move = (): void => restAfter('onscrollend' in track ? LOST_MS : REST_MS);
  track.addEventListener('scroll', move, { signal, passive: true });
  track.addEventListener('scrollend', () => restAfter(QUIET_MS), { signal });
  return {
    moves: () => timer !== undefined,
    remember(cards) {
      const places = new Map(cards.map(({ product }, place) => [product.id, place]));
      const seen = visibleCards(track).find(({ id }) => places.has(id));
      // At the very start new cards come first; snapping would stay with the one that was first.
      anchor = Math.abs(track.scrollLeft) < 2 ? 'start' : seen;
      return (anchor === 'start' ? undefined : places.get(seen?.id ?? '')) ?? -1;
    },
    restore() {
      if (anchor === 'start') track.scrollTo({ left: 0, behavior: 'instant' });
      else if (anchor) standAgain(track, anchor);
      anchor = undefined;
    },
    stop() {
      clearTimeout(timer);
      ended.abort();
    },
  };
}

/** A card on screen and where it stands. */
interface Anchor {
  readonly id: string;
  /** Px from the start of the visible part. */
  readonly offsetPx: number;
}

const itemsOf = (track: Element): HTMLElement[] => [...track.querySelectorAll<HTMLElement>('.item[data-id]')];

/** Cards that are wholly visible. */
function visibleCards(track: Element): Anchor[] {
  const { left, right } = track.getBoundingClientRect();
  return itemsOf(track).flatMap((item) => {
    const box = item.getBoundingClientRect();
    if (box.left < left - 2 || box.right > right + 2) return [];
    return [{ id: item.dataset.id ?? '', offsetPx: box.left - left }];
  });
}

/** Scrolls without motion so that the card stands where it stood. */
function standAgain(track: Element, { id, offsetPx }: Anchor): void {
  const item = itemsOf(track).find(({ dataset }) => dataset.id === id);
  if (!item) return;
  const moved = item.getBoundingClientRect().left - track.getBoundingClientRect().left - offsetPx;
  if (Math.abs(moved) > 1) track.scrollBy({ left: moved, behavior: 'instant' });
}
