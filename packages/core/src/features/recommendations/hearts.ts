import type { Product } from '@regulars/schema';
import type { PartContext } from '../../journey/part.ts';
import type { Disposer } from '../../lib/disposer.ts';
import { hasPageHearts } from './has-page-hearts.ts';
import type { ListSlot } from './list-slot.ts';
import type { PageHearts } from './page-hearts.ts';
import type { Wishlist } from './wishlist.ts';

/** The hearts of a page's lists; what keeps them comes with the first list that has any. */
export interface Hearts {
  /** What the visitor saved, newest first; nothing for a list without hearts. Sets what the list's hearts show. Never rejects. */
  of(slot: ListSlot): Promise<readonly Product[]>;
  /** Ids that a list of what is saved shows on this page: no other list takes them away from it. Never rejects. */
  reserved(slot: ListSlot): Promise<readonly string[]>;
  /** Puts a product on the visitor's list, or takes it off. */
  set(product: Product, on: boolean): void;
  /** Follows the hearts of the page itself, from when it has any and something may be kept. */
  follow(stops: Disposer): void;
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
        page.show(saved);
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
  const set = (product: Product, on: boolean): void => void wishlist?.then((list) => list.set(product, on));
  const page = createFollower(context, { read, set });
  return {
    follow: page.follow,
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
    set,
  };
}

/** The hearts of the page itself; what follows them comes with the first. */
function createFollower(
  context: PartContext,
  { read, set }: Pick<Hearts, 'set'> & { readonly read: () => Promise<readonly Product[] | null> },
): Pick<Hearts, 'follow'> & PageHearts {
  const { consent, journey, problems, signal } = context;
  let page: Promise<PageHearts> | undefined;
  const open = async (): Promise<PageHearts> => {
    const [{ createPageHearts }, saved] = await Promise.all([import('./page-hearts.ts'), read()]);
    const hearts = createPageHearts(set, signal);
    hearts.show(saved);
    return hearts;
  };
  const look = (): void => {
    if (page || !hasPageHearts(consent)) return;
    page = open();
    page.catch((cause) => {
      page = undefined;
      problems.report({ code: 'list-failed', message: 'No hearts.', cause });
    });
  };
  return {
    show: (saved) => void page?.then(({ show }) => show(saved)).catch(() => {}),
    follow(stops) {
      stops.add(consent.subscribe(look));
      stops.add(journey.onEvent(look));
      look();
    },
  };
}

function hasHearts({ view: { props } }: ListSlot): boolean {
  return props.hearts === true || props.strategy === 'wishlist' || props.tries?.includes('wishlist') === true;
}
