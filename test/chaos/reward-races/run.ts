import { exactly, type Row, type Run } from '../../bench/row.ts';
import { openRaces, type RaceGround } from './open-races.ts';
import { couponLimit, drawAndReturn, lastUnit, type Race, sameOrder, samePlay, spending } from './races.ts';

const REPETITIONS = 200;

const races: readonly (readonly [string, Race])[] = [
  ['the last unit of a prize and 50 draws: winners off by', lastUnit],
  ['10 coupons and 50 claims: codes off by', couponLimit],
  ['one play key 50 times: plays off by', samePlay],
  ['one order 50 times: earnings off by', sameOrder],
  ['1000 points and 50 payments of 100: payments off by', spending],
  ['a payment, a return and a read at once: books that are wrong', drawAndReturn],
];

/**
 * Races on PostgreSQL with 16 connections, each repetition on tables of its own; every result is exact. One mode: the caps
 * that other scenarios raise are those of a device's storage, and no device takes part.
 */
export const run: Run = async ({ scaled, log }) => {
  const repetitions = scaled(REPETITIONS);
  log(`${repetitions} repetitions of each race, 16 connections`);
  const ground = await openRaces();
  if (!ground) {
    if (process.env.CI) throw new Error('PostgreSQL is not installed: apt-get install postgresql.');
    log('postgresql: absent, its races did not run (apt-get install postgresql)');
    return [];
  }
  try {
    const rows: Row[] = [];
    for (const [what, race] of races) rows.push(await repeat(ground, { what, race, repetitions }));
    return rows;
  } finally {
    await ground.stop();
  }
};

async function repeat(
  ground: RaceGround,
  { what, race, repetitions }: { readonly what: string; readonly race: Race; readonly repetitions: number },
): Promise<Row> {
  let off = 0;
  let crooked = 0;
  for (let round = 0; round < repetitions; round++) {
    const shop = await ground.open();
    off += await race(shop);
    const rows = await shop.db.query(
      'select movement_id from posting group by movement_id having sum(points) <> 0',
    );
    crooked += rows.length;
    await shop.close();
  }
  return exactly(what, 'in all', off + crooked, 0);
}
