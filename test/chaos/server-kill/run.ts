import { rm } from 'node:fs/promises';
import { openDatabase } from '@regulars/server';
import { exactly, type Run, shown } from '../../bench/row.ts';
import { seedCluster } from '../../support/pglite-image.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { type KillableDemo, startKillable } from './killable-demo.ts';
import { makeBatch, sendOnce } from './sender.ts';

const EVENTS_PER_BATCH = 10;
const BATCHES_PER_LIFE = 6;

interface Outcome {
  readonly sent: readonly string[];
  readonly promised: readonly string[];
  /** Every stored row's event id; a repeat would be there twice. */
  readonly stored: readonly string[];
  /** Batches whose fate the sender did not learn. */
  readonly unanswered: number;
}

/** What a sender keeps until it is answered. */
interface Ledger {
  readonly sent: string[];
  readonly promised: string[];
  waiting: ReturnType<typeof makeBatch>[];
  unanswered: number;
}

async function offer(demo: KillableDemo, ledger: Ledger, batch: ReturnType<typeof makeBatch>): Promise<void> {
  if (await sendOnce(demo.url, batch)) ledger.promised.push(...batch.events.map(({ id }) => id));
  else {
    ledger.unanswered += 1;
    ledger.waiting.push(batch);
  }
}

/** One life of the server: what waited is sent again, then new batches, the last ones while it is killed. */
async function live(demo: KillableDemo, ledger: Ledger, kill: boolean): Promise<void> {
  const again = ledger.waiting;
  ledger.waiting = [];
  for (const batch of again) await offer(demo, ledger, batch);
  const fresh = Array.from({ length: BATCHES_PER_LIFE }, () => makeBatch(EVENTS_PER_BATCH));
  ledger.sent.push(...fresh.flatMap(({ events }) => events.map(({ id }) => id)));
  const [first = makeBatch(1), second = first, ...rest] = fresh;
  await offer(demo, ledger, first);
  // In flight while it dies: stored or not, with or without an answer.
  const inFlight = rest.slice(0, -1).map((batch) => offer(demo, ledger, batch));
  if (kill) await demo.kill();
  await Promise.all(inFlight);
  // To a server that is gone, or to one that lives.
  for (const batch of [second, ...rest.slice(-1)]) await offer(demo, ledger, batch);
}

async function storedIn(dataDir: string): Promise<string[]> {
  const db = await openDatabase({ dir: dataDir });
  try {
    const rows = await db.query<{ id: string }>('select id from event');
    return rows.map(({ id }) => id);
  } finally {
    await db.close();
  }
}

/** Kills the server again and again; `keeps` is the sender's safeguard: it keeps a batch until it is answered. */
async function suffer(kills: number, keeps: boolean): Promise<Outcome> {
  const dataDir = tempFolder();
  await seedCluster(dataDir);
  const ledger: Ledger = { sent: [], promised: [], waiting: [], unanswered: 0 };
  try {
    for (let life = 0; life <= kills; life++) {
      const demo = await startKillable(dataDir);
      await live(demo, ledger, life < kills);
      if (!keeps) ledger.waiting = [];
      if (life === kills) await demo.stop();
    }
    return { ...ledger, stored: await storedIn(dataDir) };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

const missingFrom = (stored: readonly string[], wanted: readonly string[]): number => {
  const there = new Set(stored);
  return wanted.filter((id) => !there.has(id)).length;
};

/**
 * The server is killed while it takes batches, on its embedded database, and started again on the same folder. One mode: the
 * caps that other scenarios raise are those of a device's storage, and the sender here keeps its batches itself.
 */
export const run: Run = async ({ scaled, log }) => {
  const kills = scaled(20);
  log(`${kills} kills`);
  const { sent, promised, stored, unanswered } = await suffer(kills, true);
  const mutant = await suffer(1, false);
  const mutantLost = missingFrom(mutant.stored, mutant.sent);
  return [
    exactly('events the server promised and lost', 'events', missingFrom(stored, promised), 0),
    exactly('events sent until answered and not stored', 'events', missingFrom(stored, sent), 0),
    exactly('events stored twice', 'events', stored.length - new Set(stored).size, 0),
    exactly('events stored that nobody sent', 'events', missingFrom(sent, stored), 0),
    {
      ...exactly(
        'kills that met a batch without an answer, at least one a kill',
        'batches',
        unanswered,
        kills,
      ),
      holds: unanswered >= kills,
    },
    {
      ...exactly('mutant that does not send again: events lost, at least one', 'events', mutantLost, 1),
      holds: mutantLost >= 1,
    },
    shown('events sent', 'events', sent.length),
  ];
};
