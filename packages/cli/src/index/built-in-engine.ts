import type { Line } from '../read/read-visits.ts';
import { countPairs } from './count-pairs.ts';
import type { CountingEngine, EngineInput } from './counting-engine.ts';
import { sessionise } from './sessionise.ts';

/** Counts in this process, up to about a million lines. */
export function createBuiltInEngine({ dropped }: Pick<EngineInput, 'dropped'>): CountingEngine {
  const lines = { clicks: [] as Line[], orders: [] as Line[] };
  const rows = { clicks: new Set<string>(), orders: new Set<string>() };
  return {
    add(line, ordered) {
      const kind = ordered ? 'clicks' : 'orders';
      const { row } = line;
      if (rows[kind].has(row)) return void dropped.add('the same line twice', row.replaceAll('\u001f', ','));
      rows[kind].add(row);
      lines[kind].push(line);
    },
    async sessions() {
      for (const set of Object.values(rows)) set.clear();
      return [
        ...sessionise(lines.clicks, { ordered: true, dropped }),
        ...sessionise(lines.orders, { ordered: false, dropped }),
      ];
    },
    count: async (sessions) => countPairs(sessions),
    close: async () => {},
  };
}
