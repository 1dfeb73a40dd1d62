import { parseNumber } from '../read/parse-number.ts';
import { readTable } from '../read/read-table.ts';
import type { RowsById } from './quantise-rows.ts';

/** Neighbours that a row keeps. */
const most = 20;

/**
 * Reads rows that a database counted (`product`, `other`, `weight`; weights of a product sum to 1), as `regulars sql` ends.
 * @throws Error when the file cannot be read or has not these columns.
 */
export async function readGivenRows(file: string): Promise<RowsById> {
  const table = await readTable(file);
  const [product, other, weight] = ['product', 'other', 'weight'].map((name) => table.header.indexOf(name));
  if (product === undefined || other === undefined || weight === undefined || product * other * weight < 0)
    throw new Error(
      `${file}: rows need the columns product, other, weight; there are ${table.header.join(', ')}.`,
    );
  const links = new Map<string, { readonly id: string; readonly share: number }[]>();
  for await (const row of table.rows()) {
    const share = parseNumber(row[weight] ?? '') ?? 0;
    const [from = '', id = ''] = [row[product], row[other]];
    if (share <= 0 || from === '' || id === '' || from === id) continue;
    const found = links.get(from) ?? [];
    found.push({ id, share });
    links.set(from, found);
  }
  const byShare = (a: { id: string; share: number }, b: { id: string; share: number }): number =>
    b.share - a.share || (a.id < b.id ? -1 : 1);
  return new Map(
    [...links]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([from, row]) => [
        from,
        row
          .sort(byShare)
          .slice(0, most)
          .map(
            ({ id, share }) => [id, Math.max(1, Math.round(255 * Math.sqrt(Math.min(1, share))))] as const,
          ),
      ]),
  );
}
