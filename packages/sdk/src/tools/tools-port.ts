import type { CodedProblem, Core, Inspection } from '@regulars/core';

/** What starting a tool needs. */
export interface ToolsOptions {
  readonly core: Core & { inspect(): Inspection };
  readonly report: (problem: CodedProblem) => void;
  /** The tag allows tools to everybody who can open the page. */
  readonly allowed: boolean;
}

/** Tools that an address may ask for. */
export type ToolName = 'debug' | 'pick';

/** A tool that somebody asked for, with the token that was given; empty: none. */
export interface AskedTool {
  readonly tool: ToolName;
  readonly token: string;
}

/** Parameter of the address and key of the tab's storage. */
export const toolParameter = (tool: ToolName): string => `regulars-${tool}`;
