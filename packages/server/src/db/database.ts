/** A row as the driver gives it: numbers for `bigint` and `double precision`, values for `jsonb`. */
export type Row = Readonly<Record<string, unknown>>;

/** Something that runs SQL: a database, or one transaction of it. */
export interface Queryable {
  /**
   * Runs one statement. Rows come typed by the caller, who wrote the statement.
   * JSON parameters are passed as text, arrays of text as arrays.
   */
  query<R = Row>(sql: string, params?: readonly unknown[]): Promise<readonly R[]>;
  /** Runs several statements without parameters. */
  script(sql: string): Promise<void>;
}

/** Driver port: the same SQL (PostgreSQL 15 features) on PGlite and on PostgreSQL. */
export interface Database extends Queryable {
  /** `memory` and `folder` are PGlite, one transaction at a time; `postgres` is a server. */
  readonly kind: 'memory' | 'folder' | 'postgres';
  /** Runs `run` in one transaction: all or nothing. Use only the given `tx` inside. */
  transaction<T>(run: (tx: Queryable) => Promise<T>): Promise<T>;
  /** Closes connections and frees the folder. Safe to call twice. */
  close(): Promise<void>;
}
