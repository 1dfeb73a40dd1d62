import { ServerError } from '../server-error.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openPgliteDatabase } from './pglite-database.ts';
import { openPostgresDatabase } from './postgres-database.ts';

/** Where the database is: a PostgreSQL URL, a folder for the embedded one, or neither for one in memory. */
export interface DatabaseOptions {
  readonly url?: string | undefined;
  readonly dir?: string | undefined;
  /** PostgreSQL schema that holds the tables (default: the first of the server's search path). */
  readonly schema?: string | undefined;
  /** Connections to PostgreSQL at most (default 16). */
  readonly connections?: number | undefined;
}

/**
 * Opens the database and brings its tables up to date. The caller closes it, after the handler stopped.
 * @throws ServerError `folder-in-use` when another process has the folder, `bad-options`.
 */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const { url, dir, schema } = options;
  if (schema !== undefined && !/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    throw new ServerError(
      'bad-options',
      `The schema name "${schema}" must be lower-case letters, digits and underscores.`,
    );
  }
  const db = url
    ? await openPostgresDatabase(url, { schema, connections: options.connections })
    : await openPgliteDatabase(dir);
  try {
    await migrate(db);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}
