/** A table on disk: names of its columns and a way through its rows. */
export interface Table {
  readonly file: string;
  readonly header: readonly string[];
  /** First rows, at most 500, for guesses by content. */
  readonly sample: readonly (readonly string[])[];
  /** All rows, each cell trimmed. May be walked again. */
  rows(): AsyncIterable<readonly string[]>;
}
