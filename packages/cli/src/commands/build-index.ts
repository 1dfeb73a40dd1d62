import { type BuildIndexResult, buildIndex } from '../index/build-index.ts';
import type { Terminal } from '../terminal.ts';
import { type Command, UsageError } from './command.ts';
import { columnOptions, readColumns, readFloor, texts } from './export-options.ts';

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
    attributes: {
      type: 'string',
      help: 'columns that describe a product, with commas (default: colour, material …)',
    },
    json: { type: 'boolean', help: 'print the result as JSON' },
    ...columnOptions,
  },
  examples: [
    'build-index --clicks clicks.csv --products products.csv --currency EUR --out index',
    'build-index --orders orders.csv.gz --customer-col Kunde --out index --floor 5',
  ],
  async run(input, terminal) {
    const { out, clicks, orders, products, currency, attributes } = texts(input);
    if (!out) throw new UsageError('Name the folder to write with --out.');
    if (!clicks && !orders) throw new UsageError('Name an export with --clicks or --orders.');
    const columns = readColumns(input);
    const result = await buildIndex({
      ...{ out, clicks, orders, products, currency, columns, attributes: attributes?.split(',') },
      floor: readFloor(texts(input).floor),
      step: terminal.progress,
    });
    if (input.options.json) terminal.out(JSON.stringify({ ...result, manifest: summary(result) }));
    else print(result, out, terminal);
    return 0;
  },
};

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
