import type { CodedProblem, Core, Part } from '@regulars/core';
import type { Regulars, RegularsOptions } from '../regulars-port.ts';

/** Starts another instance with other options, and with its parts changed. */
export type Compose = (
  options: RegularsOptions,
  change: (parts: readonly Part[]) => readonly Part[],
) => { readonly regulars: Regulars };

/** The visitor's answer, as the shop tells it. */
export type ConsentAnswer = Parameters<Core['setConsent']>[0];

/** Where the shop's word about consent goes: to the engine, or, while a preview is asked for, nowhere yet. */
export interface ConsentHold {
  set: (granted: ConsentAnswer) => void;
  /** What was told meanwhile. */
  answer?: ConsentAnswer;
}

/** What starting a tool needs. */
export interface ToolsOptions {
  readonly core: Core;
  readonly report: (problem: CodedProblem) => void;
  /** Options of the instance; its `tools` allows debug and pick to everybody who can open the page. */
  readonly options: RegularsOptions;
  readonly compose: Compose;
  /** The public members: a preview puts those of its own instance in their place. */
  readonly regulars: Regulars;
  /** What ends the things that the instance shows and follows. */
  readonly stops: (() => void)[];
  readonly gate: ConsentHold;
}

/** Tools that an address may ask for. */
export type ToolName = 'debug' | 'pick' | 'preview';

/** A tool that somebody asked for, with the token that was given; empty: none. */
export interface AskedTool {
  readonly tool: ToolName;
  readonly token: string;
}

/** Parameter of the address and key of the tab's storage. */
export const toolParameter = (tool: ToolName): string => `regulars-${tool}`;
