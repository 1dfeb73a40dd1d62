import type { Line } from '../read/read-visits.ts';
import { countPairs } from './count-pairs.ts';
import type { CountingEngine, EngineInput } from './counting-engine.ts';
import type { Session } from './session.ts';
import { sessionise } from './sessionise.ts';
import { sessionsOf } from './sessions.ts';

/** Bytes reckoned for a line at the height of a build; a million took 1.0 GB, and texts may be longer. */
export const bytesPerLine = 1600;
/** Bytes that this engine takes where nothing else is said. */
export const mostBytes = 2.4e9;

/** The engine that holds everything in this process. */
export interface BuiltInEngine extends CountingEngine {
  /** All sessions: those of clicks, then baskets, each part by time. Once, after the last line. */
  sessions(): readonly Session[];
}

/**
 * Counts in this process, up to about a million lines.
 * @param input.lines lines beyond which it refuses to go on (default 1.5 million).
 */
export function createBuiltInEngine({
  dropped,
  lines: most = mostBytes / bytesPerLine,
}: Pick<EngineInput, 'dropped'> & { readonly lines?: number | undefined }): BuiltInEngine {
  const lines = { clicks: [] as Line[], orders: [] as Line[] };
  const rows = { clicks: new Set<string>(), orders: new Set<string>() };
  let sessions: readonly Session[] = [];
  const cut = (): readonly Session[] => {
    for (const set of Object.values(rows)) set.clear();
    sessions = [
      ...sessionise(lines.clicks, { ordered: true, dropped }),
      ...sessionise(lines.orders, { ordered: false, dropped }),
    ];
    for (const list of Object.values(lines)) list.length = 0;
    return sessions;
  };
  return {
    add(line, ordered) {
      const kind = ordered ? 'clicks' : 'orders';
      const { row } = line;
      if (rows[kind].has(row)) return void dropped.add('the same line twice', row.replaceAll('\u001f', ','));
      if (lines.clicks.length + lines.orders.length >= most) throw new Error(tooMany(most));
      rows[kind].add(row);
      lines[kind].push(line);
    },
    sessions: cut,
    cut: async () => sessionsOf(cut()),
    count: async (until = Number.POSITIVE_INFINITY) =>
      countPairs(sessions.filter(({ start }) => start <= until)),
    close: async () => {},
  };
}

function tooMany(most: number): string {
  const gigabytes = ((most * bytesPerLine) / 1e9).toFixed(1);
  return `More than ${most.toLocaleString('en')} lines: the built-in engine holds them all in memory, ${gigabytes} GB by now. Build the index with --engine duckdb, which works on disk; give the days that matter; or allow more with --memory 8GB and NODE_OPTIONS=--max-old-space-size=8000.`;
}
