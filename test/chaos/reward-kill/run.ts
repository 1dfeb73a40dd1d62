import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, openDatabase } from '@regulars/server';
import { exactly, type Row, type Run } from '../../bench/row.ts';
import { seedCluster } from '../../support/pglite-image.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { findPostgres, startPostgres } from '../../tools/lib/postgres.mjs';
import { begin } from './life.ts';
import { newShopper, type Shopper, visit } from './shopper.ts';
import { STOCK } from './stock.ts';

const KILLS = 20;
const NEWCOMERS = 24;

/**
 * The server is killed while it draws, pays and books, and started again on the same tables. One mode: the caps that other
 * scenarios raise are those of a device's storage, and the shoppers here keep their keys themselves.
 */
export const run: Run = async ({ scaled, log }) => {
  const kills = Math.max(2, scaled(KILLS));
  const dir = tempFolder();
  const rows: Row[] = [];
  await seedCluster(dir);
  await seedCluster(join(dir, 'mutant'));
  try {
    log(`${kills} kills on PGlite`);
    rows.push(...(await suffer('PGlite', [dir], kills)));
    rows.push(await sufferForgetting(join(dir, 'mutant')));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
  const bin = findPostgres();
  if (bin === undefined) {
    log('postgresql: absent, nothing was killed on it (apt-get install postgresql)');
    return rows;
  }
  const cluster = await startPostgres(bin);
  try {
    log(`${kills} kills on PostgreSQL`);
    const schema = `kill_${randomUUID().replaceAll('-', '')}`;
    return [...rows, ...(await suffer('PostgreSQL', [cluster.url, schema], kills))];
  } finally {
    await cluster.stop();
  }
};

/** Shoppers who keep no play key: whoever was cut off between draw and claim finds no way back by playing again. */
async function sufferForgetting(dir: string): Promise<Row> {
  const { shoppers } = await live([dir], 2, true);
  const lost = shoppers.filter(({ claimed }) => !claimed).length;
  return {
    ...exactly(
      'mutant that keeps no play key: shoppers without their prize, at least one',
      'shoppers',
      lost,
      1,
    ),
    holds: lost >= 1,
  };
}

async function suffer(name: string, place: readonly string[], kills: number): Promise<readonly Row[]> {
  const lived = await live(place, kills, false);
  const [first = '', schema] = place;
  const db = await openDatabase(first.includes('://') ? { url: first, schema } : { dir: first });
  try {
    return await judge(name, db, lived);
  } finally {
    await db.close();
  }
}

interface Lived {
  readonly shoppers: readonly Shopper[];
  /** Visits without an answer to everything. */
  readonly unanswered: number;
}

async function live(place: readonly string[], kills: number, forgets: boolean): Promise<Lived> {
  const shoppers: Shopper[] = [];
  let unanswered = 0;
  for (let kill = 0; kill < kills; kill++) {
    const life = await begin(place);
    shoppers.push(...Array.from({ length: NEWCOMERS }, () => newShopper(forgets)));
    const visits = shoppers.map((shopper) => visit(life.url, shopper));
    // Dies in the middle of the crowd: after one of them, later each time.
    await someOf(visits, 1 + Math.floor((visits.length * kill) / (3 * kills)));
    await life.kill();
    await Promise.all(visits);
    unanswered += shoppers.filter(({ claimed }) => !claimed).length;
  }
  const last = await begin(place);
  await Promise.all(shoppers.map((shopper) => visit(last.url, shopper)));
  await last.stop();
  return { shoppers, unanswered };
}

/** Resolves when so many of the works are done, whichever they are. */
function someOf(works: readonly Promise<unknown>[], count: number): Promise<void> {
  return new Promise((resolve) => {
    let done = 0;
    for (const work of works) {
      work.then(() => {
        done += 1;
        if (done === count) resolve();
      });
    }
  });
}

async function judge(name: string, db: Database, { shoppers, unanswered }: Lived): Promise<readonly Row[]> {
  const count = async (sql: string): Promise<number> =>
    (await db.query<{ count: number }>(`select count(*)::int as count from ${sql}`))[0]?.count ?? -1;
  const mugs = await count('play where prize_index = 0');
  const left =
    (await db.query<{ remaining: number }>('select remaining from pool_stock'))[0]?.remaining ?? -1;
  const winners = shoppers.filter(({ prize }) => prize?.prizeIndex !== 0).length * 5 + shoppers.length * 40;
  const [sum] = await db.query<{ points: number }>(
    "select coalesce(sum(points), 0)::int as points from posting where account like 'person:%'",
  );
  const crooked =
    '(select 1 from posting group by movement_id having sum(points) <> 0 or count(*) <> 2) as wrong';
  const codes = '(select code from claim where code is not null group by code having count(*) > 1) as twice';
  const bad = (what: string, unit: string, ours: number): Row => exactly(`${name}: ${what}`, unit, ours, 0);
  return [
    bad('movements that do not sum to zero', 'movements', await count(crooked)),
    bad('prizes over the stock, or units that are gone', 'units', Math.abs(mugs + left - STOCK)),
    bad(
      'answers that changed after a restart',
      'answers',
      shoppers.reduce((all, { changed }) => all + changed, 0),
    ),
    bad('shoppers without their prize', 'shoppers', shoppers.filter(({ claimed }) => !claimed).length),
    bad('plays of one key that are two', 'plays', Math.abs((await count('play')) - shoppers.length)),
    bad('codes given twice', 'codes', await count(codes)),
    bad('points too many or too few', 'points', Math.abs((sum?.points ?? 0) - winners)),
    {
      ...exactly(`${name}: visits that met a dead server, at least one a run`, 'visits', unanswered, 1),
      holds: unanswered >= 1,
    },
  ];
}
