import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { inRoot } from './project.mjs';

/**
 * Counts of one runner: `{ passed, failed, skipped }`, with what it skipped (array of `{ name, engine }`) and what failed or passed
 * at its second try only (arrays of `{ name, engine, file, why }`; `file` and `why` may be absent).
 */
export const noCounts = () => ({
  passed: 0,
  failed: 0,
  skipped: 0,
  skips: [],
  failures: [],
  secondTries: [],
});

/** Adds counts of a runner to a total, in place. */
export function addCounts(total, counts) {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  total.skips.push(...counts.skips);
  total.failures.push(...(counts.failures ?? []));
  total.secondTries.push(...(counts.secondTries ?? []));
}

/** What a reporter of ours wrote; a run that ended without writing counts as one failure. */
export function readCounts(file, code) {
  if (!existsSync(file)) return { ...noCounts(), failed: 1 };
  const counts = JSON.parse(readFileSync(file, 'utf8'));
  const silentFailure = code !== 0 && counts.failed === 0;
  return { ...counts, failed: counts.failed + (silentFailure ? 1 : 0) };
}

/** The permitted skips: array of `{ test, engine, reason }`; `test` is a name or its beginning, `engine` may be `any`. */
export const permittedSkips = () => JSON.parse(readFileSync(inRoot('test/skips.json'), 'utf8'));

/** The skipped tests that nobody listed: array of `{ name, engine }`. */
export function unlistedSkips(skips, permitted = permittedSkips()) {
  const isListed = ({ name, engine }) =>
    permitted.some((skip) => (skip.engine === 'any' || skip.engine === engine) && name.startsWith(skip.test));
  return skips.filter((skip) => !isListed(skip));
}

/** Lines of a reason that the end of a run shows: the sentence, and what differs. */
const mostLines = 15;

/** What failed and what needed a second try, as lines for the end of a run; a failure with its reason, without colours. */
export function tellFailures({ failures, secondTries }) {
  const told = ({ engine, file = '', name, why = '' }) => {
    const [first, ...more] = stripVTControlCharacters(why)
      .split('\n')
      .filter((line) => line.trim() !== '');
    return [`${engine}: ${file}: ${name}: ${first ?? ''}`, ...more];
  };
  return [
    ...secondTries.map((one) => `passed at the second try: ${told(one)[0]}`),
    ...failures.flatMap((one) => {
      const [first, ...more] = told(one);
      return [`failed: ${first}`, ...more.slice(0, mostLines - 1).map((line) => `    ${line}`)];
    }),
  ];
}

/** The last line of a run. */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
