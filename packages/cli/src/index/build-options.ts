import type { DuckDb } from '../duckdb/duckdb-port.ts';
import type { Role } from '../read/column-names-table.ts';

/** Files to read and where to write. At least one of `clicks` and `orders`. */
export interface BuildIndexOptions {
  readonly clicks?: string | undefined;
  readonly orders?: string | undefined;
  readonly products?: string | undefined;
  /** Rows that a database counted: `product`, `other`, `weight`. The clicks or orders beside it then only give best sellers and lists. */
  readonly rows?: string | undefined;
  /** Folder of the index; made when it is not there. */
  readonly out: string;
  /** Id of the shop, written into the manifest: a page that names one takes no index of another. */
  readonly shop?: string | undefined;
  /** Distinct visitors that a pair, a product and a popularity count need (default 3). */
  readonly floor?: number | undefined;
  /** ISO 4217 for prices that name none. */
  readonly currency?: string | undefined;
  /** Column names by role where the guess is wrong. */
  readonly columns?: Readonly<Partial<Record<Role, string>>> | undefined;
  /** Columns of the product list that describe a product beside its title (default: colour, material and the like). */
  readonly attributes?: readonly string[] | undefined;
  /** Epoch ms to write as build time (default `SOURCE_DATE_EPOCH`, else now). */
  readonly builtAt?: number | undefined;
  /** Told in plain words what goes on. */
  readonly step?: ((text: string) => void) | undefined;
  /** What counts: this process, or DuckDB for tens of millions of lines (default `built-in`). */
  readonly engine?: 'built-in' | 'duckdb' | undefined;
  /**
   * Bytes that the engine may hold (default: DuckDB 1 GB, after which it works on disk; the built-in engine 2.4 GB, after which
   * it refuses).
   */
  readonly memory?: number | undefined;
  /** DuckDB, or how to get it, where `engine` asks for it (default: looked for where the command and the working directory keep packages). */
  readonly duckdb?: (() => Promise<DuckDb>) | undefined;
  /**
   * Runs `act`; where the build is to end early it calls `clean`, which leaves no half of anything, and the build is over
   * (default: nobody ends it).
   */
  readonly guard?: (<T>(act: () => Promise<T>, clean: () => Promise<void>) => Promise<T>) | undefined;
}
