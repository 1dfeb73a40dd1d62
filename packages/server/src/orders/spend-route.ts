import type { RefusalReason } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import type { AppContext } from '../http/environment.ts';
import { refuse } from '../http/refuse.ts';
import { cleanText } from '../ingest/clean-text.ts';
import { lockPerson } from '../rewards/ledger/lock-person.ts';
import { takePoints } from '../rewards/ledger/spend.ts';
import { pointsOf } from '../rewards/offers/may-buy.ts';
import { findBuyer, readReference } from './find-buyer.ts';
import { readSpending, type Spending } from './read-spending.ts';
import { readSigned } from './signed-body.ts';

/** What a payment with points came to. */
type SpendAnswer =
  | { readonly ok: true; readonly points: number; readonly value: number; readonly left: number }
  | { readonly ok: false; readonly reason: RefusalReason };

/** `POST /v1/spend`: the shop's signed word that an order is paid with points; one order pays once. */
export async function takeSpending(c: AppContext, context: ServerContext): Promise<Response> {
  const signed = await readSigned(c, context);
  if (!signed.ok) return signed.response;
  const spending = readSpending(cleanText(signed.body));
  if (typeof spending === 'string') return refuse(c, context, 'bad-request', { problems: [spending] });
  const answer = await spend(context, spending);
  if (!answer.ok) return refuse(c, context, answer.reason);
  context.live.publish('order');
  const { currency } = context.program;
  const { points, value, left } = answer;
  return c.json({ ok: true, points, value: { value, currency }, left, now: context.now() });
}

async function spend(context: ServerContext, spending: Spending): Promise<SpendAnswer> {
  const terms = context.program.spend?.checkout;
  if (!terms) return { ok: false, reason: 'not-found' };
  const { points, total, customerId } = spending;
  const value = Math.floor((points * terms.value) / terms.points);
  if (total.currency !== context.program.currency) return { ok: false, reason: 'not-eligible' };
  if (points < (terms.minPoints ?? 1)) return { ok: false, reason: 'not-eligible' };
  if (value > Math.floor(total.value * (terms.maxShare ?? 1))) return { ok: false, reason: 'limit-reached' };
  const anonymousId = await readReference(context, spending.visitorRef);
  return context.db.transaction(async (tx) => {
    const buyer = await findBuyer(tx, { anonymousId, customerId, now: context.now() });
    if (!buyer) return { ok: false, reason: 'not-found' };
    const left = await payOnce(tx, context, { spending, personId: buyer.personId });
    if (left === 'other-amount') return { ok: false, reason: 'bad-request' };
    return left === null ? { ok: false, reason: 'not-enough-points' } : { ok: true, points, value, left };
  });
}

/** Takes the points of an order once; a repeat answers as before. */
async function payOnce(
  tx: Queryable,
  context: ServerContext,
  { spending, personId }: { readonly spending: Spending; readonly personId: string },
): Promise<number | null | 'other-amount'> {
  const owner = await lockPerson(tx, personId);
  const { orderId, points } = spending;
  const paid = await tx.query<{ points: number }>(
    `select coalesce(sum(p.points), 0)::bigint as points from movement m
     join posting p on p.movement_id = m.id and p.account = 'redeemed'
     where m.source = 'checkout' and m.order_id = $1 and m.kind = 'spent'`,
    [orderId],
  );
  const before = paid[0]?.points ?? 0;
  if (before > 0) return before === points ? pointsOf(tx, context, owner) : 'other-amount';
  return takePoints(tx, context, {
    kind: 'spent',
    source: 'checkout',
    orderId,
    rule: 'checkout',
    personId: owner,
    points,
    against: 'redeemed',
    t: context.now(),
  });
}
