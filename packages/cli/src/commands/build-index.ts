import { type BuildIndexResult, buildIndex } from '../index/build-index.ts';
import type { Role } from '../read/guess-columns.ts';
import { productRoles } from '../read/read-products.ts';
import { clickRoles, orderRoles } from '../read/read-visits.ts';
import type { Terminal } from '../terminal.ts';
import { type Command, type CommandInput, type CommandOption, UsageError } from './command.ts';

const roles: readonly Role[] = [...new Set([...clickRoles, ...orderRoles, ...productRoles])];
const columnOptions: Readonly<Record<string, CommandOption>> = Object.fromEntries(
  roles.map((role) => [`${role}-col`, { type: 'string', help: `name of the column with the ${role}` }]),
);

/** Builds a recommendation index from exports. */
export const buildIndexCommand: Command = {
  name: 'build-index',
  summary: 'Build a recommendation index from click and order exports (CSV, TSV, gzip).',
  usage: 'build-index [--clicks FILE] [--orders FILE] [--products FILE] --out FOLDER',
  options: {
    clicks: { type: 'string', help: 'looks at products: visitor or session, product, time' },
    orders: { type: 'string', help: 'lines of orders: order, product, time, quantity, price' },
    products: { type: 'string', help: 'product list or feed: id, title, url, image, price, category' },
    out: { type: 'string', help: 'folder to write; upload it to any static host' },
    floor: { type: 'string', help: 'visitors that must stand behind a pair or a count (default 3)' },
    currency: { type: 'string', help: 'currency of prices that name none, such as EUR' },
    json: { type: 'boolean', help: 'print the result as JSON' },
    ...columnOptions,
  },
  examples: [
    'build-index --clicks clicks.csv --products products.csv --currency EUR --out index',
    'build-index --orders orders.csv.gz --customer-col Kunde --out index --floor 5',
  ],
  async run(input, terminal) {
    const { out, clicks, orders, products, currency } = texts(input);
    if (!out) throw new UsageError('Name the folder to write with --out.');
    if (!clicks && !orders) throw new UsageError('Name an export with --clicks or --orders.');
    const columns = Object.fromEntries(roles.map((role) => [role, texts(input)[`${role}-col`]] as const));
    const result = await buildIndex({
      ...{ out, clicks, orders, products, currency, columns },
      floor: readFloor(texts(input).floor),
      step: terminal.progress,
    });
    if (input.options.json) terminal.out(JSON.stringify({ ...result, manifest: summary(result) }));
    else print(result, out, terminal);
    return 0;
  },
};

function texts({ options }: CommandInput): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
  );
}

function readFloor(text: string | undefined): number {
  const floor = Number(text ?? 3);
  if (!Number.isInteger(floor) || floor < 1) {
    throw new UsageError(`--floor is ${text}; it must be a whole number from 1.`);
  }
  return floor;
}

function summary({ manifest }: BuildIndexResult) {
  const { version, builtAt, parameters, accuracy, rowShards, cardShards, lookupShards } = manifest;
  return { version, builtAt, parameters, accuracy, rowShards, cardShards, lookupShards };
}

function print(result: BuildIndexResult, out: string, terminal: Terminal): void {
  const { manifest, guesses, dropped, bytes } = result;
  for (const guess of guesses) terminal.out(`Read    ${guess}`);
  for (const { reason, count, examples } of dropped) {
    terminal.out(`Left    ${count.toLocaleString('en')} × ${reason} (${examples.join('; ')})`);
  }
  const { accuracy, parameters, rowShards, cardShards, lookupShards, version } = manifest;
  terminal.out(`Floor   ${parameters.floor} visitors, told apart by ${parameters.visitor}`);
  if (accuracy) {
    const share = (hitRate: number): string => `${Math.round(hitRate * 100)} of 100`;
    terminal.out(
      `Reach   ${share(accuracy.index.hitRate20)} next products on the last days; best-sellers ${share(accuracy.popularity.hitRate20)}`,
    );
  }
  const files = rowShards.length + cardShards.length + lookupShards.length + 2;
  terminal.out(
    `${terminal.paint('green', 'Wrote')}   ${out}: version ${version}, ${files} files, ${Math.round(bytes / 1000)} kB; read ${out}/report.md`,
  );
}
