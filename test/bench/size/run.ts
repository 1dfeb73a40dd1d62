import { atMost, type Run, shown } from '../row.ts';
import { measureSizes } from './measure.ts';
import { writeReadmeTable } from './readme-table.ts';

/** Sizes per entry, dependencies included; writes the README's table. */
export const run: Run = async ({ log }) => {
  const sizes = await measureSizes();
  writeReadmeTable(sizes);
  log('README.md: table written');
  return sizes.flatMap(({ what, gzipBytes, brotliBytes, budget }) => [
    budget === null ? shown(what, 'B gzip', gzipBytes) : atMost(what, 'B gzip', gzipBytes, budget.limitBytes),
    ...(budget?.goalBytes === undefined
      ? []
      : [{ ...atMost(`${what}: goal`, 'B gzip', gzipBytes, budget.goalBytes), required: false }]),
    shown(what, 'B brotli', brotliBytes),
  ]);
};
