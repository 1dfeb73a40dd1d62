import { type Pool, pool } from '../program/pool.ts';
import { checkSchedule } from './check-schedule.ts';
import type { Finding } from './explain-issue.ts';

type Path = readonly PropertyKey[];

/** A draw reads 32-bit words. */
const WEIGHTS_MAX = 2 ** 32;

/** Mistakes of a pool: weights that cannot be drawn from, a fallback that is none or can fail itself. */
export function checkPool(raw: unknown, path: Path, zone: string): readonly Finding[] {
  const parsed = pool.safeParse(raw);
  if (!parsed.success) return [];
  const { schedule, prizes } = parsed.data;
  const sum = prizes.reduce((total, { weight }) => total + weight, 0);
  return [
    ...checkSchedule(schedule, zone, [...path, 'schedule']),
    ...checkFallback(parsed.data, [...path, 'fallback']),
    ...(sum > WEIGHTS_MAX
      ? [
          {
            code: 'weights-too-big',
            path: [...path, 'prizes'],
            what: String(sum),
            why: 'The weights of a pool add up to 4,294,967,296 at most.',
            fix: 'Divide all of them by the same number.',
          },
        ]
      : []),
  ];
}

function checkFallback({ prizes, fallback, maxCost }: Pool, path: Path): readonly Finding[] {
  const prize = prizes[fallback];
  if (!prize) {
    const why = `The pool has prizes 0 to ${prizes.length - 1}.`;
    return [{ code: 'unknown-prize', path, what: String(fallback), why, fix: 'Write the index of a prize.' }];
  }
  if (prize.stock !== undefined) {
    return [
      {
        code: 'fallback-with-stock',
        path,
        what: String(fallback),
        why: 'The prize that pays when another is out of stock can run out itself.',
        fix: 'Choose a prize without "stock".',
      },
    ];
  }
  if (maxCost === undefined || (prize.cost ?? 0) === 0) return [];
  return [
    {
      code: 'fallback-with-cost',
      path,
      what: String(fallback),
      why: 'The prize that pays when the budget is used up would go on costing money.',
      fix: 'Choose a prize without "cost", or remove "maxCost".',
    },
  ];
}
