import { gzipSync } from 'node:zlib';
import { atMost, exactly, type Row, type Run, shown } from '../row.ts';
import { median } from '../statistics.ts';
import { bundleTracker, type Tracker, trackers } from './bundle.ts';
import type { PerTracker } from './drive.ts';
import type { Figures } from './figures.ts';
import { ownFigures } from './own.ts';
import { startCosts } from './start-cost.ts';
import { type StartUp, startUps } from './start-up.ts';
import { control, survival } from './survive.ts';
import { writeJourneyTable } from './table.ts';
import { trackCosts } from './track-cost.ts';

type All = PerTracker<Figures>;

const rivalsOf = (all: All, pick: (one: Figures) => number): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(all).flatMap(([name, one]) => (name === 'regulars' ? [] : [[name, pick(one)]])),
  );

/** A tracker persists when most of what it queued outlives its tab; a browser killed soon after keeps nobody's `localStorage`. */
const persists = ({ survive }: Figures): boolean => median(survive['tab close'] ?? []) >= 50;

/** What ours must be the lowest in, among those that persist. */
function lowest(all: All, what: string, unit: string, pick: (one: Figures) => number): Row {
  const lasting = Object.entries(all).filter(([name, one]) => name !== 'regulars' && persists(one));
  const least = Math.min(Number.POSITIVE_INFINITY, ...lasting.map(([, one]) => pick(one)));
  return { ...atMost(what, unit, pick(all.regulars), least), rivals: rivalsOf(all, pick) };
}

/** Medians that are shown. */
const figure = (all: All, what: string, unit: string, of: (one: Figures) => readonly number[]): Row => ({
  ...shown(what, unit, median(of(all.regulars))),
  rivals: rivalsOf(all, (one) => median(of(one))),
});

function compare(all: All, trackLimitUs: number): Row[] {
  const trackUs = (one: Figures): number => median(one.trackUs);
  const ours = all.regulars;
  return [
    {
      ...exactly(
        'events of 100 that come with the collector up, least of all trackers',
        'events',
        Math.min(...Object.values(all).map(({ control }) => control)),
        100,
      ),
      rivals: rivalsOf(all, ({ control }) => control),
    },
    lowest(all, 'bundle, smallest of all that persist', 'B gzip', ({ gzipBytes }) => gzipBytes),
    figure(all, 'file, start and what follows at 4x, autocapture off', 'ms', (one) => one.startMs),
    figure(all, 'file, start and what follows at 4x, autocapture on', 'ms', (one) => one.startAutoMs),
    {
      ...atMost('track(), median loop of 1,000, 1,000 queued', 'µs', trackUs(ours), trackLimitUs),
      rivals: rivalsOf(all, trackUs),
    },
    lowest(all, 'track(), lowest of all that persist', 'µs', trackUs),
    ...Object.entries(ours.survive).map(([how, rounds]) => ({
      // Ours in its worst round, rivals in their middle one.
      ...exactly(`events of 100 that survive: ${how}`, 'events', Math.min(...rounds), 100),
      rivals: rivalsOf(all, ({ survive }) => median(survive[how] ?? [])),
    })),
    figure(all, 'storage with 1,000 queued', 'B', (one) => one.storedBytes),
  ];
}

/** Ours and the five trackers with the strongest persistence they document; each on its own origin and profile. */
export const run: Run = async ({ rivals, log, onThisMachine }) => {
  rivals();
  log('a long log');
  const [few, many] = await startUps([100, 100_000]);
  const all = await figuresOf(log);
  const own = await ownFigures();
  const rows = [
    ...compare(all, onThisMachine(10)),
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

async function figuresOf(log: (line: string) => void): Promise<All> {
  log('start');
  const starts = await startCosts();
  log('track()');
  const tracks = await trackCosts();
  log('control');
  const controls: Partial<Record<Tracker, number>> = {};
  for (const name of trackers) controls[name] = await control(name);
  log('survival');
  const survive = await survival();
  const rows = trackers.map(async (name): Promise<readonly [Tracker, Figures]> => {
    const gzipBytes = gzipSync(await bundleTracker(name, false), { level: 9 }).length;
    const figures = { ...starts[name], ...tracks[name], survive: survive[name] };
    return [name, { ...figures, gzipBytes, control: controls[name] ?? 0 }];
  });
  return Object.fromEntries(await Promise.all(rows)) as All;
}
