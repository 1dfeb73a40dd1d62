/** What is used of `@duckdb/node-api`, an optional peer whose types need not be there. */
export interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string, config: Readonly<Record<string, string>>): Promise<DuckDbInstance>;
  };
}

export interface DuckDbInstance {
  connect(): Promise<DuckDbConnection>;
  closeSync(): void;
}

export interface DuckDbConnection {
  run(sql: string): Promise<unknown>;
  stream(sql: string): Promise<DuckDbResult>;
  createAppender(table: string): Promise<DuckDbAppender>;
  /** Ends the statement that is under way. */
  interrupt(): void;
  closeSync(): void;
}

export interface DuckDbResult {
  columnNames(): string[];
  fetchChunk(): Promise<DuckDbChunk | null>;
}

export interface DuckDbChunk {
  readonly rowCount: number;
  getColumnValues(at: number): readonly unknown[];
}

export interface DuckDbAppender {
  appendInteger(value: number): void;
  appendDouble(value: number): void;
  appendVarchar(value: string): void;
  appendNull(): void;
  endRow(): void;
  flushSync(): void;
  closeSync(): void;
}
