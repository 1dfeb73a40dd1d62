import { randomUUID } from 'node:crypto';
import type { Queryable } from '../db/database.ts';
import type { DrawRequest } from './may-play.ts';
import type { Play, Player } from './play.ts';
import type { SeededPool } from './pools.ts';

const DAY_MS = 86_400_000;

/** The prize that a draw pays: the drawn one, or the fallback when that one is gone or too dear. */
export interface TakenPrize {
  readonly index: number;
  /** Units left of the drawn prize, for the verifier; `null`: unlimited. */
  readonly remaining: number | null;
}

/** Takes one unit of the drawn prize, else of the fallback; `null` when both are gone. */
export async function takePrize(
  tx: Queryable,
  pool: SeededPool,
  drawnIndex: number,
): Promise<TakenPrize | null> {
  const drawn = await takeUnit(tx, pool, drawnIndex);
  if (drawn !== 'gone') return { index: drawnIndex, remaining: drawn };
  const { fallback } = pool.pool;
  if (fallback === drawnIndex) return null;
  return (await takeUnit(tx, pool, fallback)) === 'gone' ? null : { index: fallback, remaining: 0 };
}

/** Takes one unit and its cost; answers the units left, `null` where they are not counted. */
async function takeUnit(tx: Queryable, pool: SeededPool, index: number): Promise<number | null | 'gone'> {
  const prize = pool.pool.prizes[index];
  if (!prize) return 'gone';
  if (!(await takeCost(tx, pool, prize.cost ?? 0))) return 'gone';
  if (prize.stock === undefined) return null;
  const rows = await tx.query<{ remaining: number }>(
    `update pool_stock set remaining = remaining - 1
     where pool = $1 and version = $2 and prize_index = $3 and remaining > 0 returning remaining`,
    [pool.name, pool.pool.version, index],
  );
  if (rows[0]) return rows[0].remaining;
  await giveCostBack(tx, pool, prize.cost ?? 0);
  return 'gone';
}

async function takeCost(tx: Queryable, { name, pool }: SeededPool, cost: number): Promise<boolean> {
  if (pool.maxCost === undefined || cost === 0) return true;
  const rows = await tx.query(
    `update pool_version set spent = spent + $3 where pool = $1 and version = $2 and spent + $3 <= $4 returning spent`,
    [name, pool.version, cost, pool.maxCost],
  );
  return rows.length > 0;
}

async function giveCostBack(tx: Queryable, { name, pool }: SeededPool, cost: number): Promise<void> {
  if (pool.maxCost === undefined || cost === 0) return;
  await tx.query('update pool_version set spent = spent - $3 where pool = $1 and version = $2', [
    name,
    pool.version,
    cost,
  ]);
}

/** Stores a play with everything that its prize will need later, whatever becomes of the programme. */
export async function insertPlay(
  tx: Queryable,
  {
    pool,
    request,
    actor,
    drawnIndex,
    taken,
    now,
  }: {
    readonly pool: SeededPool;
    readonly request: DrawRequest;
    readonly actor: Player;
    readonly drawnIndex: number;
    readonly taken: TakenPrize;
    readonly now: number;
  },
): Promise<Play> {
  const prize = pool.pool.prizes[taken.index];
  if (!prize) throw new Error(`Pool ${pool.name} has no prize ${taken.index}.`);
  const validDays = prize.reward.type === 'coupon' ? prize.reward.validDays : undefined;
  const rows = await tx.query<Play>(
    `insert into play (id, campaign_id, play_key, pool, version, person_id, anonymous_id, drawn_index, prize_index, label, reward,
       remaining, t, ends_at, region, age_confirmed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) returning *`,
    [
      randomUUID(),
      request.campaignId,
      request.playKey,
      pool.name,
      pool.pool.version,
      actor.personId,
      actor.anonymousId,
      drawnIndex,
      taken.index,
      JSON.stringify(prize.label),
      JSON.stringify(prize.reward),
      taken.remaining,
      now,
      validDays === undefined ? null : Math.round(now + validDays * DAY_MS),
      actor.region ?? null,
      request.ageConfirmed ?? false,
    ],
  );
  if (!rows[0]) throw new Error('The play was not stored.');
  return rows[0];
}
