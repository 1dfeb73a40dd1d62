import type { DuckDbConnection } from './duckdb-port.ts';

/** A connection that may be stopped at any moment. */
export interface StoppableConnection {
  readonly connection: DuckDbConnection;
  /**
   * Ends the statement that is under way, waits for its end, and closes. Who waits for it waits for ever: the work is
   * over. Closing under a running statement would leave its thread at a lock that is gone, and the process with it.
   */
  stop(): Promise<void>;
}

/** Milliseconds between two words to a statement that may not have begun when the first came. */
const againMs = 20;

/** Keeps account of what a connection has under way. */
export function stoppableConnection(inner: DuckDbConnection): StoppableConnection {
  const underWay = new Set<Promise<unknown>>();
  let stopped = false;
  const track = async <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    try {
      return await work;
    } finally {
      underWay.delete(work);
      if (stopped) await new Promise<never>(() => {});
    }
  };
  const connection: DuckDbConnection = {
    run: (sql) => track(inner.run(sql)),
    async stream(sql) {
      const result = await track(inner.stream(sql));
      return {
        columnNames: () => result.columnNames(),
        fetchChunk: () => track(result.fetchChunk()),
      };
    },
    createAppender: (table) => track(inner.createAppender(table)),
    interrupt: () => inner.interrupt(),
    closeSync: () => inner.closeSync(),
  };
  return {
    connection,
    async stop() {
      if (stopped) return;
      stopped = true;
      const timer = setInterval(() => inner.interrupt(), againMs);
      inner.interrupt();
      await Promise.allSettled(underWay);
      clearInterval(timer);
      inner.closeSync();
    },
  };
}
