import type { ConsentPurpose } from '@regulars/schema';
import { purposeRange } from '../storage/purpose-range.ts';
import type { RowBase } from '../storage/rows.ts';
import type { StoreName } from '../storage/storage-port.ts';
import { allPurposes, identityPurposes, keyedStores, wholeStores } from './purpose-table.ts';

/** Key of the anonymous id in `kv`. */
export const ID_KEY = 'id';

/** Removes what no granted purpose covers. Makes no database; deletes one that would be left empty. */
export async function purgeStorage(
  base: RowBase<StoreName>,
  allows: (purpose: ConsentPurpose) => boolean,
): Promise<void> {
  const refused = allPurposes.filter((one) => !allows(one));
  if (refused.length === 0 || (base.mode() === null && !(await base.exists()))) return;
  const whole = refused.flatMap((one) => wholeStores[one] ?? []);
  const left = await base.run([...whole, ...keyedStores], 'readwrite', async (rows) => {
    for (const name of whole) await rows[name].delete({});
    for (const name of keyedStores) for (const one of refused) await rows[name].delete(purposeRange(one));
    if (!identityPurposes.some(allows)) await rows.kv.delete({ from: ID_KEY, to: ID_KEY });
    // Only what the visitor's own act needed can be left, when nothing is granted.
    return (await rows.play.entries({}, 1)).length + (await rows.kv.entries({}, 1)).length;
  });
  if (left === 0 && refused.length === allPurposes.length - 1) await base.erase();
}
