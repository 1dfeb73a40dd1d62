/** A mistake in a document, in words a marketer can act on. */
export interface Problem {
  /** Kebab-case code. */
  readonly code: string;
  /** JSON path, `campaigns[2].audience.all[0].op`. */
  readonly path: string;
  /** What is there. */
  readonly what: string;
  /** Why it does not work. */
  readonly why: string;
  /** What to write instead. */
  readonly fix: string;
  /** `error` stops publishing, `warning` does not. */
  readonly severity: 'error' | 'warning';
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}
