import type { Run } from '../row.ts';
import { measureSizes } from './measure.ts';
import { writeReadmeTable } from './readme-table.ts';

/** Sizes per entry, dependencies included; writes the README's table. */
export const run: Run = async ({ log }) => {
  const sizes = await measureSizes();
  writeReadmeTable(sizes);
  log('README.md: table written');
  return sizes.flatMap(({ what, gzipBytes, brotliBytes, limitBytes }) => [
    {
      what,
      unit: 'B gzip',
      ours: gzipBytes,
      rivals: {},
      limit: limitBytes,
      required: limitBytes !== null,
      holds: limitBytes === null || gzipBytes <= limitBytes,
    },
    { what, unit: 'B brotli', ours: brotliBytes, rivals: {}, limit: null, required: false, holds: true },
  ]);
};
