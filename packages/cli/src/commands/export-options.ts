import type { BuildIndexOptions } from '../index/build-options.ts';
import { parseMemory } from '../index/memory.ts';
import type { Role } from '../read/column-names-table.ts';
import { productRoles } from '../read/read-products.ts';
import { clickRoles, orderRoles } from '../read/read-visits.ts';
import { type CommandInput, type CommandOption, UsageError } from './command.ts';

const roles: readonly Role[] = [...new Set([...clickRoles, ...orderRoles, ...productRoles])];

/** Options of every command that reads exports, with `--<role>-col` for every role that a column may have. */
export const exportOptions: Readonly<Record<string, CommandOption>> = {
  clicks: { type: 'string', help: 'looks at products: visitor or session, product, time' },
  orders: { type: 'string', help: 'lines of orders: order, product, time, quantity, price' },
  products: { type: 'string', help: 'product list or feed: id, title, url, image, price, category' },
  floor: { type: 'string', help: 'visitors that must stand behind a pair or a count (default 3)' },
  currency: { type: 'string', help: 'currency of prices that name none, such as EUR' },
  attributes: {
    type: 'string',
    help: 'columns that describe a product, with commas (default: colour, material …)',
  },
  memory: {
    type: 'string',
    help: 'memory such as 4GB: DuckDB works on disk beyond it (default 1GB), the built-in engine refuses (2.4GB)',
  },
  json: { type: 'boolean', help: 'print the result as JSON' },
  ...Object.fromEntries(
    roles.map((role) => [`${role}-col`, { type: 'string', help: `name of the column with the ${role}` }]),
  ),
};

/** What the options say of the exports. */
export type ExportInput = Pick<
  BuildIndexOptions,
  'clicks' | 'orders' | 'products' | 'currency' | 'columns' | 'attributes' | 'memory'
> & { readonly floor: number };

/**
 * Reads the options of `exportOptions`.
 * @throws UsageError when no export is named or the floor is no whole number from 1.
 */
export function readExportInput(input: CommandInput): ExportInput {
  const given = texts(input);
  const { clicks, orders, products, currency, attributes } = given;
  if (!clicks && !orders) throw new UsageError('Name an export with --clicks or --orders.');
  const columns = Object.fromEntries(roles.map((role) => [role, given[`${role}-col`]] as const));
  return {
    ...{ clicks, orders, products, currency, columns },
    ...{
      attributes: attributes?.split(','),
      floor: readFloor(given.floor),
      memory: readMemory(given.memory),
    },
  };
}

/** The options that have a text. */
export function texts({ options }: CommandInput): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
  );
}

/** Reads `--floor` (default 3). */
function readFloor(text: string | undefined): number {
  const floor = Number(text ?? 3);
  if (!Number.isInteger(floor) || floor < 1) {
    throw new UsageError(`--floor is ${text}; it must be a whole number from 1.`);
  }
  return floor;
}

/** Reads `--memory`, as bytes. */
function readMemory(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const bytes = parseMemory(text);
  if (bytes === null) throw new UsageError(`--memory is ${text}; it is an amount such as 800MB or 4GB.`);
  return bytes;
}
