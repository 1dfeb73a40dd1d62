import type { Terminal } from '../terminal.ts';

/** One option of a command, as `--name`. */
export interface CommandOption {
  readonly type: 'string' | 'boolean';
  /** What it means, one line. */
  readonly help: string;
}

/** Values of the options given, by name, and what stood without one. */
export interface CommandInput {
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly files: readonly string[];
}

/** A command of the bin, one file each. */
export interface Command {
  readonly name: string;
  /** What it does, one line. */
  readonly summary: string;
  /** How it is called, without the bin's name. */
  readonly usage: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** Calls to copy. */
  readonly examples: readonly string[];
  /** Returns the exit code: 0 done, 1 the input is at fault, 2 the call is. */
  run(input: CommandInput, terminal: Terminal): Promise<number>;
}

/** The call is wrong: unknown option, missing file. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
