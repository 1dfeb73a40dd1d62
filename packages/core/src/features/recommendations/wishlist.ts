import type { Product } from '@regulars/schema';
import type { PartContext } from '../../journey/part.ts';
import { mergeWishlists } from '../../rules/wishlist-rule.ts';
import { keyed } from '../../storage/keyed-store.ts';
import { shopBridgePort } from '../shop-bridge.ts';
import { askShop } from './ask-shop.ts';
import { orLeaveWish, takeWishes } from './leave-wish.ts';

/** The visitor's list on this device. */
export interface Wishlist {
  /** Newest first; `null`: nothing may be kept on the device, so there are no hearts. */
  saved(): readonly Product[] | null;
  /** Never rejects. */
  set(product: Product, on: boolean): Promise<void>;
}

/** As it is stored: the cards as they were when they were saved, and the ids on which shop and device last agreed. */
interface Stored {
  readonly products: readonly Product[];
  readonly base?: readonly string[] | undefined;
}

const KEY = 'wishlist';
/** What a list has at most; the oldest go. */
const most = 100;

const idsOf = (products: readonly Product[]): readonly string[] => products.map(({ id }) => id);

/** Told what is saved, whenever that changes; `null`: nothing may be kept. */
type Changed = (saved: readonly Product[] | null) => void;

/** The list in memory and on the device, and the shop's beside it. */
interface Keeper {
  now(): readonly Product[] | null;
  /** Reads the device's list and merges the shop's into it. */
  read(): Promise<void>;
  /** `false`: it was so already, or nothing may be kept. */
  put(product: Product, on: boolean): Promise<boolean>;
  tellShop(): Promise<void>;
}

function createKeeper(context: PartContext, changed: Changed): Keeper {
  const store = keyed(context.storage, 'feature', 'functional');
  const allowed = (): boolean => context.storage.allows('functional');
  const bridge = () => context.ports.use(shopBridgePort)[0];
  let now: readonly Product[] | null = null;
  /** The shop said that nobody is signed in: there is no list to tell of. */
  let nobody = false;
  const show = (products: readonly Product[] | null): void => {
    if (JSON.stringify(products) === JSON.stringify(now)) return;
    now = products;
    changed(now);
  };
  const tellShop = async (): Promise<void> => {
    if (nobody) return;
    const ids = idsOf(now ?? []);
    const answer = await askShop(context, 'saveWishlist', bridge()?.saveWishlist?.(ids));
    if (answer?.ok) await store.update<Stored>(KEY, (old) => old && { ...old, base: ids });
  };
  return {
    ...{ now: () => now, tellShop },
    async read() {
      if (!allowed()) return show(null);
      const asked = bridge()?.wishlist?.();
      const answer = await askShop(
        context,
        'wishlist',
        asked?.then((ids) => ({ ids })),
      );
      const shop = answer?.ids;
      nobody = shop === null;
      const stored = await store.update<Stored>(KEY, (old) => (shop ? mergeWishlists(old, shop, most) : old));
      show(allowed() ? (stored?.products ?? []) : null);
      if (shop && String(idsOf(now ?? [])) !== String(shop)) await tellShop();
    },
    async put(product, on) {
      if (!allowed() || now?.some(({ id }) => id === product.id) === on) return false;
      const change = (products: readonly Product[]): readonly Product[] => {
        const others = products.filter(({ id }) => id !== product.id);
        return on ? [product, ...others].slice(0, most) : others;
      };
      show(change(now ?? []));
      await store.update<Stored>(KEY, (old) => ({ ...old, products: change(old?.products ?? []) }));
      return true;
    },
  };
}

/**
 * Opens the list: what the device has, merged with the shop's where it has one. It is the visitor's own doing, kept as
 * `functional`; withdrawal and erasure empty it. Hearts of the page itself count too.
 */
export async function openWishlist(context: PartContext, changed: Changed): Promise<Wishlist> {
  const { journey, consent, problems, signal } = context;
  const { now, read, put, tellShop } = createKeeper(context, changed);
  const guard = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
    } catch (cause) {
      problems.report({ code: 'list-failed', message: 'Not saved.', key: KEY, cause });
    }
  };
  const set = async (product: Product, on: boolean): Promise<void> => {
    if (!(await orLeaveWish(context, { product, on }, put(product, on)))) return;
    journey.track(on ? 'wishlist_product_added' : 'wishlist_product_removed', { product });
    await tellShop();
  };
  const stops = [
    journey.onEvent(({ name, props }) => {
      const on = name === 'wishlist_product_added';
      if ((on || name === 'wishlist_product_removed') && 'product' in props)
        void guard(put(props.product, on));
    }),
    consent.subscribe(() => void guard(read())),
    // Erased, or signed out: the journey is empty, and what was stored beside it is gone.
    journey.onProfile(() => {
      if (now()?.length && journey.profile().recent.length === 0) void guard(read());
    }),
  ];
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
  });
  await read();
  // What the page before this one could not write.
  if (now()) for (const { product, on } of takeWishes(context)) await guard(set(product, on));
  return { saved: now, set: (product, on) => guard(set(product, on)) };
}
