/** A card on screen and where it stands, so that it can stand there again when others change. */
export interface Anchor {
  readonly id: string;
  /** Px from the start of the visible part. */
  readonly offsetPx: number;
}

const itemsOf = (track: Element): HTMLElement[] => [...track.querySelectorAll<HTMLElement>('.item[data-id]')];

/** The first card that is wholly visible; `null` at the very start, where new cards may come first. */
export function anchorOf(track: Element): Anchor | null {
  if (Math.abs(track.scrollLeft) < 2) return null;
  const { left, right } = track.getBoundingClientRect();
  for (const item of itemsOf(track)) {
    const box = item.getBoundingClientRect();
    if (box.left < left - 2 || box.right > right + 2) continue;
    return { id: item.dataset.id ?? '', offsetPx: box.left - left };
  }
  return null;
}

/** Scrolls without motion so that the card stands where it stood; nothing when it is gone. */
export function keepInPlace(track: Element, anchor: Anchor): void {
  const item = itemsOf(track).find(({ dataset }) => dataset.id === anchor.id);
  if (!item) return;
  const moved = item.getBoundingClientRect().left - track.getBoundingClientRect().left - anchor.offsetPx;
  if (Math.abs(moved) > 1) track.scrollBy({ left: moved, behavior: 'instant' });
}
