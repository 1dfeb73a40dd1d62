import { randomUUID } from 'node:crypto';
import type { Database } from '@regulars/server';
import { createClient, type OrderInput } from '@regulars/server/client';
import { products } from '../catalog/products.ts';
import { simulateShoppers } from '../simulate/simulate-shoppers.ts';

/** Names under which the simulated shoppers stand on the leaderboard. */
const nicknames = ['Basilka', 'Terrazza', 'Pan Pelargonia', 'Kaktusia', 'Rosemary B.', 'Sprout 7'];
const DAY_MS = 86_400_000;

/** Where the shoppers go. */
export interface BoardOptions {
  readonly db: Database;
  /** Address of Regulars with its base path. */
  readonly url: string;
  readonly writeKey: string;
  readonly webhookSecret: string;
  readonly send: (request: Request) => Promise<Response>;
  /** Epoch ms. */
  readonly now: () => number;
}

/**
 * Sends simulated shoppers with nicknames to the shop, once a month, so that the leaderboard of a fresh demo is alive: the
 * same requests that browsers and the shop's server make. Rejects when Regulars does not answer.
 */
export async function fillBoard(options: BoardOptions): Promise<void> {
  const month = new Date(options.now()).toISOString().slice(0, 7);
  const [fresh] = await options.db.query<{ month: string }>(
    'insert into shop.board_month (month) values ($1) on conflict do nothing returning month',
    [month],
  );
  if (fresh === undefined) return;
  const client = createClient({
    url: options.url,
    webhookSecret: options.webhookSecret,
    fetch: options.send,
    now: options.now,
  });
  const carts = drawCarts(month);
  for (const [place, nickname] of nicknames.entries()) {
    const visitorRef = await introduce(options, nickname);
    for (const [number, items] of (carts[place] ?? []).entries()) {
      const total = { value: items.reduce((sum, { price }) => sum + price.value, 0), currency: 'EUR' };
      const orderId = `board-${month}-${place}-${number}`;
      await client.sendOrder({ orderId, status: 'paid', total, items, visitorRef, placedAt: options.now() });
    }
  }
}

/** Orders of the shoppers who bought at all; the month is the seed, so that months differ. */
function drawCarts(month: string): readonly (readonly OrderInput['items'][])[] {
  const seed = Number(month.replace('-', ''));
  const { orders } = simulateShoppers(products, { seed, shoppers: 40, from: 0, to: 30 * DAY_MS });
  const byShopper = groupBy(orders, ({ visitor }) => visitor);
  return [...byShopper.values()].map((lines) =>
    [...groupBy(lines, ({ order }) => order).values()].map((order) =>
      order.map(({ product, quantity, price }) => ({
        productId: product,
        quantity,
        price: { value: price, currency: 'EUR' },
      })),
    ),
  );
}

/** A browser that comes for the first time and takes a nickname; answers the reference for its cart. */
async function introduce(options: BoardOptions, nickname: string): Promise<string> {
  const visitor = { v: 1, key: options.writeKey, anonymousId: randomUUID() };
  const ask = async (action: object): Promise<Readonly<Record<string, unknown>>> => {
    const answer = await options.send(
      new Request(`${options.url}/v1/actions`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain', origin: new URL(options.url).origin },
        body: JSON.stringify({ ...visitor, action }),
      }),
    );
    const outcome: { ok?: boolean; reason?: string; result?: Readonly<Record<string, unknown>> } =
      await answer.json();
    if (outcome.ok !== true) throw new Error(`A simulated shopper was refused: ${outcome.reason}.`);
    return outcome.result ?? {};
  };
  await ask({ type: 'save', what: 'nickname', value: nickname });
  return String((await ask({ type: 'visitor-ref' })).visitorRef);
}

function groupBy<T>(all: readonly T[], nameOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(nameOf(one), [...(groups.get(nameOf(one)) ?? []), one]);
  return groups;
}
