import type { CodedProblem } from './problem-sink.ts';

/** Says a problem on the console. The only caller of `console` in the browser. */
export function logProblem(problem: CodedProblem): void {
  console.warn(`[regulars] ${problem.code}:`, problem);
}
