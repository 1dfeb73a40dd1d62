import { type ConditionFacts, evaluateCondition } from '@regulars/core/rules';
import type { Campaign, CampaignDocument, Condition } from '@regulars/schema';
import type { Queryable } from '../db/database.ts';
import { COUNTED_ORDER } from '../orders/write-order.ts';
import type { SeededPool } from './pools.ts';

const DAY_MS = 86_400_000;

/** Attributes that the server knows from paid orders; the rest of an audience is the browser's word, which decides nothing of value. */
type ServerAttribute = 'visitor.orders' | 'visitor.lastOrder';
const SERVER_ATTRIBUTES: readonly string[] = [
  'visitor.orders',
  'visitor.lastOrder',
] satisfies ServerAttribute[];

/**
 * Whether a person may play: what the pool needs, then the campaign's audience, read with the server's own facts. Only what they contradict says
 * no; conditions on the browser's facts stay unknown and do not count.
 */
export async function isEligible(
  db: Queryable,
  who: {
    readonly personId: string;
    readonly campaign: Campaign;
    readonly document: CampaignDocument;
    readonly pool: SeededPool;
    readonly now: number;
  },
): Promise<boolean> {
  const { personId, campaign, document, pool, now } = who;
  const { needs } = pool.pool;
  if (!campaign.audience && !needs) return true;
  const rows = await db.query<{ placed_at: number }>(
    `select placed_at from shop_order where ${COUNTED_ORDER}
       and person_id in (select id from person where id = $1 or merged_into = $1)`,
    [personId],
  );
  const placed = rows.map((row) => row.placed_at);
  if (needs === 'order' && placed.length === 0 && !(await entersFree(db, pool, personId))) return false;
  if (!campaign.audience) return true;
  const audiences = Object.fromEntries(
    Object.entries(document.audiences ?? {}).map(([name, each]) => [name, keepServerFacts(each)]),
  );
  const facts = orderFacts(placed, now, document.zone);
  return evaluateCondition(keepServerFacts(campaign.audience), facts, audiences).result !== false;
}

/** Whether staff recorded an entry without an order, where the pool offers one. */
async function entersFree(db: Queryable, { name, pool }: SeededPool, personId: string): Promise<boolean> {
  if (!pool.freeEntry) return false;
  const rows = await db.query(
    `select 1 from free_entry where pool = $1
       and person_id in (select id from person where id = $2 or merged_into = $2)`,
    [name, personId],
  );
  return rows.length > 0;
}

function orderFacts(placed: readonly number[], now: number, zone: string): ConditionFacts {
  return {
    now,
    zone,
    attr(name) {
      if (name === 'visitor.orders') return placed.length;
      return name === 'visitor.lastOrder' && placed.length > 0 ? Math.max(...placed) : undefined;
    },
    count(event, withinDays) {
      if (event !== 'order_placed') return null;
      // One day more than asked: the rule counts local days, today included.
      const since = withinDays === undefined ? 0 : now - (withinDays + 1) * DAY_MS;
      return placed.filter((at) => at >= since).length;
    },
  };
}

/** Replaces comparisons of foreign attributes by one that is unknown; `exists` would answer `false` otherwise. */
function keepServerFacts(condition: Condition): Condition {
  if ('all' in condition) return { all: condition.all.map(keepServerFacts) };
  if ('any' in condition) return { any: condition.any.map(keepServerFacts) };
  if ('not' in condition) return { not: keepServerFacts(condition.not) };
  if ('attr' in condition && !SERVER_ATTRIBUTES.includes(condition.attr)) {
    return { attr: condition.attr, op: 'eq', value: 0 };
  }
  return condition;
}
