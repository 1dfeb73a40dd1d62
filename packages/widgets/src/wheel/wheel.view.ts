/** Colours go round; the last of an odd wheel must not meet the first in the same colour. */
export function colourOf(index: number, count: number): number {
  const colour = index % 6;
  return index === count - 1 && colour === 0 && index > 0 ? 1 : colour;
}

/** A label that fits into a sector. */
export function shorten(label: string): string {
  return label.length > 15 ? `${label.slice(0, 14)}…` : label;
}
