/** A table on disk: names of its columns and a way through its rows. */
export interface Table {
  readonly file: string;
  readonly header: readonly string[];
  /** First rows, at most 500, for guesses by content. */
  readonly sample: readonly (readonly string[])[];
  /**
   * All rows, each cell trimmed. May be walked again.
   * @param broken told of each line that cannot be read; such lines are passed over.
   */
  rows(broken?: (line: string) => void): AsyncIterable<readonly string[]>;
}
