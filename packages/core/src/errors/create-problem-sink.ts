import { problemText } from '#problem-texts';
import { logProblem } from './logger.ts';
import type { CodedProblem, ProblemSink } from './problem-sink.ts';

/** A sink that remembers what it was told. */
export interface ProblemLog extends ProblemSink {
  /** Problems of this page in the order they came, each code + key once, at most 100. */
  list(): readonly CodedProblem[];
}

const MAX_PROBLEMS = 100;

/**
 * Builds the sink that names each code + key once per page.
 * @param onProblem the application's listener; without one the problem is said on the console.
 */
export function createProblemSink(onProblem: (problem: CodedProblem) => void = logProblem): ProblemLog {
  const seen = new Map<string, CodedProblem>();
  return {
    report(given) {
      const problem: CodedProblem = { ...given, message: problemText(given.code, given.message) };
      const name = given.code + given.key;
      if (seen.has(name) || seen.size >= MAX_PROBLEMS) return;
      seen.set(name, problem);
      try {
        onProblem(problem);
      } catch (cause) {
        // The listener is the page's: its failure is said once and harms nobody.
        logProblem({ code: 'listener-failed', key: 'onProblem', message: '', cause });
      }
    },
    list: () => [...seen.values()],
  };
}
