import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Size } from './measure.ts';

const readme = fileURLToPath(new URL('../../../README.md', import.meta.url));
const between = /(<!-- sizes:start -->\n)[\s\S]*?(<!-- sizes:end -->)/;

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(bytes < 1000 ? 2 : 1)} kB`;

/** The README's table, kilobytes of 1000 bytes. */
export function sizeTable(sizes: readonly Size[]): string {
  const rows = sizes.map(({ what, gzipBytes, brotliBytes, budget }) => {
    const limit = budget === null ? '' : kilobytes(budget.limitBytes);
    const goal = budget?.goalBytes === undefined ? limit : `${kilobytes(budget.goalBytes)} (not reached)`;
    return `| ${what} | ${kilobytes(gzipBytes)} | ${kilobytes(brotliBytes)} | ${limit} | ${goal} |`;
  });
  return [
    '| What | gzip | Brotli | limit (gzip) | goal (gzip) |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
  ].join('\n');
}

/** The table that the README shows now. Throws when its markers are gone. */
export function readmeTable(): string {
  const found = between.exec(readFileSync(readme, 'utf8'));
  if (!found) throw new Error('README.md has no <!-- sizes:start --> and <!-- sizes:end -->');
  return found[0].replace(/<!-- sizes:(start|end) -->\n?/g, '');
}

/** Writes the table between the README's markers. */
export function writeReadmeTable(sizes: readonly Size[]): void {
  readmeTable();
  const text = readFileSync(readme, 'utf8');
  writeFileSync(
    readme,
    text.replace(between, (_all, start: string, end: string) => `${start}${sizeTable(sizes)}${end}`),
  );
}
