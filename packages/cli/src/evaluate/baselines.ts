import { buildRows } from '../index/build-rows.ts';
import type { Counts } from '../index/count-pairs.ts';
import type { Question } from '../index/evaluate.ts';
import { rankPopular } from '../index/popularity.ts';
import { quantiseRows, type RowsById } from '../index/quantise-rows.ts';
import type { Session } from '../index/session.ts';
import { fillList, listLength, type Method } from './method.ts';
import { indexSessions, listByNeighbours, type VmisSettings } from './vmis-knn.ts';

/** What every baseline is built from. */
export interface Training {
  readonly sessions: readonly Session[];
  readonly counts: Counts;
  /** Epoch ms of the last training event. */
  readonly end: number;
}

/** Settings that Serenade ships for its toy set. */
const shipped: VmisSettings = { sessions: 500, neighbours: 50, last: 2 };
const grid: readonly VmisSettings[] = [100, 500, 1000].flatMap((sessions) =>
  [50, 100, 200, 500].flatMap((neighbours) =>
    [1, 2, 3, 5, 7, 9].map((last) => ({ sessions, neighbours, last })),
  ),
);
/** Questions for tuning VMIS-kNN; in a shop with few products one prediction takes milliseconds. */
const tuningQuestions = 600;
const forever = 36_500;

/** The baselines of the protocol, in the order of the table. */
export function baselines(
  train: Training,
  validation: readonly Question[],
  options: { readonly halfLifeDays: number; readonly step: (text: string) => void },
): Method[] {
  const ever = rankPopular(train.sessions, train.counts, { halfLifeDays: forever, floor: 1, end: train.end });
  const lately = rankPopular(train.sessions, train.counts, { ...options, floor: 1, end: train.end });
  return [
    popular('Popularity, all time', { ids: ever, tried: 1 }),
    popular(`Popularity, half-life ${options.halfLifeDays} days`, { ids: lately, tried: 4 }),
    {
      name: 'Popularity within the session, then global',
      tried: 1,
      list: (seen, hidden) =>
        fillList(
          [
            { source: 'session', ids: seen },
            { source: 'popular', ids: lately },
          ],
          hidden,
        ),
    },
    lastItem('Co-occurrence, last product', { rows: coOccurrence(train.counts), fill: lately }),
    lastItem('Sequential rules, last product', {
      rows: quantiseRows(
        buildRows(train.counts, { kind: 'sequence', secondStep: 0, floor: 1 }),
        train.counts.ids,
      ),
      fill: lately,
    }),
    ...neighbourMethods(train, validation, options.step),
  ];
}

function popular(
  name: string,
  { ids, tried }: { readonly ids: readonly string[]; readonly tried: number },
): Method {
  return { name, tried, list: (_seen, hidden) => fillList([{ source: 'popular', ids }], hidden) };
}

function lastItem(
  name: string,
  { rows, fill }: { readonly rows: RowsById; readonly fill: readonly string[] },
): Method {
  return {
    name,
    tried: 1,
    list(seen, hidden) {
      const ids = (rows.get(seen[0] ?? '') ?? []).map(([id]) => id);
      return fillList(
        [
          { source: 'index', ids },
          { source: 'popular', ids: fill },
        ],
        hidden,
      );
    },
  };
}

/** Neighbours by the plain number of shared sessions. */
function coOccurrence({ pairs, ids }: Counts): RowsById {
  const rows = new Map<string, [string, number][]>();
  const add = (from: string, to: string, sessions: number): void => {
    const row = rows.get(from);
    if (row) row.push([to, sessions]);
    else rows.set(from, [[to, sessions]]);
  };
  pairs.each(({ low, high, sessions }) => {
    add(ids[low] ?? '', ids[high] ?? '', sessions);
    add(ids[high] ?? '', ids[low] ?? '', sessions);
  });
  for (const row of rows.values()) {
    row.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    row.length = Math.min(row.length, listLength * 2);
  }
  return rows;
}

function neighbourMethods(
  { sessions }: Training,
  validation: readonly Question[],
  step: (text: string) => void,
): Method[] {
  // A basket has no order in which its products could be the newest.
  if (sessions.every(({ ordered }) => !ordered)) return [];
  const index = indexSessions(sessions);
  const method = (name: string, settings: VmisSettings, tried: number): Method => ({
    name: `${name}, m ${settings.sessions}, k ${settings.neighbours}, last ${settings.last}`,
    tried,
    list: (seen, hidden) =>
      fillList(
        [
          {
            source: 'neighbours',
            ids: listByNeighbours(index, { seen, settings, most: listLength + hidden.size }),
          },
        ],
        hidden,
      ),
  });
  const every = Math.max(1, Math.ceil(validation.length / tuningQuestions));
  const questions = validation.filter((_, place) => place % every === 0);
  let best = { goal: -1, settings: shipped };
  for (const settings of questions.length === 0 ? [] : grid) {
    step(`VMIS-kNN, m ${settings.sessions}, k ${settings.neighbours}, last ${settings.last}`);
    const goal = goalOf(method('', settings, 1), questions);
    if (goal > best.goal + 1e-9) best = { goal, settings };
  }
  const tuned = questions.length === 0 ? [] : [method('VMIS-kNN tuned', best.settings, grid.length)];
  return [method('VMIS-kNN as shipped', shipped, 1), ...tuned];
}

/** Hit rate + 2 × reciprocal rank, as the settings of our own lists are chosen. */
function goalOf({ list }: Method, questions: readonly Question[]): number {
  let goal = 0;
  for (const { seen, next } of questions) {
    const rank = list(seen, new Set(seen.slice(0, 1))).findIndex(({ id }) => id === next) + 1;
    if (rank > 0) goal += 1 + 2 / rank;
  }
  return goal;
}
