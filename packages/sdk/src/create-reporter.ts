import type { CodedProblem, Part, PartContext } from '@regulars/core';
import type { AfterDecision } from './after-decision.ts';

/** What this package asks of the engine. */
export interface Reporter {
  readonly report: (problem: CodedProblem) => void;
  /** Runs work that is not on the way to the page's first decision. */
  readonly after: (work: () => void) => void;
  readonly part: Part;
}

/** Problems of this package go where the engine's go; those that come before it has started wait for it. */
export function createReporter(afterDecision: AfterDecision): Reporter {
  let own: PartContext | undefined;
  const early: CodedProblem[] = [];
  let report: Reporter['report'] = (problem) => early.push(problem);
  return {
    report: (problem) => report(problem),
    // Collectors start with consent, later than every part.
    after: (work) => (own ? afterDecision(own, work) : work()),
    part: {
      name: 'sdk',
      start(context) {
        const { problems } = context;
        own = context;
        report = (problem) => problems.report(problem);
        early.splice(0).forEach(report);
        return () => {};
      },
    },
  };
}
