/** One node of a condition and what it came to; `null` is *unknown*. */
export interface Trace {
  /** `all[0].not`; empty: the root. */
  readonly path: string;
  readonly result: boolean | null;
  /** What was found: the attribute's value or the count. */
  readonly found?: unknown;
}
