import pg from 'pg';
import type { Database, Queryable } from './database.ts';

const BIGINT = 20;
const CONNECTIONS = 16;

/** Opens PostgreSQL by URL, with `schema` first in the search path when one is named. */
export async function openPostgresDatabase(
  url: string,
  {
    schema,
    connections,
  }: { readonly schema?: string | undefined; readonly connections?: number | undefined },
): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections ?? CONNECTIONS,
    ...(schema === undefined ? {} : { options: `-c search_path=${schema}` }),
    types: {
      // Our bigints are epoch ms, counts and points: all far below 2^53.
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === BIGINT
          ? (text: string) => Number(text)
          : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  });
  // A dropped idle connection must not end the process; the next query opens a new one.
  pool.on('error', () => undefined);
  if (schema !== undefined) await pool.query(`create schema if not exists ${schema}`);
  const { underWay, guard } = createGuard();
  const { query, script } = queryable(pool);
  let closing: Promise<void> | undefined;
  return {
    kind: 'postgres',
    query: (sql, params) => guard(() => query(sql, params)),
    script: (sql) => guard(() => script(sql)),
    transaction: (run) => guard(() => runTransaction(pool, run)),
    close() {
      closing ??= underWay().then(() => pool.end());
      return closing;
    },
  };
}

/**
 * Lets work in until `underWay` is called, which resolves when that work is done. The pool itself would leave whoever waits
 * for a connection without an answer, and a handler that is stopped later would wait with them.
 */
function createGuard(): {
  readonly underWay: () => Promise<unknown>;
  readonly guard: <T>(work: () => Promise<T>) => Promise<T>;
} {
  const all = new Set<Promise<unknown>>();
  let isOpen = true;
  return {
    async guard(work) {
      if (!isOpen) throw new Error('The database is closed.');
      const done = work();
      all.add(done);
      try {
        return await done;
      } finally {
        all.delete(done);
      }
    },
    underWay() {
      isOpen = false;
      return Promise.allSettled(all);
    },
  };
}

async function runTransaction<T>(pool: pg.Pool, run: (tx: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await run(queryable(client));
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    const broken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    client.release(broken);
    throw error;
  }
}

function queryable(source: pg.Pool | pg.PoolClient): Queryable {
  return {
    async query<R>(sql: string, params: readonly unknown[] = []) {
      const answer = await source.query(sql, [...params]);
      return answer.rows as R[];
    },
    async script(sql) {
      await source.query(sql);
    },
  };
}
