import { availablePoints } from '@regulars/core/rules';
import type { RefusalReason } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import type { AppContext } from '../http/environment.ts';
import { refuse } from '../http/refuse.ts';
import { cleanText } from '../ingest/clean-text.ts';
import { lockPerson } from '../rewards/ledger/lock-person.ts';
import { settle } from '../rewards/ledger/settle.ts';
import { takePoints } from '../rewards/ledger/spend.ts';
import { findBuyer, readReference } from './find-buyer.ts';
import { readSpending, type Spending } from './read-spending.ts';
import { readSigned } from './signed-body.ts';

/** What a payment came to. */
type SpendAnswer =
  | {
      readonly ok: true;
      /** Points or minor units that were taken. */
      readonly taken: number;
      /** What they pay, minor units. */
      readonly value: number;
      readonly left: number;
    }
  | { readonly ok: false; readonly reason: RefusalReason };

/** `POST /v1/spend`: the shop's signed word that an order is paid with points or credit; one order pays once with each. */
export async function takeSpending(c: AppContext, context: ServerContext): Promise<Response> {
  const signed = await readSigned(c, context);
  if (!signed.ok) return signed.response;
  const spending = readSpending(cleanText(signed.body));
  if (typeof spending === 'string') return refuse(c, context, 'bad-request', { problems: [spending] });
  const answer = await spend(context, spending);
  if (!answer.ok) return refuse(c, context, answer.reason);
  context.live.publish('order');
  const { currency } = context.program;
  const { taken, value, left } = answer;
  const means = spending.credit ? { credit: { value: taken, currency } } : { points: taken };
  return c.json({ ok: true, ...means, value: { value, currency }, left, now: context.now() });
}

async function spend(context: ServerContext, spending: Spending): Promise<SpendAnswer> {
  const { total, customerId } = spending;
  const means = termsOf(context, spending);
  if (!means) return { ok: false, reason: 'not-found' };
  const { currency } = context.program;
  if (total.currency !== currency || (spending.credit && spending.credit.currency !== currency))
    return { ok: false, reason: 'not-eligible' };
  if (means.amount < means.min) return { ok: false, reason: 'not-eligible' };
  const anonymousId = await readReference(context, spending.visitorRef);
  return context.db.transaction(async (tx) => {
    const buyer = await findBuyer(tx, { anonymousId, customerId, now: context.now() });
    if (!buyer) return { ok: false, reason: 'not-found' };
    return payOnce(tx, context, { spending, means, personId: buyer.personId });
  });
}

/** What is paid with, on which terms. */
interface Means {
  readonly unit: string;
  /** Points or minor units. */
  readonly amount: number;
  readonly min: number;
  /** Most minor units that points and credit may pay of the order together. */
  readonly most: number;
}

/** `null`: the program does not have this way to pay. */
function termsOf({ program }: ServerContext, { points, credit, total }: Spending): Means | null {
  const { checkout } = program.spend ?? {};
  const most = Math.floor(total.value * (checkout?.maxShare ?? 1));
  if (credit) return program.cashback ? { unit: program.currency, amount: credit.value, min: 1, most } : null;
  return checkout ? { unit: 'points', amount: points, min: checkout.minPoints ?? 1, most } : null;
}

/** Minor units that an amount of a unit pays. */
function worthOf({ program }: ServerContext, unit: string, amount: number): number {
  const { points, value } = program.spend?.checkout ?? { points: 1, value: 0 };
  return unit === 'points' ? Math.floor((amount * value) / points) : amount;
}

interface OncePaid {
  readonly spending: Spending;
  readonly means: Means;
  readonly personId: string;
}

/** Takes what pays for an order once; a repeat answers as before. */
async function payOnce(
  tx: Queryable,
  context: ServerContext,
  { spending: { orderId }, means: { unit, amount, most }, personId }: OncePaid,
): Promise<SpendAnswer> {
  const owner = await lockPerson(tx, personId);
  const value = worthOf(context, unit, amount);
  const paid = await tx.query<{ unit: string; amount: number }>(
    `select m.unit, sum(p.points)::bigint as amount from movement m
     join posting p on p.movement_id = m.id and p.account = 'redeemed'
     where m.source = 'checkout' and m.order_id = $1 and m.kind = 'spent' group by m.unit`,
    [orderId],
  );
  const before = paid.find((one) => one.unit === unit);
  if (before) {
    if (before.amount !== amount) return { ok: false, reason: 'bad-request' };
    return { ok: true, taken: amount, value, left: await leftOf(tx, context, { owner, unit }) };
  }
  const others = paid.reduce((sum, one) => sum + worthOf(context, one.unit, one.amount), 0);
  if (others + value > most) return { ok: false, reason: 'limit-reached' };
  const left = await takePoints(tx, context, {
    kind: 'spent',
    source: 'checkout',
    orderId,
    rule: 'checkout',
    personId: owner,
    points: amount,
    unit,
    against: 'redeemed',
    t: context.now(),
  });
  return left === null
    ? { ok: false, reason: 'not-enough-points' }
    : { ok: true, taken: amount, value, left };
}

async function leftOf(
  tx: Queryable,
  context: ServerContext,
  { owner, unit }: { readonly owner: string; readonly unit: string },
): Promise<number> {
  const lots = await settle(tx, context, owner, context.now());
  return availablePoints(
    lots.filter((lot) => !lot.pending && lot.unit === unit),
    context.now(),
  );
}
