import { type Pool, pool } from '../program.ts';
import { isZone } from '../zoned-time.ts';
import { type Finding, show } from './explain-issue.ts';

/** Mistakes in a programme that its shape does not show. */
export function checkProgram(value: unknown): readonly Finding[] {
  const raw: Readonly<Record<string, unknown>> = Object(value);
  return [
    ...(typeof raw.zone === 'string' && !isZone(raw.zone) ? [explainZone(raw.zone)] : []),
    ...checkEarning(Array.isArray(raw.earn) ? raw.earn : []),
    ...Object.entries(Object(raw.pools)).flatMap(([name, one]) => {
      const parsed = pool.safeParse(one);
      return parsed.success ? checkPool(parsed.data, ['pools', name]) : [];
    }),
  ];
}

const explainZone = (zone: string): Finding => ({
  code: 'unknown-zone',
  path: ['zone'],
  what: show(zone),
  why: 'No time zone has this name.',
  fix: 'Write an IANA name such as "Europe/Sofia".',
});

function checkEarning(rules: readonly unknown[]): readonly Finding[] {
  const ids = rules.map((rule) => Object(rule).id);
  return ids.flatMap((id, index) =>
    typeof id === 'string' && ids.indexOf(id) < index
      ? [
          {
            code: 'repeated-id',
            path: ['earn', index, 'id'],
            what: show(id),
            why: 'Another rule has this id; the ledger could not tell them apart.',
            fix: `Write "${id}-2".`,
          },
        ]
      : [],
  );
}

function checkPool({ prizes, fallback }: Pool, path: readonly PropertyKey[]): readonly Finding[] {
  const at = [...path, 'fallback'];
  const prize = prizes[fallback];
  if (!prize) {
    const why = `The pool has prizes 0 to ${prizes.length - 1}.`;
    return [
      { code: 'unknown-prize', path: at, what: String(fallback), why, fix: 'Write the index of a prize.' },
    ];
  }
  if (prize.stock === undefined) return [];
  return [
    {
      code: 'fallback-with-stock',
      path: at,
      what: String(fallback),
      why: 'The prize that pays when another is out of stock can run out itself.',
      fix: 'Choose a prize without "stock".',
    },
  ];
}
