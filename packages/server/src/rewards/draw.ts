import { randomUUID } from 'node:crypto';
import { scheduleState } from '@regulars/core/rules';
import type { ActionResults, Campaign } from '@regulars/schema';
import { readPauses } from '../campaigns/pauses.ts';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { drawPrize } from './draw-rule.ts';
import { isEligible } from './is-eligible.ts';
import { type Actor, type Answer, labelFor, type Play, signClaim } from './play.ts';
import { readPool, type SeededPool } from './pools.ts';

const DAY_MS = 86_400_000;
/** Without a limit of its own a pool gives each person one play. */
const DEFAULT_LIMIT = { max: 1, days: 36_500 };

/** Draws a prize: the same play key gets the same outcome for ever. Stock, limit and play change in one transaction. */
export async function draw(
  context: ServerContext,
  actor: Actor,
  request: { readonly campaignId: string; readonly playKey: string },
): Promise<Answer<ActionResults['draw']>> {
  const stored = await context.db.transaction((tx) => drawInTransaction(tx, context, actor, request));
  if (!stored.ok) return stored;
  const play = stored.result;
  const claimToken = await signClaim(context, play, actor);
  return {
    ok: true,
    result: {
      playId: play.id,
      prizeIndex: play.prize_index,
      label: labelFor(play.label, actor.locale, context.campaigns.fallbackLocales),
      win: play.reward.type !== 'none',
      ...(claimToken !== undefined && { claimToken }),
    },
  };
}

async function drawInTransaction(
  tx: Queryable,
  context: ServerContext,
  actor: Actor,
  { campaignId, playKey }: { readonly campaignId: string; readonly playKey: string },
): Promise<Answer<Play>> {
  // Draws of one person wait for each other, so that a limit cannot be outrun.
  await tx.query('select id from person where id = $1 for update', [actor.personId]);
  const known = await findPlay(tx, campaignId, playKey, actor);
  if (known) return known;
  const campaign = context.campaigns.campaigns.find((each) => each.id === campaignId);
  if (!campaign) return { ok: false, reason: 'not-found' };
  if (!(await isLive(tx, context, campaign))) return { ok: false, reason: 'campaign-not-live' };
  const pool =
    campaign.widget.type === 'wheel' ? await readPool(tx, context, campaign.widget.props.draw) : null;
  if (!pool) return { ok: false, reason: 'not-found' };
  const { personId } = actor;
  const now = context.now();
  const { needs } = pool.pool;
  if (!(await isEligible(tx, { personId, campaign, document: context.campaigns, needs, now }))) {
    return { ok: false, reason: 'not-eligible' };
  }
  if (await hasReachedLimit(tx, pool, personId, now)) return { ok: false, reason: 'already-played' };
  return storePlay(tx, { pool, campaignId, playKey, actor, now });
}

async function findPlay(
  tx: Queryable,
  campaignId: string,
  playKey: string,
  actor: Actor,
): Promise<Answer<Play> | null> {
  const rows = await tx.query<Play & { root: string }>(
    `select play.*, coalesce(person.merged_into, person.id) as root from play join person on person.id = play.person_id
     where campaign_id = $1 and play_key = $2`,
    [campaignId, playKey],
  );
  const play = rows[0];
  if (!play) return null;
  return play.root === actor.personId
    ? { ok: true, result: play }
    : { ok: false, reason: 'claimed-by-another' };
}

async function isLive(tx: Queryable, context: ServerContext, campaign: Campaign): Promise<boolean> {
  if (campaign.status !== 'live' && campaign.status !== 'scheduled') return false;
  if (scheduleState(campaign.schedule, context.now(), context.campaigns.zone) !== 'open') return false;
  const { pausedAll, paused } = await readPauses(tx);
  return !pausedAll && !paused.includes(campaign.id);
}

async function hasReachedLimit(
  tx: Queryable,
  pool: SeededPool,
  personId: string,
  now: number,
): Promise<boolean> {
  const { max, days } = pool.pool.perPerson ?? DEFAULT_LIMIT;
  const rows = await tx.query<{ count: number }>(
    `select count(*)::int as count from play where pool = $1 and t > $3
       and person_id in (select id from person where id = $2 or merged_into = $2)`,
    [pool.name, personId, Math.round(now - days * DAY_MS)],
  );
  return (rows[0]?.count ?? 0) >= max;
}

interface NewPlay {
  readonly pool: SeededPool;
  readonly campaignId: string;
  readonly playKey: string;
  readonly actor: Actor;
  readonly now: number;
}

async function storePlay(tx: Queryable, request: NewPlay): Promise<Answer<Play>> {
  const { pool, campaignId, playKey, actor, now } = request;
  const { prizes, version, fallback } = pool.pool;
  const drawn = drawPrize(
    prizes.map((prize) => prize.weight),
    { serverSeed: pool.seed, clientSeed: playKey, nonce: 0 },
  );
  let taken = await takeStock(tx, pool, drawn.prizeIndex);
  let prizeIndex = drawn.prizeIndex;
  if (taken === 'none-left') {
    prizeIndex = fallback;
    if (fallback !== drawn.prizeIndex) taken = await takeStock(tx, pool, fallback);
  }
  const prize = prizes[prizeIndex];
  if (taken === 'none-left' || !prize) return { ok: false, reason: 'out-of-stock' };
  const validDays = prize.reward.type === 'coupon' ? prize.reward.validDays : undefined;
  const rows = await tx.query<Play>(
    `insert into play (id, campaign_id, play_key, pool, version, person_id, anonymous_id, drawn_index, prize_index, label, reward, remaining, t, ends_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning *`,
    [
      randomUUID(),
      campaignId,
      playKey,
      pool.name,
      version,
      actor.personId,
      actor.anonymousId,
      drawn.prizeIndex,
      prizeIndex,
      JSON.stringify(prize.label),
      JSON.stringify(prize.reward),
      taken === 'unlimited' ? null : taken,
      now,
      validDays === undefined ? null : Math.round(now + validDays * DAY_MS),
    ],
  );
  return rows[0] ? { ok: true, result: rows[0] } : { ok: false, reason: 'unavailable' };
}

/** Takes one unit; answers the units left. */
async function takeStock(
  tx: Queryable,
  { name, pool }: SeededPool,
  index: number,
): Promise<number | 'unlimited' | 'none-left'> {
  if (pool.prizes[index]?.stock === undefined) return 'unlimited';
  const rows = await tx.query<{ remaining: number }>(
    `update pool_stock set remaining = remaining - 1
     where pool = $1 and version = $2 and prize_index = $3 and remaining > 0 returning remaining`,
    [name, pool.version, index],
  );
  return rows[0]?.remaining ?? 'none-left';
}
