import { type Deed, dayOf } from '@regulars/core/rules';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { PERSONS } from '../rewards/ledger/persons.ts';

/** Most events of one person that are looked at; the latest. */
const EVENTS_MAX = 5000;

interface OrderRow {
  readonly placed_at: number;
  readonly total: number;
  readonly currency: string;
  readonly items: readonly { readonly productId: string; readonly category?: string }[];
}

interface EventRow {
  readonly t: number;
  readonly name: string;
  readonly product: { readonly id?: unknown; readonly category?: unknown } | null;
}

/**
 * What a person did since an instant, oldest first: orders that stand, by the shop's word, and the named events of its
 * browsers. A browser's own word about an order never counts.
 */
export async function readDeeds(
  tx: Queryable,
  context: Pick<ServerContext, 'program'>,
  who: { readonly personId: string; readonly names: readonly string[]; readonly since: number },
): Promise<readonly Deed[]> {
  const { personId, names, since } = who;
  const { zone, currency } = context.program;
  const orders = names.includes('order_placed')
    ? await tx.query<OrderRow>(
        `select placed_at, total, currency, items from shop_order
         where person_id in (${PERSONS}) and placed_at >= $2 and paid_at is not null and cancelled_at is null and refunded < total`,
        [personId, since],
      )
    : [];
  const others = names.filter((name) => name !== 'order_placed');
  const events =
    others.length === 0
      ? []
      : await tx.query<EventRow>(
          `select e.t, e.name, e.props->'product' as product from visitor v join event e on e.anonymous_id = v.anonymous_id
           where v.person_id in (${PERSONS}) and e.name = any($2::text[]) and e.t >= $3 and not e.test
           order by e.t desc limit ${EVENTS_MAX}`,
          [personId, others, since],
        );
  const deeds: readonly Deed[] = [
    ...orders.map((row) => ({
      t: row.placed_at,
      name: 'order_placed',
      products: row.items.map(({ productId, category }) => ({
        id: productId,
        ...(category !== undefined && { category }),
      })),
      ...(row.currency === currency && { total: row.total }),
      day: dayOf(row.placed_at, { zone }),
    })),
    ...events.map((row) => ({
      t: row.t,
      name: row.name,
      products: typeof row.product?.id === 'string' ? [productOf(row.product.id, row.product.category)] : [],
      day: dayOf(row.t, { zone }),
    })),
  ];
  return [...deeds].sort((a, b) => a.t - b.t);
}

function productOf(id: string, category: unknown): Deed['products'][number] {
  return typeof category === 'string' ? { id, category } : { id };
}
