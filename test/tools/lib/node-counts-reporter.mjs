import { relative } from 'node:path';

/**
 * Reporter for `node --test`: one JSON document with the counts, in all and by file, and the names of skipped and failed tests.
 * Suites are not counted, nor are the entries node:test makes for a file that ran no test of its own.
 */
export default async function* nodeCounts(events) {
  const counts = { passed: 0, failed: 0, skipped: 0, skips: [], failures: [], files: {} };
  for await (const { type, data } of events)
    if (type === 'test:pass' || type === 'test:fail') add(counts, type, data);
  yield `${JSON.stringify(counts)}\n`;
}

/** What the entry counts as: `passed`, `failed`, `skipped` or, for a suite or a file, undefined. */
function kindOf(type, data) {
  if (data.skip !== undefined || data.todo !== undefined) return 'skipped';
  const isSuite = data.details?.type === 'suite';
  const isFile = data.nesting === 0 && /\.(ts|mjs)$/.test(data.name);
  if (type === 'test:pass') return isSuite || isFile ? undefined : 'passed';
  return isFile || !isSuite || data.details?.error?.failureType !== 'subtestsFailed' ? 'failed' : undefined;
}

function add(counts, type, data) {
  const kind = kindOf(type, data);
  if (kind === undefined) return;
  const file = relative(process.cwd(), data.file ?? data.name);
  counts.files[file] ??= { passed: 0, failed: 0, skipped: 0 };
  counts.files[file][kind] += 1;
  counts[kind] += 1;
  const { name } = data;
  if (kind === 'skipped') counts.skips.push({ name, engine: 'node' });
  const { error } = data.details ?? {};
  const why = error?.cause?.message ?? error?.message;
  if (kind === 'failed') counts.failures.push({ name, engine: 'node', file, why });
}
