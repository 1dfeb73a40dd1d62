import type { ConsentPurpose } from '@regulars/schema';
import type { RowBase } from '../storage/rows.ts';
import type { StoreName } from '../storage/storage-port.ts';
import { allPurposes } from './purpose-table.ts';

/** Removes what no granted purpose covers. Makes no database. Rejects when that fails: the next page tries again. */
export async function purgeStorage(
  base: RowBase<StoreName>,
  allows: (purpose: ConsentPurpose) => boolean,
): Promise<void> {
  const refused = allPurposes.filter((one) => !allows(one));
  if (!refused[0] || (base.mode() === null && !(await base.exists()))) return;
  await (await import('./purge-rows.ts')).purgeRows(base, refused);
}
