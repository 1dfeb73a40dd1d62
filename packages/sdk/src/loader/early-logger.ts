import type { CodedProblem } from '@regulars/core';

/** Says a problem that came before there was an engine: to the shop's listener, else on the console. Never throws. */
export function sayProblem(problem: CodedProblem, onProblem?: unknown): void {
  try {
    if (typeof onProblem === 'function') onProblem(problem);
    else console.warn(`[regulars] ${problem.code}: ${problem.message}`);
  } catch {
    // The listener is the page's own; its failure is the page's to see, and must not stop the page here.
  }
}
