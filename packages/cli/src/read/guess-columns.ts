import { columnNames as names, type Role } from './column-names-table.ts';
import { guessDateOrder, parseTime } from './parse-time.ts';
import type { Table } from './table.ts';

/** Column of each role that was found: place in the row and the name in the header. */
export type Columns = Readonly<Partial<Record<Role, { readonly at: number; readonly name: string }>>>;

/**
 * Guesses which column holds what: by name first; a time that no name gives away by its content.
 * @param options.roles roles that this kind of file has, in the order in which they may take a column.
 * @param options.overrides column names the caller is sure of, by role; one that this file has not is passed over.
 */
export function guessColumns(
  table: Table,
  options: { readonly roles: readonly Role[]; readonly overrides: Readonly<Partial<Record<Role, string>>> },
): Columns {
  const found: Partial<Record<Role, { at: number; name: string }>> = {};
  const free = new Set(table.header.keys());
  const take = (role: Role, at: number): void => {
    free.delete(at);
    found[role] = { at, name: table.header[at] ?? '' };
  };
  for (const role of options.roles) {
    const wanted = options.overrides[role];
    if (wanted === undefined) continue;
    const at = table.header.indexOf(wanted);
    if (at >= 0) take(role, at);
  }
  for (const role of options.roles.filter((one) => !found[one])) {
    // The whole name says more than its end: of visitor.id and product.id one is the product.
    const at = [whole, end]
      .flatMap((part) =>
        names[role].map((name) => [...free].find((place) => part(table.header[place] ?? '') === name)),
      )
      .find((place) => place !== undefined);
    if (at !== undefined) take(role, at);
  }
  if (options.roles.includes('time') && !found.time) {
    const at = [...free].find((place) => looksLikeTime(table.sample.map((row) => row[place] ?? '')));
    if (at !== undefined) take('time', at);
  }
  return found;
}

const whole = (name: string): string => bare(name);
/** `properties.product_id` is a product id. */
const end = (name: string): string => bare(name.replace(/^.*\./, ''));

function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function looksLikeTime(values: readonly string[]): boolean {
  const filled = values.filter((value) => value !== '');
  const order = guessDateOrder(filled);
  return filled.length > 0 && filled.every((value) => parseTime(value, order) !== null);
}
