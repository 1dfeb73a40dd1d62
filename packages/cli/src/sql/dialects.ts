/** Name of a database. */
export type Dialect = 'duckdb' | 'clickhouse' | 'bigquery' | 'spark';

/** Where databases differ, written by what stands inside the point. */
export interface DialectPoints {
  /** Begins a statement that (re)makes a table. */
  readonly table: (name: string) => string;
  /** Reads the shop's own table or file. */
  readonly read: (name: string) => string;
  /** Milliseconds since 1970 of a timestamp. */
  readonly epoch_ms: (column: string) => string;
  readonly double: (value: string) => string;
  /** ln(1 + x). */
  readonly log1p: (value: string) => string;
  readonly text: string;
  /** The row before; in ClickHouse it is 0 or empty for the first row, which no time gap or product equals. */
  readonly lag: string;
  /** Frame of its window: BigQuery and Spark refuse any, ClickHouse's word looks nowhere else. */
  readonly lag_frame: string;
}

const cast =
  (type: string) =>
  (value: string): string =>
    `cast(${value} as ${type})`;

/** Databases for which the steps are written. */
export const dialects: Readonly<Record<Dialect, DialectPoints>> = {
  duckdb: {
    table: (name) => `create or replace table ${name} as`,
    read: (name) => `read_parquet('${name}.parquet')`,
    epoch_ms: (column) => `epoch_ms(${column})`,
    double: cast('double'),
    log1p: (value) => `ln(1 + ${value})`,
    text: 'varchar',
    lag: 'lag',
    lag_frame: '',
  },
  clickhouse: {
    table: (name) => `create or replace table ${name} engine = MergeTree order by tuple() as`,
    read: (name) => name,
    epoch_ms: (column) => `toUnixTimestamp64Milli(toDateTime64(${column}, 3))`,
    double: (value) => `toFloat64(${value})`,
    log1p: (value) => `log1p(${value})`,
    text: 'Nullable(String)',
    lag: 'lagInFrame',
    lag_frame: ' rows between unbounded preceding and current row',
  },
  bigquery: {
    table: (name) => `create or replace table ${name} as`,
    read: (name) => name,
    epoch_ms: (column) => `unix_millis(${column})`,
    double: cast('float64'),
    log1p: (value) => `ln(1 + ${value})`,
    text: 'string',
    lag: 'lag',
    lag_frame: '',
  },
  spark: {
    table: (name) => `drop table if exists ${name};\ncreate table ${name} using parquet as`,
    read: (name) => name,
    epoch_ms: (column) => `unix_millis(${column})`,
    double: cast('double'),
    log1p: (value) => `log1p(${value})`,
    text: 'string',
    lag: 'lag',
    lag_frame: '',
  },
};
