import { type Chance, createChance } from './create-chance.ts';
import { appeal, attraction, drawTaste, type ShopProduct, type Taste } from './tastes.ts';

/** One look at a product. */
export interface SimulatedClick {
  readonly visitor: string;
  readonly product: string;
  /** Epoch ms. */
  readonly t: number;
}

/** One line of an order. */
export interface SimulatedOrderLine {
  readonly order: string;
  readonly visitor: string;
  readonly product: string;
  readonly quantity: number;
  /** Minor units. */
  readonly price: number;
  readonly t: number;
}

/** What the shoppers left behind, in the order of time. */
export interface Simulated {
  readonly clicks: readonly SimulatedClick[];
  readonly orders: readonly SimulatedOrderLine[];
}

/** How many shoppers, when, and which chance. */
export interface SimulationOptions {
  readonly seed: number;
  readonly shoppers: number;
  /** Epoch ms of the first and after the last day. */
  readonly from: number;
  readonly to: number;
}

const minuteMs = 60_000;

/** Sends shoppers through the shop: each has a taste, wanders from product to related product, sometimes buys. */
export function simulateShoppers(products: readonly ShopProduct[], options: SimulationOptions): Simulated {
  const chance = createChance(options.seed);
  const shelf = new Map(products.map(({ id }, place) => [id, place]));
  const clicks: SimulatedClick[] = [];
  const orders: SimulatedOrderLine[] = [];
  for (let number = 1; number <= options.shoppers; number += 1) {
    const visitor = `shopper-${number}`;
    const taste = drawTaste(products, chance);
    const visits = 1 + Math.floor(chance.next() ** 2 * 4);
    for (let visit = 0; visit < visits; visit += 1) {
      const start = options.from + Math.floor(chance.next() * (options.to - options.from));
      const walk = wander(products, { taste, shelf, chance });
      const seen = walk.map((product, step) => ({
        visitor,
        product: product.id,
        t: start + step * minuteMs,
      }));
      clicks.push(...seen);
      orders.push(
        ...buy(walk, { visitor, chance, t: start + walk.length * minuteMs, number: orders.length }),
      );
    }
  }
  const byTime = (a: { readonly t: number }, b: { readonly t: number }): number => a.t - b.t;
  return { clicks: clicks.sort(byTime), orders: orders.sort(byTime) };
}

/** One visit: on from what was just seen, at times back to it, at times somewhere new. */
function wander(
  products: readonly ShopProduct[],
  {
    taste,
    shelf,
    chance,
  }: { readonly taste: Taste; readonly shelf: ReadonlyMap<string, number>; readonly chance: Chance },
): ShopProduct[] {
  const fresh = (): ShopProduct => chance.pick(products, (product) => appeal(product, taste));
  const walk = [fresh()];
  while (walk.length < 14 && chance.next() < 0.78) {
    const now = walk.at(-1) ?? fresh();
    const before = walk.at(-2);
    const where = chance.next();
    if (where < 0.12 && before) walk.push(before);
    else if (where < 0.24) walk.push(fresh());
    else {
      walk.push(chance.pick(products, (to) => attraction(now, to, shelf) * Math.sqrt(appeal(to, taste))));
    }
  }
  return walk;
}

/** One visit in six ends with an order of one to three of the products seen. */
function buy(
  walk: readonly ShopProduct[],
  options: { readonly visitor: string; readonly chance: Chance; readonly t: number; readonly number: number },
): SimulatedOrderLine[] {
  const { visitor, chance, t } = options;
  if (chance.next() > 1 / 6) return [];
  const seen = [...new Set(walk)];
  const count = 1 + Math.floor(chance.next() * Math.min(3, seen.length));
  const order = `${10_000 + options.number}`;
  return seen
    .slice(-count)
    .map((product) => ({ order, visitor, product: product.id, quantity: 1, price: product.price, t }));
}
