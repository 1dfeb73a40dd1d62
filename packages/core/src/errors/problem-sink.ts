/** Something that went wrong and was survived. Named once per page and code + key. */
export interface CodedProblem {
  /** Kebab-case code. */
  readonly code: string;
  /** What happened, with which value, what to do. Empty in production where the code says it all. */
  readonly message: string;
  /** Campaign, selector, file … the code is about; the pair is reported once. */
  readonly key?: string | undefined;
  readonly cause?: unknown;
}

/** Where survived problems go: the application's `onError`, the debug panel, `inspect()`. Never throws. */
export interface ProblemSink {
  report(problem: Omit<CodedProblem, 'message'> & { readonly message?: string | undefined }): void;
}
