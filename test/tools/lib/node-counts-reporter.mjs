/**
 * Reporter for `node --test`: one JSON document with the counts and the names of skipped tests. Suites are not counted, nor
 * are the entries node:test makes for a file that ran no test of its own.
 */
export default async function* nodeCounts(events) {
  const counts = { passed: 0, failed: 0, skipped: 0, skips: [] };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const isSuite = data.details?.type === 'suite';
    const isFile = data.nesting === 0 && /\.(ts|mjs)$/.test(data.name);
    if (data.skip !== undefined || data.todo !== undefined) {
      counts.skipped += 1;
      counts.skips.push({ name: data.name, engine: 'node' });
    } else if (type === 'test:fail') {
      if (isFile || !isSuite || data.details?.error?.failureType !== 'subtestsFailed') counts.failed += 1;
    } else if (!isSuite && !isFile) counts.passed += 1;
  }
  yield `${JSON.stringify(counts)}\n`;
}
