import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Row } from '../row.ts';
import type { Figures } from './figures.ts';

const number = (value: number): string => (value >= 100 ? String(Math.round(value)) : value.toFixed(1));

/** The figures as tables. */
function journeyTable(all: Readonly<Record<string, Figures>>, rows: readonly Row[]): string {
  const names = Object.keys(all);
  const line = (what: string, of: (one: Figures) => string): string =>
    `| ${what} | ${names.map((name) => of(all[name] as Figures)).join(' | ')} |`;
  return [
    `| | ${names.join(' | ')} |`,
    `| --- | ${names.map(() => '---:').join(' | ')} |`,
    line('bundle, B gzip', (one) => String(one.gzipBytes)),
    line('start at 4x, autocapture off, ms', (one) => number(one.startMs)),
    line('start at 4x, autocapture on, ms', (one) => number(one.startAutoMs)),
    line('`track()`, µs (loops)', (one) => `${number(one.trackUs)} (${one.loops})`),
    ...['SIGKILL', 'tab close', 'navigation'].map((how) =>
      line(`of 100 survive: ${how}`, (one) => String(one.survive[how])),
    ),
    line('storage with 1,000 queued, B', (one) => number(one.storedBytes)),
    '',
    '| Required of ours | value | limit | holds |',
    '| --- | ---: | ---: | --- |',
    ...rows
      .filter(({ required }) => required)
      .map(
        ({ what, ours, unit, limit, holds }) =>
          `| ${what} | ${number(ours)} ${unit} | ${limit === null ? '' : number(limit)} | ${holds ? 'yes' : 'no'} |`,
      ),
    '',
  ].join('\n');
}

const readme = fileURLToPath(new URL('../../../README.md', import.meta.url));
const between = /(<!-- journey:start -->\n)[\s\S]*?(<!-- journey:end -->)/;

/** Writes the tables between the README's markers. Throws when those are gone. */
export function writeJourneyTable(all: Readonly<Record<string, Figures>>, rows: readonly Row[]): void {
  const text = readFileSync(readme, 'utf8');
  if (!between.test(text))
    throw new Error('README.md has no <!-- journey:start --> and <!-- journey:end -->');
  writeFileSync(
    readme,
    text.replace(between, (_all, start: string, end: string) => start + journeyTable(all, rows) + end),
  );
}
