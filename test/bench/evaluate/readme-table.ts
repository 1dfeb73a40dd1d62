import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Evaluation, oursName } from '@regulars/cli';

const readme = fileURLToPath(new URL('../../../README.md', import.meta.url));
const between = /(<!-- evaluate:start -->\n)[\s\S]*?(<!-- evaluate:end -->)/;

/** Rows that a reader compares; `regulars evaluate` prints all. */
const compared: readonly (readonly [start: string, shown: string])[] = [
  ['Popularity, all time', 'best sellers of all time'],
  ['Popularity, half-life', 'best sellers, decayed'],
  ['Popularity within', 'best sellers of the session'],
  ['Co-occurrence', 'co-occurrence'],
  ['Sequential', 'sequential rules'],
  ['VMIS-kNN as shipped', 'VMIS-kNN as shipped'],
  ['VMIS-kNN tuned', 'VMIS-kNN tuned'],
  ['Content', 'content alone'],
  [oursName, '**Regulars**'],
];

interface Set {
  readonly title: string;
  readonly evaluation: Evaluation;
}

/** HR@20 and MRR@20 of every set, side by side, then the same where only products not yet seen count. */
export function evaluateTable(sets: readonly Set[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const predictions = (part: 'all' | 'unseen') =>
    sets.map(({ evaluation }) => evaluation[part][0]?.predictions.toLocaleString('en') ?? '–');
  return [
    line(['HR@20 (95 %) / MRR@20 (95 %)', 'settings tried', ...sets.map(({ title }) => title)]),
    line(['---', '---:', ...sets.map(() => '---')]),
    ...compared.map(([start, name]) => line([name, tried(sets, start), ...cells(sets, start, 'all')])),
    line(['predictions', '', ...predictions('all')]),
    ...compared
      .filter(
        ([start]) => start === oursName || start.startsWith('Popularity, half') || start.startsWith('VMIS'),
      )
      .map(([start, name]) =>
        line([`only unseen: ${name}`, tried(sets, start), ...cells(sets, start, 'unseen')]),
      ),
    line(['only unseen: predictions', '', ...predictions('unseen')]),
    '',
  ].join('\n');
}

const find = ({ evaluation }: Set, start: string, part: 'all' | 'unseen') =>
  evaluation[part].find(({ name }) => name.startsWith(start));

function cells(sets: readonly Set[], start: string, part: 'all' | 'unseen'): string[] {
  return sets.map((set) => {
    const row = find(set, start, part);
    if (!row) return '–';
    const ratio = (value: number, [low, high]: readonly [number, number]): string =>
      `${value.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
    return `${ratio(row.hitRate20, row.hitRate20Interval)} / ${ratio(row.mrr20, row.mrr20Interval)}`;
  });
}

/** One number where all sets tried as many, else from and to. */
function tried(sets: readonly Set[], start: string): string {
  const counts = sets.flatMap((set) => find(set, start, 'all')?.tried ?? []);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? String(least) : `${least}–${most}`;
}

/** Writes the table between the README's markers. Throws when they are gone. */
export function writeReadmeTable(sets: Parameters<typeof evaluateTable>[0]): void {
  const text = readFileSync(readme, 'utf8');
  if (!between.test(text))
    throw new Error('README.md has no <!-- evaluate:start --> and <!-- evaluate:end -->');
  writeFileSync(
    readme,
    text.replace(between, (_all, start: string, end: string) => `${start}${evaluateTable(sets)}${end}`),
  );
}
