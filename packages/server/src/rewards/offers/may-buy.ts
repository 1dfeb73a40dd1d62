import { availablePoints, scheduleState } from '@regulars/core/rules';
import type { Offer, OfferView } from '@regulars/schema';
import type { ServerContext } from '../../context.ts';
import type { Queryable } from '../../db/database.ts';
import { settle } from '../ledger/settle.ts';
import { noteTier } from '../tiers.ts';

const DAY_MS = 86_400_000;

/** Why a locked person cannot have an offer; `null`: it can. The stock is taken, not looked at, when it buys. */
export async function refusalOf(
  tx: Queryable,
  context: ServerContext,
  { personId, offer }: { readonly personId: string; readonly offer: Offer },
): Promise<OfferView['refusal'] | null> {
  const now = context.now();
  if (scheduleState(offer.schedule, now, context.program.zone) !== 'open') return 'not-eligible';
  if (offer.tiers) {
    const tier = await noteTier(tx, context, personId, { reward: false });
    if (tier === null || !offer.tiers.includes(tier)) return 'not-eligible';
  }
  if (offer.perPerson && (await boughtCount(tx, { personId, offer, now })) >= offer.perPerson.max) {
    return 'limit-reached';
  }
  return (await pointsOf(tx, context, personId)) < offer.points ? 'not-enough-points' : null;
}

async function boughtCount(
  tx: Queryable,
  { personId, offer, now }: { readonly personId: string; readonly offer: Offer; readonly now: number },
): Promise<number> {
  const since = now - (offer.perPerson?.days ?? 0) * DAY_MS;
  const rows = await tx.query<{ count: number }>(
    `select count(*)::int as count from award where source = 'offer' and rule = $2 and t > $3
       and person_id in (select id from person where id = $1 or merged_into = $1)`,
    [personId, offer.id, Math.round(since)],
  );
  return rows[0]?.count ?? 0;
}

/** Points that a locked person may spend now. */
export async function pointsOf(tx: Queryable, context: ServerContext, personId: string): Promise<number> {
  const lots = await settle(tx, context, personId, context.now());
  return availablePoints(
    lots.filter((lot) => !lot.pending && lot.unit === 'points'),
    context.now(),
  );
}

/** What points buy, in the order of the programme. */
export function offersOf({ program }: Pick<ServerContext, 'program'>): readonly Offer[] {
  return program.spend?.offers ?? [];
}
