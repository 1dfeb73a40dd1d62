import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseResult } from './cases.ts';

/** Counts of one library in one place. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Not applicable; the nearest case passed or failed. */
  readonly notApplicable: number;
  readonly nearestFailed: number;
}

export function tally(cases: readonly CaseResult[]): Tally {
  const count = (test: (one: CaseResult) => boolean): number => cases.filter(test).length;
  return {
    passed: count((one) => one.passed && one.notApplicable === undefined),
    failed: count((one) => !one.passed && one.notApplicable === undefined),
    notApplicable: count((one) => one.notApplicable !== undefined),
    nearestFailed: count((one) => !one.passed && one.notApplicable !== undefined),
  };
}

const short: Readonly<Record<string, string>> = {
  chromium: 'C',
  phone: 'CP',
  firefox: 'F',
  'firefox-phone': 'FP',
};

/** Name of a failure's picture: one per library, scenario and place. */
export const pictureName = (library: string, id: string, place: string): string =>
  `${library}-${id}-${place}.jpg`;

function cell(cases: readonly CaseResult[], pictures: string): string {
  if (cases.length === 0) return '';
  const lost = cases.filter(({ passed }) => !passed);
  const asked = cases.some(({ notApplicable }) => notApplicable !== undefined) ? 'n/a ' : '';
  if (lost.length === 0) return `${asked}pass`;
  const places = lost.map(({ library, id, place }) => {
    const name = pictureName(library, id, place);
    return existsSync(join(pictures, name))
      ? `[${short[place] ?? place}](tours/${name})`
      : (short[place] ?? place);
  });
  return `${asked}**fail** ${places.join(' ')}`;
}

/** The table of all scenarios and libraries, with each failure's picture and what is not applicable and why. */
export function writeTable(options: {
  readonly cases: readonly CaseResult[];
  readonly libraries: readonly { readonly name: string; readonly version: string }[];
  readonly pictures: string;
}): string {
  const { cases, libraries, pictures } = options;
  const of = (library: string, id?: string): readonly CaseResult[] =>
    cases.filter((one) => one.library === library && (id === undefined || one.id === id));
  const ids = [...new Map(cases.map(({ id, title }) => [id, title]))].sort(([a], [b]) => a.localeCompare(b));
  const head = ['', 'Scenario', ...libraries.map(({ name, version }) => `${name} ${version}`)];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const places = [...new Set(cases.map(({ place }) => place))];
  const sums = places.map((place) => {
    const counts = libraries.map(({ name }) => tally(of(name).filter((one) => one.place === place)));
    return line([
      '',
      `${place}: pass / fail / n/a`,
      ...counts.map(({ passed, failed, notApplicable }) =>
        passed + failed + notApplicable > 0 ? `${passed} / ${failed} / ${notApplicable}` : 'not played',
      ),
    ]);
  });
  const reasons = libraries.map(({ name }) => {
    const lines = [
      ...new Map(
        of(name).flatMap(({ id, notApplicable }) => (notApplicable ? [[id, notApplicable] as const] : [])),
      ),
    ]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([id, reason]) => `- ${id}: ${reason}`);
    return lines.length > 0 ? `### ${name}\n\n${lines.join('\n')}\n` : '';
  });
  return [
    '# Tours: sixty scenarios, six libraries',
    '',
    'Written by `npm run bench -- tours`. C: Chromium desktop, CP: Chromium phone, F: Firefox desktop, FP: Firefox in the size of a phone.',
    'A letter is a place where the scenario fails and leads to its picture. n/a: the scenario cannot be said to that library; the word after it',
    'is of the nearest case that can, which is listed below.',
    '',
    line(head),
    line(head.map(() => '---')),
    ...sums,
    ...ids.map(([id, title]) =>
      line([id, title, ...libraries.map(({ name }) => cell(of(name, id), pictures))]),
    ),
    '',
    '## Not applicable, and what was tested instead',
    '',
    ...reasons.filter((one) => one !== ''),
  ].join('\n');
}
