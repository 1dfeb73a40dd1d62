import type { CarouselView } from '@regulars/core';
import type { Bring } from '../lib/base-element.ts';
import type { PlainElement } from '../lib/plain-element.ts';
import type { Ends } from './ends.ts';
import type { Frame } from './frame.ts';

/** What ranked cards know of their row. */
export interface CardsInput {
  readonly element: PlainElement<CarouselView> & { readonly dwellMs: number };
  readonly frame: Frame;
  readonly bring: Bring;
  readonly ends: () => Ends;
  readonly page: (direction: 1 | 0) => void;
  /** Place of the first visible card, from 0. */
  readonly first: () => number;
  /** The visitor prefers less motion. */
  readonly still: boolean;
}
