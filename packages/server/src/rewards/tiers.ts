import { type EarnedPoints, enteredTiers, tierStanding } from '@regulars/core/rules';
import type { Tier, TierView } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { emit } from '../outbox/emit.ts';
import { giveReward } from './give-reward.ts';
import { PERSONS } from './ledger/persons.ts';
import { type Actor, labelFor } from './play.ts';

/** Points earned by the shop's word, each less what was taken back of it. */
const EARNED = `select m.t, (p.points - coalesce((
    select sum(rp.points) from movement r join posting rp on rp.movement_id = r.id and rp.account = 'reversed'
    where r.reverses = m.id), 0))::bigint as points
from movement m join posting p on p.movement_id = m.id and p.points > 0
where m.person_id in (${PERSONS}) and m.kind = 'earned' and m.unit = 'points' and not m.untrusted`;

/**
 * Looks where a locked person stands and notes a change. On a rise with `reward` the entry rewards are paid, each once in
 * a lifetime. Whoever is looked at for the first time, or after an import, is noted without reward. Answers the tier.
 */
export async function noteTier(
  tx: Queryable,
  context: ServerContext,
  personId: string,
  { reward }: { readonly reward: boolean },
): Promise<string | null> {
  const { tiers } = context.program;
  if (!tiers) return null;
  const now = context.now();
  const earned = await tx.query<EarnedPoints>(EARNED, [personId]);
  const tier = tierStanding(tiers, earned, now).tier?.id ?? null;
  const known = await tx.query<{ tier: string | null }>('select tier from person_tier where person_id = $1', [
    personId,
  ]);
  const before = known[0]?.tier ?? null;
  if (known[0] && before === tier) return tier;
  await tx.query(
    `insert into person_tier (person_id, tier, since) values ($1, $2, $3)
     on conflict (person_id) do update set tier = excluded.tier, since = excluded.since`,
    [personId, tier, now],
  );
  if (!known[0]) return tier;
  await emit(tx, context, {
    type: 'tier_changed',
    key: `${personId}:${now}:${tier}`,
    personId,
    t: now,
    content: { from: before, to: tier },
  });
  if (reward) {
    for (const level of enteredTiers(tiers, before, tier)) await payEntry(tx, context, personId, level);
  }
  return tier;
}

async function payEntry(tx: Queryable, context: ServerContext, personId: string, level: Tier): Promise<void> {
  for (const { id, label, reward } of level.entry ?? []) {
    await giveReward(tx, context, {
      personId,
      source: 'tier',
      sourceId: `${personId}:${level.id}`,
      rule: id,
      reward,
      label,
      t: context.now(),
    });
  }
}

/** A person's tier, what is missing to the next, and until when it is kept; `null` where the programme has no tiers. */
export async function readTier(
  tx: Queryable,
  context: ServerContext,
  actor: Actor,
): Promise<TierView | null> {
  const { tiers } = context.program;
  if (!tiers) return null;
  const earned = await tx.query<EarnedPoints>(EARNED, [actor.personId]);
  const { tier, points, next, keepUntil } = tierStanding(tiers, earned, context.now());
  const text = (label: Tier['label']): string =>
    labelFor(label, actor.locale, context.campaigns.fallbackLocales);
  return {
    points,
    ...(tier && { current: { id: tier.id, label: text(tier.label) } }),
    ...(next && { next: { id: next.tier.id, label: text(next.tier.label), missing: next.missing } }),
    ...(keepUntil !== null && { keepUntil }),
    levels: tiers.levels.map((level) => ({
      id: level.id,
      label: text(level.label),
      from: level.from,
      ...(level.times !== undefined && { times: level.times }),
      perks: (level.perks ?? []).map(text),
      reached: level.from <= (tier?.from ?? -1),
    })),
  };
}
