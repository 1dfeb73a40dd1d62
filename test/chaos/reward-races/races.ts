import { randomUUID } from 'node:crypto';
import type { ActionResults } from '@regulars/schema';
import { type Handler, signWebhook } from '@regulars/server';
import { SECRETS } from '../../support/server-fixture.ts';
import type { RaceShop } from './open-races.ts';

/** A race: what it came to, which is 0 when it came to exactly what it must. */
export type Race = (shop: RaceShop) => Promise<number>;

const CROWD = 50;

const crowd = <T>(act: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: CROWD }, (_, index) => act(index)));

const draw = (campaignId: string, playKey: string = randomUUID()): object => ({
  type: 'draw',
  campaignId,
  playKey,
});

async function countOf(shop: RaceShop, sql: string): Promise<number> {
  const rows = await shop.db.query<{ count: number }>(`select count(*)::int as count from ${sql}`);
  return rows[0]?.count ?? -1;
}

/** The last unit of a prize, drawn for by fifty people: one winner. Answers winners that are missing or too many. */
export const lastUnit: Race = async (shop) => {
  const outcomes = await crowd((index) => shop.act(`v-${index}`, draw('stocked-wheel')));
  const won = outcomes.filter((each) => each.ok && (each.result as ActionResults['draw']).win).length;
  const left = await countOf(shop, 'pool_stock where remaining <> 0');
  return Math.abs(won - 1) + left + outcomes.filter((each) => !each.ok).length;
};

/** Fifty claims for ten coupons: ten codes, all different. */
export const couponLimit: Race = async (shop) => {
  const tokens = await crowd(async (index) => {
    const outcome = await shop.act(`v-${index}`, draw('open-wheel'));
    return outcome.ok ? (outcome.result as ActionResults['draw']).claimToken : undefined;
  });
  const outcomes = await crowd((index) =>
    shop.act(`v-${index}`, { type: 'claim', claimToken: tokens[index] }),
  );
  const codes = outcomes.flatMap((each) => (each.ok ? [(each.result as ActionResults['claim']).code] : []));
  const refused = outcomes.filter((each) => !each.ok && each.reason === 'out-of-stock').length;
  return Math.abs(codes.length - 10) + (10 - new Set(codes).size) + Math.abs(refused - 40);
};

/** One play key fifty times: one play, one answer. */
export const samePlay: Race = async (shop) => {
  const playKey = randomUUID();
  const outcomes = await crowd(() => shop.act('v-1', draw('open-wheel', playKey)));
  const plays = new Set(
    outcomes.map((each) => (each.ok ? (each.result as ActionResults['draw']).playId : each.reason)),
  );
  return Math.abs(plays.size - 1) + Math.abs((await countOf(shop, 'play')) - 1);
};

/** One delivery of an order fifty times, and the same order under other deliveries: one earning. */
export const sameOrder: Race = async (shop) => {
  const visitorRef = await referenceOf(shop, 'v-1');
  const delivery = randomUUID();
  const answers = await crowd((index) =>
    tell(shop.handler, '/v1/orders', orderOf({ visitorRef }), index % 2 === 0 ? delivery : randomUUID()),
  );
  const failed = answers.filter(({ status }) => status !== 200).length;
  const wrong = await countOf(shop, "posting where account like 'person:%' and points <> 1000");
  return failed + wrong + Math.abs((await countOf(shop, "movement where kind = 'earned'")) - 1);
};

/** Fifty orders pay with 100 points each of a wallet that has 1000: ten go through, and nothing is below zero. */
export const spending: Race = async (shop) => {
  const visitorRef = await referenceOf(shop, 'v-1');
  await tell(shop.handler, '/v1/orders', orderOf({ visitorRef }), randomUUID());
  const answers = await crowd((index) => {
    const total = { value: 100, currency: 'EUR' };
    return tell(
      shop.handler,
      '/v1/spend',
      { orderId: `s-${index}`, points: 100, total, visitorRef },
      randomUUID(),
    );
  });
  const paid = answers.filter(({ status }) => status === 200).length;
  const [sum] = await shop.db.query<{ points: number }>(
    "select coalesce(sum(points), 0)::int as points from posting where account like 'person:%'",
  );
  return Math.abs(paid - 10) + Math.abs(sum?.points ?? -1);
};

/** An order's points are paid with, taken back and read at once: the books are right in whatever order it came. */
export const drawAndReturn: Race = async (shop) => {
  const visitorRef = await referenceOf(shop, 'v-1');
  const value = 1000;
  const pay = { orderId: 's-1', points: 1000, total: { value, currency: 'EUR' }, visitorRef };
  await tell(shop.handler, '/v1/orders', orderOf({ visitorRef }), randomUUID());
  await Promise.all([
    tell(shop.handler, '/v1/spend', pay, randomUUID()),
    tell(shop.handler, '/v1/orders', orderOf({ visitorRef, status: 'returned' }), randomUUID()),
    shop.act('v-1', { type: 'read', what: 'wallet' }),
  ]);
  // Either the payment came first and the return is owed, or the return came first and nothing could be paid.
  const [sums] = await shop.db.query<{ person: number; debt: number; redeemed: number }>(
    `select coalesce(sum(points) filter (where account like 'person:%'), 0)::int as person,
       coalesce(sum(points) filter (where account like 'debt:%'), 0)::int as debt,
       coalesce(sum(points) filter (where account = 'redeemed'), 0)::int as redeemed from posting`,
  );
  const right = sums?.person === 0 && sums.debt === -sums.redeemed && [0, value].includes(sums.redeemed);
  return right ? 0 : 1;
};

async function referenceOf(shop: RaceShop, anonymousId: string): Promise<string> {
  const outcome = await shop.act(anonymousId, { type: 'visitor-ref' });
  if (!outcome.ok) throw new Error(`No visitor reference: ${outcome.reason}`);
  return (outcome.result as ActionResults['visitor-ref']).visitorRef;
}

const orderOf = (more: object): object => ({
  orderId: 'order-1',
  status: 'paid',
  total: { value: 1000, currency: 'EUR' },
  items: [{ productId: 'p1', quantity: 1, price: { value: 1000, currency: 'EUR' } }],
  placedAt: Date.now(),
  ...more,
});

function tell(handler: Handler, path: string, content: object, delivery: string): Promise<Response> {
  const body = JSON.stringify(content);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const headers = {
    'x-regulars-timestamp': timestamp,
    'x-regulars-delivery': delivery,
    'x-regulars-signature': signWebhook(SECRETS.webhook, timestamp, body),
  };
  return handler.fetch(
    new Request(`https://api.example/regulars${path}`, { method: 'POST', body, headers }),
    {},
  );
}
