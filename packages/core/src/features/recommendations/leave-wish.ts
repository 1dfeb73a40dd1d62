import type { Product } from '@regulars/schema';
import type { PartContext } from '../../journey/part.ts';

/** What the visitor put a heart on, or took it off. */
export interface Wish {
  readonly product: Product;
  readonly on: boolean;
}

/** Name of what a page leaves of its list. */
const LEFT = 'wish';

/**
 * Waits for the writes of a wish; a page that goes before they are done leaves it to the next one: writes under way when
 * a page goes may be lost in every engine. Rejects as the work does.
 */
export async function orLeaveWish(
  { storage }: PartContext,
  wish: Wish,
  work: Promise<boolean>,
): Promise<boolean> {
  const leave = (): void => {
    if (storage.allows('functional')) storage.left.leave(LEFT, wish);
  };
  addEventListener('pagehide', leave);
  try {
    return await work;
  } finally {
    removeEventListener('pagehide', leave);
  }
}

/** Takes what pages before this one could not write. */
export function takeWishes({ storage }: PartContext): readonly Wish[] {
  const found = storage.left.find(LEFT);
  storage.left.drop(found);
  return found.flatMap(([, value]) => {
    const { product, on } = (value ?? {}) as Partial<Wish>;
    return product?.id && on !== undefined ? [{ product, on }] : [];
  });
}
