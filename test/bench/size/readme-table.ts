import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Size } from './measure.ts';

const readme = fileURLToPath(new URL('../../../README.md', import.meta.url));
const between = /(<!-- sizes:start -->\n)[\s\S]*?(<!-- sizes:end -->)/;

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(bytes < 1000 ? 2 : 1)} kB`;

/** The README's table, kilobytes of 1000 bytes. */
export function sizeTable(sizes: readonly Size[]): string {
  const rows = sizes.map(({ what, gzipBytes, brotliBytes, limitBytes }) => {
    const limit = limitBytes === null ? '' : kilobytes(limitBytes);
    return `| ${what} | ${kilobytes(gzipBytes)} | ${kilobytes(brotliBytes)} | ${limit} |`;
  });
  return ['| What | gzip | Brotli | limit (gzip) |', '| --- | ---: | ---: | ---: |', ...rows, ''].join('\n');
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
