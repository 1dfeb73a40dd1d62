import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Evaluation, oursName } from '@regulars/cli';

const readme = fileURLToPath(new URL('../../../README.md', import.meta.url));
const between = /(<!-- evaluate:start -->\n)[\s\S]*?(<!-- evaluate:end -->)/;

/** Rows that a reader compares; `regulars evaluate` prints all. */
const compared: readonly (readonly [start: string, shown: string])[] = [
  ['Popularity, half-life', 'best sellers, decayed'],
  ['Popularity within', 'best sellers of the session'],
  ['Co-occurrence', 'co-occurrence'],
  ['Sequential', 'sequential rules'],
  ['VMIS-kNN as shipped', 'VMIS-kNN as shipped'],
  ['VMIS-kNN tuned', 'VMIS-kNN tuned'],
  [oursName, '**Regulars**'],
];

/** HR@20 and MRR@20 of every set, side by side. */
export function evaluateTable(
  sets: readonly { readonly title: string; readonly evaluation: Evaluation }[],
): string {
  const cell = (evaluation: Evaluation, start: string): string => {
    const row = evaluation.all.find(({ name }) => name.startsWith(start));
    if (!row) return '–';
    const [low, high] = row.hitRate20Interval;
    return `${row.hitRate20.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)}) / ${row.mrr20.toFixed(3)}`;
  };
  return [
    `| HR@20 (95 %) / MRR@20 | ${sets.map(({ title }) => title).join(' | ')} |`,
    `| --- |${' --- |'.repeat(sets.length)}`,
    ...compared.map(
      ([start, name]) => `| ${name} | ${sets.map(({ evaluation }) => cell(evaluation, start)).join(' | ')} |`,
    ),
    `| predictions | ${sets.map(({ evaluation }) => (evaluation.all[0]?.predictions ?? 0).toLocaleString('en')).join(' | ')} |`,
    '',
  ].join('\n');
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
