import { countsLine, scheduleState } from '@regulars/core/rules';
import type { EventEarning } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import type { AcceptedEvent } from '../ingest/read-events.ts';
import { meetVisitor } from '../people/visitors.ts';
import { bookMovement } from './ledger/book.ts';
import { lockPerson } from './ledger/lock-person.ts';
import { endOfLot } from './ledger/settle.ts';

const DAY_MS = 86_400_000;

/**
 * Books what new events of a browser earn. Anything may be behind an anonymous id, so that only rules with a budget for all
 * people and a limit for each earn here, and the ledger marks it untrusted.
 */
export async function earnByEvents(
  tx: Queryable,
  context: ServerContext,
  noted: {
    readonly anonymousId: string;
    readonly receivedAt: number;
    readonly events: readonly AcceptedEvent[];
  },
): Promise<void> {
  const rules = context.program.earn.filter((rule) => rule.on === 'event');
  const due = noted.events.flatMap((accepted) =>
    rules
      .filter((rule) => isEarning(rule, accepted, context.program.zone))
      .map((rule) => ({ rule, accepted })),
  );
  if (due.length === 0) return;
  const own = await meetVisitor(tx, { anonymousId: noted.anonymousId, now: noted.receivedAt });
  const personId = await lockPerson(tx, own);
  for (const { rule, accepted } of due) await earn(tx, context, { rule, accepted, personId });
}

function isEarning(rule: EventEarning, { event, t }: AcceptedEvent, zone: string): boolean {
  if (event.test || event.name !== rule.event || scheduleState(rule.schedule, t, zone) !== 'open')
    return false;
  if (!rule.products && !rule.categories && !rule.exclude) return true;
  const product = 'product' in event.props ? event.props.product : undefined;
  if (!product) return false;
  return countsLine(rule, { productId: product.id, category: product.category, quantity: 1, unitPrice: 0 });
}

async function earn(
  tx: Queryable,
  context: ServerContext,
  {
    rule,
    accepted,
    personId,
  }: { readonly rule: EventEarning; readonly accepted: AcceptedEvent; readonly personId: string },
): Promise<void> {
  const { id, points, budget } = rule;
  const t = context.now();
  if (await hasReached(tx, { rule, personId, t })) return;
  const paid = await tx.query(
    `insert into payout (rule, paid) values ($1, 1)
     on conflict (rule) do update set paid = payout.paid + 1 where payout.paid < $2 returning paid`,
    [id, budget.total],
  );
  if (paid.length === 0) return;
  await tx.query('insert into person_payout (rule, person_id, event_id, t) values ($1, $2, $3, $4)', [
    id,
    personId,
    accepted.event.id,
    t,
  ]);
  await bookMovement(tx, {
    kind: 'earned',
    source: 'event',
    orderId: accepted.event.id,
    rule: id,
    personId,
    points,
    against: 'liability',
    untrusted: true,
    t,
    ...endOfLot(context, t),
  });
}

async function hasReached(
  tx: Queryable,
  { rule, personId, t }: { readonly rule: EventEarning; readonly personId: string; readonly t: number },
): Promise<boolean> {
  const { max, days } = rule.budget.perPerson;
  const rows = await tx.query<{ count: number }>(
    `select count(*)::int as count from person_payout where rule = $1 and t > $3
       and person_id in (select id from person where id = $2 or merged_into = $2)`,
    [rule.id, personId, Math.round(t - days * DAY_MS)],
  );
  return (rows[0]?.count ?? 0) >= max;
}
