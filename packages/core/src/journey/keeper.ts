import type { Fold, Profile } from '../rules/profile.ts';
import type { SessionRule } from '../rules/session-rule.ts';
import type { Rows } from '../storage/rows.ts';
import type { StoreName } from '../storage/storage-port.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { Kept } from './known.ts';

/** Stores of one transaction; those without leave are missing. */
export type Stores = Partial<Readonly<Record<StoreName, Rows>>>;

/** Reads a row: `none` where there is no leave or no row, `before` where memory stands in for a lost database. */
export type ReadRow = <T>(store: Rows | undefined, key: string, before: T, none: T) => Promise<T>;

/** What is kept of the visitor besides log and session, within one transaction. */
export interface Keeping {
  /** Number of the visit that an event belongs to; `undefined`: visits are not counted. */
  count(event: TrackedEvent): number | undefined;
  /** Folds and writes; the log's events come first, in the log's order: so the profile can be folded from it again. */
  write(events: readonly TrackedEvent[]): Promise<void>;
  kept(): Kept;
}

/** Keeps visits and profile, for parts that decide by them: fetched with what folds the profile. */
export interface Keeper {
  /** Reads what is kept. */
  begin(rows: Stores, read: ReadRow, before: Kept | null): Promise<Keeping>;
  /** The stored profile with events on top that are not stored yet. */
  profile(kept: Kept | null, waiting: readonly TrackedEvent[]): Profile;
}

/** What `createKeeper` needs. */
export interface KeeperOptions {
  readonly fold: Fold;
  readonly allows: (purpose: 'functional') => boolean;
  readonly begins?: SessionRule | undefined;
}
