import type { ProblemSink } from './problem-sink.ts';

/** Builds the function that reports whatever it is called with under one code and key. */
export function reporter(problems: ProblemSink, code: string, key?: string): (cause?: unknown) => void {
  return (cause) => problems.report({ code, key, cause });
}
