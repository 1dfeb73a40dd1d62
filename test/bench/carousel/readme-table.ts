import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { median } from '../statistics.ts';
import type { Found } from './contender.ts';
import { ranked } from './contenders-table.ts';

const readme = fileURLToPath(new URL('../../../README.md', import.meta.url));
const between = /(<!-- carousel:start -->\n)[\s\S]*?(<!-- carousel:end -->)/;

const labels: Readonly<Record<string, string>> = {
  regulars: '**Regulars**',
  [ranked.name]: 'Regulars, the same cards ranked and rendered by the element, with Lit',
};

/** One line a carousel, ours first, and last what no other does. */
export function carouselTable(found: readonly Found[]): string {
  const lines = found.map(({ name, visits, axe, reach }) => {
    const middle = (of: (visit: Found['visits'][number]) => number): number => median(visits.map(of));
    const cells = [
      labels[name] ?? name,
      `${(middle(({ bytes }) => bytes) / 1000).toFixed(1)} kB`,
      middle(({ shift }) => shift).toFixed(3),
      `${Math.round(middle(({ readyMs }) => readyMs))} ms`,
      String(axe.count),
      `${reach.cards} with ${reach.keys} keys`,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| 24 product cards of the page | gzip until ready | layout shift | main thread, 4x | axe findings | cards by keyboard |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
    '',
  ].join('\n');
}

/** Writes the table between the README's markers. Throws when they are gone. */
export function writeReadmeTable(found: readonly Found[]): void {
  const text = readFileSync(readme, 'utf8');
  if (!between.test(text))
    throw new Error('README.md has no <!-- carousel:start --> and <!-- carousel:end -->');
  writeFileSync(
    readme,
    text.replace(between, (_all, start: string, end: string) => `${start}${carouselTable(found)}${end}`),
  );
}
