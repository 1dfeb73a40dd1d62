import type { Finding } from './explain-issue.ts';

const unsafeKeys = new Set(['__proto__', 'constructor', 'prototype']);
const maxDepth = 64;
/** Characters of one text at most; the device refuses longer ones too (CAMPAIGNS, ruling 2). */
const maxLength = 10_000;

/** Keys that could change how objects behave, endless texts, and nesting that could exhaust the stack. Runs before anything else reads the value. */
export function findUnsafe(root: unknown): readonly Finding[] {
  const findings: Finding[] = [];
  // A stack of our own: the value may be deeper than the engine's.
  const open: { value: unknown; path: readonly PropertyKey[] }[] = [{ value: root, path: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && value.length > maxLength) findings.push(explainLength(value, path));
    if (typeof value !== 'object' || value === null) continue;
    if (path.length > maxDepth) {
      findings.push({
        code: 'too-deep',
        path: path.slice(0, 8),
        what: 'nesting deeper than 64 levels',
        why: 'No document needs it, and it could harm the browser.',
        fix: 'Flatten it.',
      });
      return findings;
    }
    for (const key of Object.keys(value)) {
      const inner = [...path, Array.isArray(value) ? Number(key) : key];
      if (unsafeKeys.has(key)) findings.push(explainUnsafe(key, inner));
      else open.push({ value: Object.getOwnPropertyDescriptor(value, key)?.value, path: inner });
    }
  }
  return findings;
}

const explainLength = (value: string, path: readonly PropertyKey[]): Finding => ({
  code: 'too-long',
  path,
  what: `${value.length} characters`,
  why: `A text has at most ${maxLength} characters: every visitor's browser loads it.`,
  fix: 'Shorten it, or link to a page.',
});

const explainUnsafe = (key: string, path: readonly PropertyKey[]): Finding => ({
  code: 'unsafe-key',
  path,
  what: JSON.stringify(key),
  why: 'This name has a meaning of its own in browsers and could be used for an attack.',
  fix: 'Choose another name.',
});
