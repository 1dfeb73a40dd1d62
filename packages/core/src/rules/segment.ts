/** A row of the log: events of one tab, one priority, written in one transaction. Its key is its offset. */
export interface Segment {
  /** Epoch ms of the newest event. */
  readonly t: number;
  /** Number of events. */
  readonly n: number;
  readonly bytes: number;
  /** Priority class, see the vocabulary. */
  readonly prio: number;
  /** JSON text of the array of events. */
  readonly ev: string;
}

/** Where a destination stands in the log: everything before offset `off` and the first `i` events of it are done. */
export interface Position {
  readonly off: number;
  readonly i: number;
}
