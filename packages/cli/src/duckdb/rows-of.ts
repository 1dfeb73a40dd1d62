import type { DuckDbConnection } from './duckdb-port.ts';

/** Rows of a question, a chunk at a time: the answer may be larger than memory. */
export async function* rowsOf(connection: DuckDbConnection, sql: string): AsyncGenerator<readonly unknown[]> {
  const result = await connection.stream(sql);
  const width = result.columnNames().length;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    const columns = Array.from({ length: width }, (_, at) => chunk.getColumnValues(at));
    for (let row = 0; row < chunk.rowCount; row += 1) yield columns.map((column) => column[row]);
  }
}

/** A number of a row; whole numbers of 64 bits come as bigint. */
export const numberAt = (row: readonly unknown[], at: number): number => Number(row[at] ?? 0);
