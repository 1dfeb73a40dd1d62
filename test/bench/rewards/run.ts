import { rm } from 'node:fs/promises';
import { type Database, openDatabase } from '@regulars/server';
import { tempFolder } from '../../support/temp-folder.ts';
import { findPostgres, startPostgres } from '../../tools/lib/postgres.mjs';
import { type Row, type Run, shown } from '../row.ts';
import { measure, middle, type Speed } from './measure.ts';
import { createRecorder, type Recording, replay } from './replay.ts';
import { collect, makeShoppers, openWorkload, type Shopper, spin } from './workload.ts';

const AT_ONCE = 16;
const ROUNDS = 5;
const PER_ROUND = 800;
/** Ours over raw SQL of the same transactions, in percent. */
const SHARE_MIN = 60;

/** Draws and claims a second against the same statements without anything around them. */
export const run: Run = async ({ scaled, log }) => {
  const perRound = scaled(PER_ROUND);
  const rows: Row[] = [];
  const bin = findPostgres();
  if (bin === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql.');
  const cluster = await startPostgres(bin, { durable: true });
  try {
    const db = await openDatabase({ url: cluster.url, connections: AT_ONCE });
    rows.push(...(await compare('PostgreSQL', db, { perRound, log })));
    await db.close();
  } finally {
    await cluster.stop();
  }
  const dir = tempFolder();
  try {
    const db = await openDatabase({ dir });
    rows.push(...(await compare('PGlite', db, { perRound, log })));
    await db.close();
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
  return rows;
};

interface Round {
  readonly perRound: number;
  readonly log: (line: string) => void;
}

/** What one action asks of the database, with the values it was recorded with. */
interface Sample {
  readonly spin: Recording;
  readonly collect: Recording;
  readonly from: Readonly<Record<string, unknown>>;
}

async function compare(name: string, db: Database, { perRound, log }: Round): Promise<readonly Row[]> {
  const recorder = createRecorder(db);
  const handler = await openWorkload(recorder.db);
  const sample = await record(recorder, handler, db);
  const speeds = {
    draws: [] as Speed[],
    rawDraws: [] as Speed[],
    claims: [] as Speed[],
    rawClaims: [] as Speed[],
  };
  for (let round = 0; round <= ROUNDS; round++) {
    const ours = await makeShoppers(handler, perRound);
    const theirs = await makeShoppers(handler, perRound);
    const meanings = await meaningsOf(db, theirs);
    const turn = {
      draws: await measure(ours, { atOnce: AT_ONCE, act: (shopper) => spin(handler, shopper) }),
      rawDraws: await measure(meanings, {
        atOnce: AT_ONCE,
        act: (to) => replay(db, sample.spin, { from: sample.from, to }),
      }),
      claims: await measure(ours, { atOnce: AT_ONCE, act: (shopper) => collect(handler, shopper) }),
      rawClaims: await measure(meanings, {
        atOnce: AT_ONCE,
        act: (to) => replay(db, sample.collect, { from: sample.from, to }),
      }),
    };
    recorder.take();
    // The first round warms up.
    if (round > 0)
      for (const [key, speed] of Object.entries(turn)) speeds[key as keyof typeof turn].push(speed);
  }
  await handler.stop();
  const rows = [
    ...pair(`${name}: draws`, middle(speeds.draws), middle(speeds.rawDraws)),
    ...pair(`${name}: claims`, middle(speeds.claims), middle(speeds.rawClaims)),
  ];
  for (const { what, unit, ours } of rows) log(`${what}: ${ours} ${unit}`);
  return rows;
}

/** Records a spin that wins the prize without stock, and its claim: the smaller of the two spins. */
async function record(
  recorder: ReturnType<typeof createRecorder>,
  handler: Parameters<typeof spin>[0],
  db: Database,
): Promise<Sample> {
  for (;;) {
    const [shopper] = await makeShoppers(handler, 1);
    if (!shopper) throw new Error('No shopper was made.');
    recorder.take();
    await spin(handler, shopper);
    const spinning = recorder.take();
    await collect(handler, shopper);
    const collecting = recorder.take();
    const [play] = await db.query<{ id: string; prize_index: number }>(
      'select id, prize_index from play where anonymous_id = $1',
      [shopper.anonymousId],
    );
    if (play?.prize_index !== 1) continue;
    const [from] = await meaningsOf(db, [shopper]);
    return { spin: spinning, collect: collecting, from: { ...from, playId: play.id } };
  }
}

/** The values of shoppers that statements mention; a replayed play gets an id of its own. */
async function meaningsOf(
  db: Database,
  shoppers: readonly Shopper[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows = await db.query<{ anonymous_id: string; person_id: string }>(
    'select anonymous_id, person_id from visitor where anonymous_id = any($1::text[])',
    [shoppers.map(({ anonymousId }) => anonymousId)],
  );
  const persons = new Map(rows.map((row) => [row.anonymous_id, row.person_id]));
  return shoppers.map(({ anonymousId, playKey }) => ({
    anonymousId,
    playKey,
    personId: persons.get(anonymousId),
    playId: crypto.randomUUID(),
  }));
}

function pair(what: string, ours: Speed, raw: Speed): readonly Row[] {
  const share = Math.round((ours.perSecond / raw.perSecond) * 100);
  return [
    shown(`${what} a second`, '1/s', Math.round(ours.perSecond)),
    shown(`${what} a second as raw SQL`, '1/s', Math.round(raw.perSecond)),
    shown(`${what}, slowest of a hundred`, 'ms', Math.round(ours.p99Ms * 10) / 10),
    shown(`${what} as raw SQL, slowest of a hundred`, 'ms', Math.round(raw.p99Ms * 10) / 10),
    {
      ...shown(`${what}, share of raw SQL, at least`, '%', share),
      limit: SHARE_MIN,
      required: true,
      holds: share >= SHARE_MIN,
    },
  ];
}
