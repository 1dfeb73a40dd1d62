import type { Row } from '../row.ts';
import type { Figures } from './figures.ts';

const number = (value: number): string => (value >= 100 ? String(Math.round(value)) : value.toFixed(1));

/** The figures as a page. */
export function journeyTable(all: Readonly<Record<string, Figures>>, rows: readonly Row[]): string {
  const names = Object.keys(all);
  const line = (what: string, of: (one: Figures) => string): string =>
    `| ${what} | ${names.map((name) => of(all[name] as Figures)).join(' | ')} |`;
  return [
    '# Trackers compared',
    '',
    'Written by `npm run bench -- journey`; versions in `test/bench/package.json`. Each with the strongest persistence it documents, on its own origin',
    'and profile; the collector is down while events are tracked and the page ends, then a next visit comes with one event.',
    '',
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
