import { gzipSync } from 'node:zlib';
import { atMost, type Row, type Run, shown } from '../row.ts';
import { bundleTracker, type Tracker, trackers } from './bundle.ts';
import { costOf } from './cost.ts';
import type { Figures } from './figures.ts';
import { ownFigures } from './own.ts';
import { type StartUp, startUps } from './start-up.ts';
import { survival } from './survive.ts';
import { writeJourneyTable } from './table.ts';

const rivalsOf = (
  all: Readonly<Record<string, Figures>>,
  pick: (one: Figures) => number,
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(all).flatMap(([name, one]) => (name === 'regulars' ? [] : [[name, pick(one)]])),
  );

/** A tracker persists when most of what it queued outlives its tab; a browser killed soon after keeps nobody's `localStorage`. */
const persists = ({ survive }: Figures): boolean => (survive['tab close'] ?? 0) >= 50;

function compare(all: Readonly<Record<string, Figures>>, ours: Figures, trackLimitUs: number): Row[] {
  const lasting = Object.fromEntries(Object.entries(all).filter(([, one]) => persists(one)));
  const lowest = (pick: (one: Figures) => number): number =>
    Math.min(Number.POSITIVE_INFINITY, ...Object.values(rivalsOf(lasting, pick)));
  const ends = Object.keys(ours.survive);
  const against = (row: Row, pick: (one: Figures) => number): Row => ({
    ...row,
    rivals: rivalsOf(all, pick),
  });
  return [
    against(
      atMost(
        'bundle, smallest of all that persist',
        'B gzip',
        ours.gzipBytes,
        lowest((one) => one.gzipBytes),
      ),
      (one) => one.gzipBytes,
    ),
    against(shown('start, main thread at 4x, autocapture off', 'ms', ours.startMs), (one) => one.startMs),
    against(
      shown('start, main thread at 4x, autocapture on', 'ms', ours.startAutoMs),
      (one) => one.startAutoMs,
    ),
    against(
      atMost('track(), median loop of 1,000, 1,000 queued', 'µs', ours.trackUs, trackLimitUs),
      (one) => one.trackUs,
    ),
    against(
      atMost(
        'track(), lowest of all that persist',
        'µs',
        ours.trackUs,
        lowest((one) => one.trackUs),
      ),
      (one) => one.trackUs,
    ),
    ...ends.map((how) =>
      against(
        {
          ...atMost(`events of 100 that survive: ${how}`, 'events', ours.survive[how] ?? 0, 100),
          holds: ours.survive[how] === 100,
        },
        (one) => one.survive[how] ?? 0,
      ),
    ),
    against(shown('storage with 1,000 queued', 'B', ours.storedBytes), (one) => one.storedBytes),
  ];
}

/** Ours and the five trackers with the strongest persistence they document; each on its own origin and profile. */
export const run: Run = async ({ rivals, log, onThisMachine }) => {
  rivals();
  log('start-up');
  const [few, many] = await startUps([100, 100_000]);
  const all: Record<string, Figures> = {};
  for (const name of trackers) {
    log(name);
    all[name] = await figuresOf(name);
  }
  const ours = all.regulars as Figures;
  const own = await ownFigures();
  const rows = [
    ...compare(all, ours, onThisMachine(10)),
    atMost(
      'longest task while 10,000 are tracked in slices of 100',
      'ms',
      own.longestTaskMs,
      onThisMachine(50),
    ),
    shown('raw segment writes', 'events/s', own.rawPerSecond),
    {
      ...atMost('store throughput, at least 80 % of raw', '%', (100 * own.perSecond) / own.rawPerSecond, 80),
      holds: own.perSecond >= 0.8 * own.rawPerSecond,
    },
    ...startUpRows(few, many),
  ];
  writeJourneyTable(all, rows);
  return rows;
};

/** What a long log costs a returning visitor. */
function startUpRows(few: StartUp | undefined, many: StartUp | undefined): readonly Row[] {
  const names = { decidedMs: 'until the first decision', busyMs: 'of the main thread' } as const;
  return (['decidedMs', 'busyMs'] as const).flatMap((key) => {
    const [bare = Number.NaN, full = Number.NaN] = [few?.[key], many?.[key]];
    return [
      shown(`start-up with 100 events in the log, ms ${names[key]} at 4x`, 'ms', bare),
      atMost(`start-up with 100,000 events, ${names[key]}, times that with 100`, 'times', full / bare, 1.2),
    ];
  });
}

async function figuresOf(name: Tracker): Promise<Figures> {
  const gzipBytes = gzipSync(await bundleTracker(name, false), { level: 9 }).length;
  return { gzipBytes, ...(await costOf(name)), survive: await survival(name) };
}
