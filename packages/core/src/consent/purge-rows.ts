import type { ConsentPurpose } from '@regulars/schema';
import type { RowBase } from '../storage/rows.ts';
import type { StoreName } from '../storage/storage-port.ts';
import { allPurposes, ID_KEY, identityPurposes } from './purpose-table.ts';

/** Stores that one purpose covers as a whole. */
export const wholeStores: Readonly<Partial<Record<ConsentPurpose, readonly StoreName[]>>> = {
  analytics: ['log', 'dest', 'dead', 'sess'],
  personalization: ['profile'],
};

/** Stores whose rows' keys begin with their own purpose. */
export const keyedStores: readonly StoreName[] = ['decision', 'feature', 'play', 'kv'];

/** Removes what only refused purposes cover from a database that exists; deletes one that would be left empty. */
export async function purgeRows(base: RowBase<StoreName>, refused: readonly ConsentPurpose[]): Promise<void> {
  const whole = refused.flatMap((one) => wholeStores[one] ?? []);
  const left = await base.run([...whole, ...keyedStores], 'readwrite', async (rows) => {
    for (const name of whole) await rows[name].delete({});
    for (const name of keyedStores)
      for (const one of refused) await rows[name].delete({ from: `${one}/`, to: `${one}/\uffff` });
    if (identityPurposes.every((one) => refused.includes(one)))
      await rows.kv.delete({ from: ID_KEY, to: ID_KEY });
    // Only what the visitor's own act needed can be left, when nothing is granted.
    return (await rows.play.entries({}, 1)).length + (await rows.kv.entries({}, 1)).length;
  });
  if (left === 0 && refused.length === allPurposes.length - 1) await base.erase();
}
