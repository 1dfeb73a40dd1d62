import type { Pool, ProgramDocument } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { ServerError } from '../server-error.ts';
import { commitmentOf } from './draw-rule.ts';

/** A pool version with its secret seed; never leaves the server before it is revealed. */
export interface SeededPool {
  readonly name: string;
  readonly pool: Pool;
  readonly seed: string;
}

/**
 * Makes a version of each pool that has none: a secret seed of 32 random bytes, its commitment, its stock. A newer
 * version ends the ones before it, whose seeds are then revealed.
 * @throws ServerError `pool-changed` when a running version was edited (published odds must stay true), or when the
 * version ended: its seed is public, whoever knows it could choose a play key that wins.
 */
export async function preparePools(context: ServerContext): Promise<void> {
  for (const [name, pool] of Object.entries(context.program.pools)) {
    if (pool.fallback >= pool.prizes.length) {
      throw new ServerError(
        'bad-options',
        `Pool "${name}": fallback ${pool.fallback} is not one of its prizes.`,
      );
    }
    await context.db.transaction((tx) => preparePool(tx, context, name, pool));
  }
}

async function preparePool(tx: Queryable, context: ServerContext, name: string, pool: Pool): Promise<void> {
  const seed = Buffer.from(context.random(32)).toString('hex');
  const made = await tx.query(
    `insert into pool_version (pool, version, seed, commitment, prizes, started_at, fallback) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (pool, version) do nothing returning pool`,
    [name, pool.version, seed, commitmentOf(seed), JSON.stringify(pool.prizes), context.now(), pool.fallback],
  );
  if (made.length === 0) return checkUnchanged(tx, name, pool);
  for (const [index, { stock }] of pool.prizes.entries()) {
    if (stock === undefined) continue;
    await tx.query('insert into pool_stock (pool, version, prize_index, remaining) values ($1, $2, $3, $4)', [
      name,
      pool.version,
      index,
      stock,
    ]);
  }
  await tx.query(
    'update pool_version set revealed_at = $3 where pool = $1 and version < $2 and revealed_at is null',
    [name, pool.version, context.now()],
  );
}

/**
 * Checks that a programme may go live over the pools that run.
 * @throws ServerError `pool-changed`.
 */
export async function checkPools(tx: Queryable, { pools }: Pick<ProgramDocument, 'pools'>): Promise<void> {
  for (const [name, pool] of Object.entries(pools)) await checkUnchanged(tx, name, pool);
}

/** An earlier programme over today's pools: one whose seed was revealed gets the next version that was never used. */
export async function renewPools(tx: Queryable, program: ProgramDocument): Promise<ProgramDocument> {
  const rows = await tx.query<{ pool: string; version: number; last: number }>(
    `select pool, version, (select max(version)::int from pool_version m where m.pool = v.pool) as last
     from pool_version v where revealed_at is not null`,
  );
  const ended = (name: string, { version }: Pool): number | undefined =>
    rows.find((row) => row.pool === name && row.version === version)?.last;
  const pools = Object.entries(program.pools).map(([name, pool]) => {
    const last = ended(name, pool);
    return [name, last === undefined ? pool : { ...pool, version: last + 1 }] as const;
  });
  const changed = pools.some(([name, pool]) => pool !== program.pools[name]);
  return changed ? { ...program, pools: Object.fromEntries(pools) } : program;
}

async function checkUnchanged(tx: Queryable, name: string, pool: Pool): Promise<void> {
  const rows = await tx.query<{ prizes: Pool['prizes']; revealed_at: number | null }>(
    'select prizes, revealed_at from pool_version where pool = $1 and version = $2',
    [name, pool.version],
  );
  if (rows[0] && rows[0].revealed_at !== null) {
    throw new ServerError(
      'pool-changed',
      `Pool "${name}" version ${pool.version} ended and its seed is public: give it a version that was never used in program.json.`,
      { pool: name, version: pool.version },
    );
  }
  const odds = (prizes: Pool['prizes']): string =>
    JSON.stringify(prizes.map(({ weight, stock, reward }) => [weight, stock ?? null, reward.type]));
  if (rows[0] && odds(rows[0].prizes) !== odds(pool.prizes)) {
    throw new ServerError(
      'pool-changed',
      `Pool "${name}" version ${pool.version} is running with other weights or stock: raise its version in program.json.`,
      { pool: name, version: pool.version },
    );
  }
}

/**
 * The running version of a pool; `null` when there is none of that name, or when another process began a newer one: a
 * revealed seed draws nothing any more.
 */
export async function readPool(
  db: Queryable,
  context: ServerContext,
  name: string | undefined,
): Promise<SeededPool | null> {
  if (name === undefined || !Object.hasOwn(context.program.pools, name)) return null;
  const pool = context.program.pools[name];
  if (!pool) return null;
  const rows = await db.query<{ seed: string }>(
    'select seed from pool_version where pool = $1 and version = $2 and revealed_at is null',
    [name, pool.version],
  );
  return rows[0] ? { name, pool, seed: rows[0].seed } : null;
}

/** What anybody may know of a pool's versions: commitments, and seeds with weights once a version ended. */
export async function readPublicVersions(db: Queryable, name: string): Promise<readonly object[]> {
  const rows = await db.query<{
    version: number;
    commitment: string;
    started_at: number;
    revealed_at: number | null;
    seed: string;
    prizes: Pool['prizes'];
    fallback: number | null;
  }>('select * from pool_version where pool = $1 order by version desc', [name]);
  return rows.map((row) => ({
    version: row.version,
    commitment: row.commitment,
    startedAt: row.started_at,
    ...(row.revealed_at !== null && {
      revealedAt: row.revealed_at,
      seed: row.seed,
      weights: row.prizes.map((prize) => prize.weight),
      labels: row.prizes.map((prize) => prize.label),
      ...(row.fallback !== null && { fallback: row.fallback }),
    }),
  }));
}
