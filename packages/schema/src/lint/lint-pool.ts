import type { Finding } from '../parse/explain-issue.ts';
import type { Pool } from '../program/pool.ts';

/** Nobody is hurried: nothing that was won ends sooner. */
const SHORTEST_DAYS = 20 / 24;

/** What is unwise about a pool. */
export function lintPool(pool: Pool, path: readonly PropertyKey[]): readonly Finding[] {
  const { prizes, needs, freeEntry, maxCost } = pool;
  return [
    ...prizes.flatMap(({ reward }, index) =>
      reward.type === 'coupon' && (reward.validDays ?? 1) < SHORTEST_DAYS
        ? [
            {
              code: 'prize-ends-soon',
              path: [...path, 'prizes', index, 'reward', 'validDays'],
              what: `${reward.validDays} days`,
              why: 'A prize that ends within hours hurries people.',
              fix: 'Give it a day at least.',
            },
          ]
        : [],
    ),
    ...(freeEntry && !needs
      ? [
          {
            code: 'free-entry-without-need',
            path: [...path, 'freeEntry'],
            what: freeEntry.url,
            why: 'Everybody may play without buying already.',
            fix: 'Remove it, or add "needs": "order".',
          },
        ]
      : []),
    ...(maxCost !== undefined && prizes.every(({ cost }) => cost === undefined)
      ? [
          {
            code: 'budget-without-costs',
            path: [...path, 'maxCost'],
            what: String(maxCost),
            why: 'No prize says what it costs, so the budget is never used.',
            fix: 'Add "cost" to the prizes.',
          },
        ]
      : []),
  ];
}
