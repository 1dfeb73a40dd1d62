import type { DuckDbConnection } from './duckdb-port.ts';
import { numberAt, rowsOf } from './rows-of.ts';

/** Bytes that a line may take up where lines are joined: as many are joined at a time as the memory holds. */
const bytesPerLine = 1000;

/**
 * Calls for one part of the visitors after the other; nothing that is counted spans two of them. During a call the view
 * `line` or `visit` shows that part of a table.
 * @param from.table where all rows are; visitors are numbered from 1.
 * @param from.memory bytes that the database may hold.
 */
export async function eachSlice(
  connection: DuckDbConnection,
  { table, view, memory }: { readonly table: string; readonly view: string; readonly memory: number },
  act: (slice: number) => Promise<void>,
): Promise<void> {
  let [rows, visitors] = [0, 0];
  for await (const row of rowsOf(connection, `select count(*), max(visitor) from ${table}`))
    [rows, visitors] = [numberAt(row, 0), numberAt(row, 1)];
  const slices = Math.max(1, Math.ceil((rows * bytesPerLine) / memory));
  const size = Math.ceil(visitors / slices);
  for (let slice = 0; slice < slices; slice += 1) {
    const part = `visitor > ${slice * size} and visitor <= ${(slice + 1) * size}`;
    await connection.run(`create or replace view ${view} as select * from ${table} where ${part}`);
    await act(slice);
  }
  await connection.run(`drop view ${view}`);
}
