import type { ConsentPurpose } from '@regulars/schema';
import type { RowRange } from './rows.ts';

/** A key with its purpose, as rows carry it. */
export const purposeKey = (purpose: ConsentPurpose, key: string): string => `${purpose}/${key}`;

/** Keys of one purpose: the key carries it, so that a withdrawal is one range. */
export function purposeRange(purpose: ConsentPurpose, prefix = ''): Required<RowRange> {
  return { from: `${purpose}/${prefix}`, to: `${purpose}/${prefix}\uffff` };
}
