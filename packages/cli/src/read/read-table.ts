import { parse } from 'csv-parse';
import { openBytes, readFeed, readJsonLines, type TextRecord } from './read-records.ts';
import type { Table } from './table.ts';

const sampleSize = 500;

/**
 * Opens a CSV or TSV file, plain or gzip, with or without byte-order mark; the separator is the one its first line
 * has most of. JSON Lines (`.jsonl`, `.ndjson`), Merchant feeds (`.xml`) and, where DuckDB is installed, Parquet become tables too.
 * @throws Error when the file cannot be read or has no header.
 */
export async function readTable(file: string): Promise<Table> {
  if (/\.parquet$/i.test(file)) return await (await import('../duckdb/read-parquet.ts')).readParquet(file);
  const records = recordsOf(file);
  if (records) return await tableOfRecords(file, records);
  const delimiter = await guessDelimiter(file);
  const sample: (readonly string[])[] = [];
  for await (const row of walk(file, delimiter)) {
    sample.push(row);
    if (sample.length > sampleSize) break;
  }
  const [header, ...rest] = sample;
  if (!header || header.length < 2) {
    throw new Error(
      `${file}: no header with two columns or more was found; export it as CSV with a header line.`,
    );
  }
  return { file, header, sample: rest, rows: (broken) => skipHeader(walk(file, delimiter, broken)) };
}

function recordsOf(file: string): (() => AsyncIterable<TextRecord>) | null {
  const name = file.toLowerCase().replace(/\.gz$/, '');
  if (/\.(jsonl|ndjson)$/.test(name)) return () => readJsonLines(file);
  return name.endsWith('.xml') ? () => readFeed(file) : null;
}

/** Columns are the names of the first records, in the order in which they come. */
async function tableOfRecords(file: string, records: () => AsyncIterable<TextRecord>): Promise<Table> {
  const first: TextRecord[] = [];
  for await (const record of records()) if (first.push(record) === sampleSize) break;
  const header = [...new Set(first.flatMap((record) => [...record.keys()]))];
  if (header.length < 2) throw new Error(`${file}: no record with two fields or more was found.`);
  const toRow = (record: TextRecord): string[] => header.map((name) => (record.get(name) ?? '').trim());
  return {
    ...{ file, header, sample: first.map(toRow) },
    async *rows() {
      for await (const record of records()) yield toRow(record);
    },
  };
}

async function* skipHeader(rows: AsyncIterable<readonly string[]>): AsyncGenerator<readonly string[]> {
  let header = true;
  for await (const row of rows) {
    if (!header) yield row;
    header = false;
  }
}

async function* walk(
  file: string,
  delimiter: string,
  broken: (line: string) => void = () => {},
): AsyncGenerator<readonly string[]> {
  const source = await openBytes(file);
  const parser = source.pipe(
    parse({
      delimiter,
      bom: true,
      trim: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip(cause) {
        broken(/ at line \d+/.exec(cause?.message ?? '')?.[0].trim() ?? 'somewhere');
        return undefined;
      },
    }),
  );
  source.on('error', (cause) => parser.destroy(cause));
  try {
    for await (const row of parser) yield row as string[];
  } finally {
    source.destroy();
  }
}

async function guessDelimiter(file: string): Promise<string> {
  let line = '';
  const source = await openBytes(file);
  for await (const chunk of source) {
    line += String(chunk);
    if (line.includes('\n')) break;
  }
  source.destroy();
  line = line.split('\n')[0] ?? '';
  const count = (mark: string): number => line.split(mark).length;
  return ['\t', ';', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}
