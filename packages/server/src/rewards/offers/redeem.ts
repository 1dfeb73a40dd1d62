import type { ActionResults, Offer } from '@regulars/schema';
import type { ServerContext } from '../../context.ts';
import type { Queryable } from '../../db/database.ts';
import { giveReward } from '../give-reward.ts';
import { lockPerson } from '../ledger/lock-person.ts';
import { takePoints } from '../ledger/spend.ts';
import { type Actor, type Answer, labelFor, signClaim } from '../play.ts';
import { findWin } from '../wins.ts';
import { offersOf, pointsOf, refusalOf } from './may-buy.ts';

/** Sets the stock of offers that have one and are new. */
export async function prepareOffers(context: ServerContext): Promise<void> {
  for (const { id, stock } of offersOf(context)) {
    if (stock === undefined) continue;
    await context.db.query(
      'insert into offer_stock (offer_id, remaining) values ($1, $2) on conflict (offer_id) do nothing',
      [id, stock],
    );
  }
}

/** Buys an offer with points: stock, limit, points and award change in one transaction; one key buys once. */
export async function redeem(
  context: ServerContext,
  actor: Actor,
  { offerId, redeemKey }: { readonly offerId: string; readonly redeemKey: string },
): Promise<Answer<ActionResults['redeem']>> {
  const offer = offersOf(context).find(({ id }) => id === offerId);
  if (!offer) return { ok: false, reason: 'not-found' };
  const bought = await context.db.transaction((tx) => buy(tx, context, { actor, offer, redeemKey }));
  if (!bought.ok) return bought;
  const { awardId, points } = bought.result;
  const win = await findWin(context.db, awardId);
  const claimToken = win ? await signClaim(context, win, actor) : undefined;
  return {
    ok: true,
    result: {
      playId: awardId,
      label: labelFor(offer.label, actor.locale, context.campaigns.fallbackLocales),
      points,
      ...(claimToken !== undefined && { claimToken }),
    },
  };
}

interface Purchase {
  readonly actor: Actor;
  readonly offer: Offer;
  readonly redeemKey: string;
}

async function buy(
  tx: Queryable,
  context: ServerContext,
  { actor, offer, redeemKey }: Purchase,
): Promise<Answer<{ readonly awardId: string; readonly points: number }>> {
  const personId = await lockPerson(tx, actor.personId);
  const sourceId = `${personId}:${redeemKey}`;
  const known = await tx.query<{ id: string; rule: string }>(
    `select id, rule from award where source = 'offer' and source_id = $1`,
    [sourceId],
  );
  if (known[0]) {
    // The same wish again; under another offer it is a mistake of whoever made the key.
    if (known[0].rule !== offer.id) return { ok: false, reason: 'bad-request' };
    return { ok: true, result: { awardId: known[0].id, points: await pointsOf(tx, context, personId) } };
  }
  const refusal = await refusalOf(tx, context, { personId, offer });
  if (refusal) return { ok: false, reason: refusal };
  if (!(await takeStock(tx, offer))) return { ok: false, reason: 'out-of-stock' };
  const t = context.now();
  const left = await takePoints(tx, context, {
    kind: 'spent',
    source: 'offer',
    orderId: sourceId,
    rule: offer.id,
    personId,
    points: offer.points,
    against: 'redeemed',
    t,
  });
  if (left === null) throw new Error(`The points of ${personId} were counted and are not there.`);
  const gift = {
    personId,
    source: 'offer',
    sourceId,
    rule: offer.id,
    reward: offer.reward,
    label: offer.label,
  };
  const awardId = await giveReward(tx, context, { ...gift, t });
  if (awardId === null) throw new Error(`The award of ${sourceId} exists already.`);
  return { ok: true, result: { awardId, points: left } };
}

async function takeStock(tx: Queryable, { id, stock }: Offer): Promise<boolean> {
  if (stock === undefined) return true;
  const rows = await tx.query(
    'update offer_stock set remaining = remaining - 1 where offer_id = $1 and remaining > 0 returning remaining',
    [id],
  );
  return rows.length > 0;
}
