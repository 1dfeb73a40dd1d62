import type { AttributeValue, PulledAttribute } from '@regulars/schema';
import type { Queryable } from '../../db/database.ts';
import { COUNTED_ORDER } from '../../orders/write-order.ts';
import { PERSONS } from '../../rewards/ledger/persons.ts';

const DAY_MS = 86_400_000;

/** Attributes by name without `customer.`, each with when it was true, epoch ms. */
export type Attributes = Readonly<Record<string, PulledAttribute>>;

interface Books {
  readonly orders: number;
  readonly spent: number;
  readonly currency: string | null;
  readonly first_at: number | null;
}

/** Counts a person's orders: paid ones that were not taken back; amounts less refunds, in the currency of the latest. */
const BOOKS = `with own as (
    select total - refunded as spent, currency, placed_at from shop_order
    where person_id in (${PERSONS}) and ${COUNTED_ORDER}),
  last as (select currency from own order by placed_at desc limit 1)
select (select count(*)::int from own) as orders,
  (select coalesce(sum(spent), 0)::bigint from own where currency = (select currency from last)) as spent,
  (select currency from last) as currency, (select min(placed_at) from own) as first_at`;

/**
 * What the orders of a person say at this moment: how many, their value, days since the first. Who never bought has zero
 * orders and no more.
 */
export async function readBooks(db: Queryable, personId: string, now: number): Promise<Attributes> {
  const [books] = await db.query<Books>(BOOKS, [personId]);
  const is = (value: AttributeValue): PulledAttribute => ({ value, at: now });
  if (!books || books.first_at === null || books.currency === null) return { orders: is(0) };
  const { orders, spent, currency, first_at: firstAt } = books;
  return {
    orders: is(orders),
    lifetimeValue: is({ value: Number(spent), currency }),
    tenureDays: is(Math.max(0, Math.floor((now - firstAt) / DAY_MS))),
  };
}

/** What the shop set, and what was counted over all customers; of merged persons the latest word. */
export async function readStored(db: Queryable, personId: string): Promise<Attributes> {
  const rows = await db.query<{ name: string; value: AttributeValue; at: number }>(
    `select name, value, at from person_attribute where person_id in (${PERSONS}) order by at`,
    [personId],
  );
  return Object.fromEntries(rows.map(({ name, value, at }) => [name, { value, at }]));
}

/** The scores of an RFM band (`5-1-4`) one by one. */
export function splitBand(attributes: Attributes): Attributes {
  const { rfm } = attributes;
  const scores = typeof rfm?.value === 'string' ? rfm.value.split('-').map(Number) : [];
  if (!rfm || scores.length !== 3 || scores.some((one) => !Number.isInteger(one))) return {};
  return Object.fromEntries(
    ['recency', 'frequency', 'monetary'].map((name, place) => [
      `rfm.${name}`,
      { value: scores[place] ?? 0, at: rfm.at },
    ]),
  );
}
