import { type Dialect, dialects } from '../sql/dialects.ts';
import { renderSql, sqlSteps } from '../sql/render-sql.ts';
import { type Command, UsageError } from './command.ts';

/** Prints the counting as SQL, for a shop whose events are in a database already. */
export const sqlCommand: Command = {
  name: 'sql',
  summary: 'Print the SQL that counts an index where the events are: ClickHouse, BigQuery, Spark, DuckDB.',
  usage: 'sql --dialect clickhouse|bigquery|spark|duckdb [--floor N]',
  options: {
    dialect: { type: 'string', help: `one of ${Object.keys(dialects).join(', ')}` },
    floor: { type: 'string', help: 'visitors that must stand behind a pair (default 3)' },
  },
  examples: ['sql --dialect bigquery > index.sql', 'sql --dialect clickhouse --floor 5'],
  async run({ options }, terminal) {
    const { dialect, floor = '3' } = options;
    if (typeof dialect !== 'string' || !isDialect(dialect))
      throw new UsageError(`Name the database with --dialect: ${Object.keys(dialects).join(', ')}.`);
    const least = Number(floor);
    if (!Number.isInteger(least) || least < 1)
      throw new UsageError(`--floor is ${floor}; it must be a whole number from 1.`);
    for (const step of sqlSteps) terminal.out(await renderSql(step, dialect, { floor: least }));
    return 0;
  },
};

const isDialect = (name: string): name is Dialect => Object.hasOwn(dialects, name);
