import type { Role } from '../read/guess-columns.ts';
import { productRoles } from '../read/read-products.ts';
import { clickRoles, orderRoles } from '../read/read-visits.ts';
import { type CommandInput, type CommandOption, UsageError } from './command.ts';

const roles: readonly Role[] = [...new Set([...clickRoles, ...orderRoles, ...productRoles])];

/** `--<role>-col` for every role that a column of an export may have. */
export const columnOptions: Readonly<Record<string, CommandOption>> = Object.fromEntries(
  roles.map((role) => [`${role}-col`, { type: 'string', help: `name of the column with the ${role}` }]),
);

/** Column names by role as the call gives them. */
export function readColumns(input: CommandInput): Readonly<Partial<Record<Role, string>>> {
  return Object.fromEntries(roles.map((role) => [role, texts(input)[`${role}-col`]] as const));
}

/** The options that have a text. */
export function texts({ options }: CommandInput): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
  );
}

/**
 * Reads `--floor` (default 3).
 * @throws UsageError when it is no whole number from 1.
 */
export function readFloor(text: string | undefined): number {
  const floor = Number(text ?? 3);
  if (!Number.isInteger(floor) || floor < 1) {
    throw new UsageError(`--floor is ${text}; it must be a whole number from 1.`);
  }
  return floor;
}
