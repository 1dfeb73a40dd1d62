import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesBelow, readJson, readText } from './support/source-files.ts';

const range = (letter: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `${letter}${String(from + at).padStart(2, '0')}`);

/** Every scenario of the research lists that the product answers for. */
const numbers = [
  ...range('J', 1, 60),
  ...range('T', 1, 60),
  ...range('C', 1, 35),
  'C61',
  ...range('W', 36, 60),
  ...range('R', 1, 47),
];

const scenarios = readJson<Record<string, string>>('test/scenarios.json');

/** Ids at the start of a test's name, such as in `test('T12: …`. */
const testedIds = (): Set<string> => {
  const files = filesBelow('.', (path) => /\.(test|flow)\.ts$/.test(path));
  const named = /\b(?:it|test)(?:\.\w+)?\(\s*[`'"]([JTCWR]\d{2})\b/g;
  return new Set(files.flatMap((path) => [...readText(path).matchAll(named)].map((match) => match[1] ?? '')));
};

test('every scenario number has a row and no row is unknown', () => {
  assert.deepEqual(Object.keys(scenarios).sort(), [...numbers].sort());
});

test('every row says covered, how it differs, or which issue is to cover it', () => {
  const wrong = Object.entries(scenarios).filter(
    ([, state]) => !/^(covered|differs: .{10,}|open: \d+)$/.test(state),
  );
  assert.deepEqual(wrong, []);
});

test('every covered or differing scenario has a test whose name starts with its id', () => {
  const tested = testedIds();
  const promised = Object.entries(scenarios).filter(([, state]) => !state.startsWith('open'));
  assert.deepEqual(
    promised.filter(([id]) => !tested.has(id)),
    [],
  );
});

test('every permitted skip names its test, its engine and its reason', () => {
  const engines = ['any', 'node', 'chromium', 'phone', 'firefox', 'webkit'];
  const skips = readJson<{ test?: unknown; engine?: unknown; reason?: unknown }[]>('test/skips.json');
  const wrong = skips.filter(
    ({ test: name, engine, reason }) =>
      typeof name !== 'string' ||
      name.length < 5 ||
      !engines.includes(String(engine)) ||
      typeof reason !== 'string' ||
      reason.length < 5,
  );
  assert.deepEqual(wrong, []);
});
