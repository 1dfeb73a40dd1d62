import type { Product } from '@regulars/schema';
import type { PartContext } from '../../journey/part.ts';
import type { ListSlot } from './list-slot.ts';
import type { Wishlist } from './wishlist.ts';

/** The hearts of a page's lists; what keeps them comes with the first list that has any. */
export interface Hearts {
  /** What the visitor saved, newest first; nothing for a list without hearts. Sets what the list's hearts show. Never rejects. */
  of(slot: ListSlot): Promise<readonly Product[]>;
  /** Ids that a list of what is saved shows on this page: no other list takes them away from it. Never rejects. */
  reserved(slot: ListSlot): Promise<readonly string[]>;
  /** Puts a product on the visitor's list, or takes it off. */
  set(product: Product, on: boolean): void;
}

/** Builds the hearts; nothing is read or fetched until a list with hearts is made. */
export function createHearts(
  context: PartContext,
  slots: ReadonlyMap<string, ListSlot>,
  changed: (slot: ListSlot) => void,
): Hearts {
  let wishlist: Promise<Wishlist> | undefined;
  const show = (saved: readonly Product[] | null, slot: ListSlot): void => {
    const { saved: _, ...view } = slot.view;
    slot.view = saved ? { ...view, saved: saved.map(({ id }) => id) } : view;
  };
  const open = (): Promise<Wishlist> =>
    import('./wishlist.ts').then(({ openWishlist }) =>
      openWishlist(context, (saved) => {
        for (const slot of slots.values()) {
          if (!slot.made || !hasHearts(slot)) continue;
          show(saved, slot);
          changed(slot);
        }
      }),
    );
  const read = async (): Promise<readonly Product[] | null> => {
    try {
      wishlist ??= open();
      return (await wishlist).saved();
    } catch (cause) {
      wishlist = undefined;
      context.problems.report({ code: 'list-failed', message: 'No hearts.', cause });
      return null;
    }
  };
  return {
    async of(slot) {
      if (!hasHearts(slot)) return [];
      const saved = await read();
      show(saved, slot);
      return saved ?? [];
    },
    async reserved(slot) {
      const own = [...slots.values()].find(({ view }) => view.props.strategy === 'wishlist');
      if (!own || own === slot) return [];
      return ((await read()) ?? []).slice(0, own.view.props.max ?? 12).map(({ id }) => id);
    },
    set: (product, on) => void wishlist?.then((list) => list.set(product, on)),
  };
}

function hasHearts({ view: { props } }: ListSlot): boolean {
  return props.hearts === true || props.strategy === 'wishlist' || props.tries?.includes('wishlist') === true;
}
