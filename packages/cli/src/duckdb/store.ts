import type { EngineInput } from '../index/counting-engine.ts';
import type { DuckDb, DuckDbConnection } from './duckdb-port.ts';
import type { Names } from './names.ts';

/** How an engine on DuckDB is made. */
export interface DuckDbEngineInput extends EngineInput {
  readonly duckdb: DuckDb;
  /** Bytes that the database may hold in memory before it writes to its folder (default 1 GB). */
  readonly memory?: number | undefined;
}

/** What is open. */
export interface Store {
  readonly connection: DuckDbConnection;
  /** Products by number; there are far fewer of them than lines. */
  readonly products: Names;
  readonly input: DuckDbEngineInput;
  /** Bytes that the database may hold. */
  readonly memory: number;
}
