/** Holds every budget and the README's table. Prints what is over and resolves with false then. */
export async function checkSizes() {
  const { measureSizes } = await import('../../bench/size/measure.ts');
  const { readmeTable, sizeTable } = await import('../../bench/size/readme-table.ts');
  const sizes = await measureSizes().catch((error) => {
    console.error(error.message);
    return null;
  });
  if (sizes === null) return false;
  const over = sizes.filter(({ gzipBytes, budget }) => budget !== null && gzipBytes > budget.limitBytes);
  for (const { what, gzipBytes, budget } of over)
    console.error(`${what}: ${gzipBytes} B gzip, limit ${budget.limitBytes}`);
  const isShown = readmeTable() === sizeTable(sizes);
  if (!isShown) console.error('the table in README.md is not what was measured: run npm run bench -- size');
  return over.length === 0 && isShown;
}
