/** Where a row stands between its ends. */
export interface Ends {
  readonly scrolls: boolean;
  readonly before: boolean;
  readonly after: boolean;
}

/** Whether there is more before and after the visible part; offsets count from the start of the line in px. */
export function carouselEnds({
  offset,
  size,
  length,
}: {
  readonly offset: number;
  readonly size: number;
  readonly length: number;
}): Ends {
  const slack = 2;
  return {
    scrolls: length > size + slack,
    before: offset > slack,
    after: offset + size < length - slack,
  };
}

/** The same for a row as the page measures it. */
export const endsOf = ({
  scrollLeft,
  clientWidth,
  scrollWidth,
}: Pick<Element, 'scrollLeft' | 'clientWidth' | 'scrollWidth'>): Ends =>
  // In right-to-left `scrollLeft` runs from 0 downwards.
  carouselEnds({ offset: Math.abs(scrollLeft), size: clientWidth, length: scrollWidth });
