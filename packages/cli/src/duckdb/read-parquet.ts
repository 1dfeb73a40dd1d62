import type { Table } from '../read/table.ts';
import type { DuckDb, DuckDbConnection } from './duckdb-port.ts';
import { loadDuckDb } from './load-duckdb.ts';
import { rowsOf } from './rows-of.ts';

const sampleSize = 500;

/**
 * Opens a Parquet file as a table of texts; it is read a chunk at a time.
 * @throws Error when DuckDB is not installed, or the file cannot be read.
 */
export async function readParquet(file: string, load: () => Promise<DuckDb> = loadDuckDb): Promise<Table> {
  const duckdb = await load();
  const header = await withConnection(duckdb, (connection) => readHeader(connection, file));
  const sample: (readonly string[])[] = [];
  for await (const row of rows(duckdb, file, header)) if (sample.push(row) === sampleSize) break;
  return { file, header, sample, rows: () => rows(duckdb, file, header) };
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const named = (text: string): string => `"${text.replaceAll('"', '""')}"`;

async function readHeader(connection: DuckDbConnection, file: string): Promise<readonly string[]> {
  const result = await connection.stream(`select * from read_parquet(${quoted(file)}) limit 0`);
  const header = result.columnNames();
  if (header.length < 2) throw new Error(`${file}: no two columns were found.`);
  return header;
}

/** Texts as a CSV would have them; moments in ISO 8601, so that no zone of this machine gets in. */
async function* rows(
  duckdb: DuckDb,
  file: string,
  header: readonly string[],
): AsyncGenerator<readonly string[]> {
  const instance = await duckdb.DuckDBInstance.create(':memory:', {});
  const connection = await instance.connect();
  try {
    await connection.run(`set timezone = 'UTC'`).catch(() => undefined);
    const columns = header.map(
      (column) =>
        `case when typeof(${named(column)}) like 'TIMESTAMP%' then strftime(try_cast(${named(column)} as timestamp), '%Y-%m-%dT%H:%M:%S.%gZ') else cast(${named(column)} as varchar) end`,
    );
    const all = `select ${columns.join(', ')} from read_parquet(${quoted(file)})`;
    for await (const row of rowsOf(connection, all)) yield row.map((cell) => String(cell ?? '').trim());
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function withConnection<T>(
  duckdb: DuckDb,
  act: (connection: DuckDbConnection) => Promise<T>,
): Promise<T> {
  const instance = await duckdb.DuckDBInstance.create(':memory:', {});
  const connection = await instance.connect();
  try {
    return await act(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
