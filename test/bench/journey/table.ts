import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Row } from '../row.ts';
import { median, spread } from '../statistics.ts';
import type { Figures } from './figures.ts';

const number = (value: number): string => (value >= 100 ? String(Math.round(value)) : value.toFixed(1));

/** Median and half the distance between the quartiles. */
const spreadOut = (values: readonly number[]): string =>
  `${number(median(values))} ± ${number(spread(values))}`;

/** All rounds. */
const between = (values: readonly number[]): string => {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? String(least) : `${least} to ${most}`;
};

/** The figures as tables. */
function journeyTable(all: Readonly<Record<string, Figures>>, rows: readonly Row[]): string {
  const names = Object.keys(all);
  const line = (what: string, of: (one: Figures) => string): string =>
    `| ${what} | ${names.map((name) => of(all[name] as Figures)).join(' | ')} |`;
  return [
    `| | ${names.join(' | ')} |`,
    `| --- | ${names.map(() => '---:').join(' | ')} |`,
    line('bundle, B gzip', (one) => String(one.gzipBytes)),
    line('file, start and what follows at 4x, autocapture off, ms', (one) => spreadOut(one.startMs)),
    line('the same, autocapture on, ms', (one) => spreadOut(one.startAutoMs)),
    line('`track()`, µs (loops)', (one) => `${spreadOut(one.trackUs)} (${one.trackUs.length})`),
    line('of 100 come, collector up', (one) => String(one.control)),
    ...['SIGKILL', 'tab close', 'navigation'].map((how) =>
      line(`of 100 survive: ${how}`, (one) => between(one.survive[how] ?? [])),
    ),
    line('storage with 1,000 queued, B', (one) => number(median(one.storedBytes))),
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
const marked = /(<!-- journey:start -->\n)[\s\S]*?(<!-- journey:end -->)/;

/** Writes the tables between the README's markers. Throws when those are gone. */
export function writeJourneyTable(all: Readonly<Record<string, Figures>>, rows: readonly Row[]): void {
  const text = readFileSync(readme, 'utf8');
  if (!marked.test(text)) throw new Error('README.md has no <!-- journey:start --> and <!-- journey:end -->');
  writeFileSync(
    readme,
    text.replace(marked, (_all, start: string, end: string) => start + journeyTable(all, rows) + end),
  );
}
