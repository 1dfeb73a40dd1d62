import { dayOf, startOfDay } from '@regulars/core/rules';
import type { GoodwillGift, PointsAdjustment, RefusalReason } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { writeAudit } from '../operator/audit.ts';
import { emit } from '../outbox/emit.ts';
import { bookMovement } from '../rewards/ledger/book.ts';
import { lockPerson } from '../rewards/ledger/lock-person.ts';
import { endOfLot } from '../rewards/ledger/settle.ts';
import { takePoints } from '../rewards/ledger/spend.ts';
import { readWallet } from '../rewards/ledger/wallet.ts';
import type { Caller } from './caller.ts';

/** What staff may give without asking. */
const GOODWILL = { max: 500, perDay: 2000 };

/** A change of points, or why not; `points` is the balance after it. */
export type PointsAnswer =
  | { readonly ok: true; readonly points: number; readonly changed: number }
  | { readonly ok: false; readonly reason: RefusalReason };

interface Change {
  readonly personId: string;
  readonly caller: Caller;
  readonly source: 'adjust' | 'goodwill';
  readonly wish: PointsAdjustment | GoodwillGift;
}

/** Corrects a person's points; the same wish id changes them once. */
export function adjustPoints(context: ServerContext, request: Omit<Change, 'source'>): Promise<PointsAnswer> {
  return context.db.transaction((tx) => change(tx, context, { ...request, source: 'adjust' }));
}

/** Gives points as goodwill, within what the programme lets one caller give at once and in a day. */
export function giveGoodwill(context: ServerContext, request: Omit<Change, 'source'>): Promise<PointsAnswer> {
  const { max, perDay } = context.program.goodwill ?? GOODWILL;
  const { wish, caller } = request;
  if (wish.points > max) return Promise.resolve({ ok: false, reason: 'limit-reached' });
  return context.db.transaction(async (tx) => {
    // Gifts of one caller wait for each other, so that the day's limit cannot be outrun.
    await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`goodwill ${caller.name}`]);
    const { zone } = context.program;
    const today = startOfDay(dayOf(context.now(), { zone }), { zone });
    const given = await tx.query<{ points: number }>(
      `select coalesce(sum((detail->>'points')::bigint), 0)::bigint as points from audit
       where action = 'goodwill-given' and account_name = $1 and t >= $2 and detail->>'id' is distinct from $3`,
      [caller.name, today, wish.id],
    );
    if ((given[0]?.points ?? 0) + wish.points > perDay) return { ok: false, reason: 'limit-reached' };
    return change(tx, context, { ...request, source: 'goodwill' });
  });
}

async function change(tx: Queryable, context: ServerContext, request: Change): Promise<PointsAnswer> {
  const { source, caller, wish } = request;
  const personId = await lockPerson(tx, request.personId);
  const known = await tx.query('select 1 from movement where source = $1 and order_id = $2 limit 1', [
    source,
    wish.id,
  ]);
  if (known.length > 0) return balance(tx, context, personId, 0);
  const t = Math.round(context.now());
  const booked = wish.points > 0 ? await give(tx, context, { ...request, personId, t }) : await take();
  if (!booked) return { ok: false, reason: 'not-enough-points' };
  await writeAudit(tx, caller, t, {
    action: source === 'adjust' ? 'points-adjusted' : 'goodwill-given',
    target: personId,
    detail: { id: wish.id, points: wish.points, reason: wish.reason },
  });
  return balance(tx, context, personId, wish.points);

  async function take(): Promise<boolean> {
    const left = await takePoints(tx, context, {
      kind: 'reversed',
      source,
      orderId: wish.id,
      rule: source,
      personId,
      points: -wish.points,
      against: 'reversed',
      t,
    });
    return left !== null;
  }
}

async function give(
  tx: Queryable,
  context: ServerContext,
  { source, wish, personId, t }: Change & { readonly t: number },
): Promise<boolean> {
  const { id, points } = wish;
  const booking = { kind: 'given', source, orderId: id, rule: source, personId, points, t } as const;
  const isNew = await bookMovement(tx, { ...booking, against: 'liability', ...endOfLot(context, t) });
  if (!isNew) return false;
  const content = { points, source };
  return emit(tx, context, { type: 'points_earned', key: `${source}:${id}`, personId, t, content });
}

async function balance(
  tx: Queryable,
  context: ServerContext,
  personId: string,
  changed: number,
): Promise<PointsAnswer> {
  const { points } = await readWallet(tx, context, personId);
  return { ok: true, points, changed };
}
