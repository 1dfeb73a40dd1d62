import type { RegularsElement } from '../lib/base-element.ts';
import type { Product } from '../lib/types.ts';

/** What these parts know of their card. */
export interface MoreOf extends RegularsElement {
  readonly product: Product | undefined;
  readonly position: number;
  readonly locale: string | undefined;
  readonly because: string | undefined;
  readonly reason: string | undefined;
  readonly refusable: boolean;
  readonly saved: boolean | undefined;
}
