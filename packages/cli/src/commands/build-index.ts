import { askOnTerminal, loadDuckDb } from '../duckdb/load-duckdb.ts';
import { type BuildIndexResult, buildIndex } from '../index/build-index.ts';
import { showPhases } from '../index/show-phases.ts';
import { stoppable } from '../stoppable.ts';
import type { Terminal } from '../terminal.ts';
import { type Command, UsageError } from './command.ts';
import { exportOptions, readExportInput, texts } from './export-options.ts';

/** Builds a recommendation index from exports. */
export const buildIndexCommand: Command = {
  name: 'build-index',
  summary: 'Build a recommendation index from click and order exports (CSV, JSON Lines, Parquet, gzip).',
  usage:
    'build-index [--clicks FILE] [--orders FILE] [--products FILE] --out FOLDER [--engine duckdb] [--memory 4GB]',
  options: {
    out: { type: 'string', help: 'folder to write; upload it to any static host' },
    rows: {
      type: 'string',
      help: 'rows that a database counted (regulars sql); clicks are then a recent part',
    },
    shop: { type: 'string', help: 'id of the shop: a page that names one takes no index of another' },
    engine: { type: 'string', help: 'built-in (default), or duckdb for tens of millions of lines' },
    ...exportOptions,
  },
  examples: [
    'build-index --clicks clicks.csv --products products.csv --currency EUR --out index',
    'build-index --orders orders.csv.gz --customer-col Kunde --out index --floor 5',
    'build-index --clicks clicks.parquet --products feed.xml --out index --engine duckdb',
  ],
  async run(input, terminal) {
    const { out, rows, shop, engine = 'built-in' } = texts(input);
    if (!out) throw new UsageError('Name the folder to write with --out.');
    if (engine !== 'built-in' && engine !== 'duckdb')
      throw new UsageError(`--engine is ${engine}; there are built-in and duckdb.`);
    const result = await buildIndex({
      ...{ ...readExportInput(input), out, rows, shop, engine },
      ...{ guard: stoppable(process), step: showPhases(terminal.progress) },
      duckdb: () => loadDuckDb({ ask: askOnTerminal(process) }),
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
