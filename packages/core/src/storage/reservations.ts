/** Rows of the shared attention database: `<write key>/<campaign>` and whatever all instances share. */
export type ReservationRows = Readonly<Record<string, unknown>>;

/** Attention budget and reservations of all instances of an origin, in the database `regulars-attention`. */
export interface Reservations {
  /** `memory`: storage is refused, so no overlay may open by itself (caps cannot be kept). */
  mode(): 'idb' | 'memory' | null;
  /**
   * Reads all rows and writes changed ones in ONE transaction, opening the database on the first call.
   * `change` is pure and returns the rows to write (`undefined` deletes) with its answer; it may run twice.
   */
  update<T>(change: (rows: ReservationRows) => readonly [ReservationRows, T]): Promise<T>;
  /** Deletes the rows of one write key. */
  forget(prefix: string): Promise<void>;
  close(): void;
}
