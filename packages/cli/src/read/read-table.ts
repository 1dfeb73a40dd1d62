import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';

/** A table on disk: names of its columns and a way through its rows. */
export interface Table {
  readonly file: string;
  readonly header: readonly string[];
  /** First rows, at most 500, for guesses by content. */
  readonly sample: readonly (readonly string[])[];
  /** All rows, each cell trimmed. May be walked again. */
  rows(): AsyncIterable<readonly string[]>;
}

const sampleSize = 500;

/**
 * Opens a CSV or TSV file, plain or gzip, with or without byte-order mark; the separator is the one its first line
 * has most of.
 * @throws Error when the file cannot be read or has no header.
 */
export async function readTable(file: string): Promise<Table> {
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
  return { file, header, sample: rest, rows: () => skipHeader(walk(file, delimiter)) };
}

async function* skipHeader(rows: AsyncIterable<readonly string[]>): AsyncGenerator<readonly string[]> {
  let header = true;
  for await (const row of rows) {
    if (!header) yield row;
    header = false;
  }
}

async function* walk(file: string, delimiter: string): AsyncGenerator<readonly string[]> {
  const source = await bytes(file);
  const parser = source.pipe(
    parse({
      delimiter,
      bom: true,
      trim: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }),
  );
  source.on('error', (cause) => parser.destroy(cause));
  try {
    for await (const row of parser) yield row as string[];
  } finally {
    source.destroy();
  }
}

async function bytes(file: string): Promise<Readable> {
  const stream = createReadStream(file);
  if (!(await isGzip(file))) return stream;
  const plain = createGunzip();
  stream.on('error', (cause) => plain.destroy(cause));
  return stream.pipe(plain);
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

async function guessDelimiter(file: string): Promise<string> {
  let line = '';
  const source = await bytes(file);
  for await (const chunk of source) {
    line += String(chunk);
    if (line.includes('\n')) break;
  }
  source.destroy();
  line = line.split('\n')[0] ?? '';
  const count = (mark: string): number => line.split(mark).length;
  return ['\t', ';', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}
