import assert from 'node:assert/strict';
import test from 'node:test';
import { texts } from '../../packages/core/src/errors/problem-texts.dev.ts';
import { readText, sourcesOf } from './support/source-files.ts';

/** Ways in which browser code names a problem. */
const named = [
  /\bcode: '([a-z-]+)'/g,
  /\breporter\([\w.]+, '([a-z-]+)'/g,
  /\bnew Refusal\('([a-z-]+)'/g,
  /\bneed\([^;]*?, '([a-z-]+)'/g,
];

/** Thrown at the programmer with its own sentence, or answers of a server that elements show. */
const told = new Set(['key-missing']);

test('every problem that browser code reports has a sentence with its cure', () => {
  const files = ['core', 'sdk', 'adapters', 'widgets'].flatMap((name) => sourcesOf(`packages/${name}/src`));
  const without = files.flatMap((file) => {
    const code = readText(file);
    return named.flatMap((pattern) =>
      [...code.matchAll(pattern)].flatMap(([, name = '']) =>
        Object.hasOwn(texts, name) || told.has(name) ? [] : [`${name} in ${file}`],
      ),
    );
  });
  assert.deepEqual([...new Set(without)], []);
});

test('every sentence says what happened and ends', () => {
  for (const [code, text] of Object.entries(texts)) assert.match(text, /^[A-Z].{20,}\.$/, code);
});
