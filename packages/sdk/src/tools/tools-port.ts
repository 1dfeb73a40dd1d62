import type { CodedProblem, Core } from '@regulars/core';

/** What starting a tool needs. */
export interface ToolsOptions {
  readonly core: Core;
  readonly report: (problem: CodedProblem) => void;
  /** The tag allows tools to everybody who can open the page. */
  readonly allowed: boolean;
}

/** Parameter of the address and key of the tab's storage. */
export const toolParameter = 'regulars-debug';
