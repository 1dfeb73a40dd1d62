import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

/** Name that stands for standard input, as other tools have it. */
const standardInput = '-';

/** Text of a file, or of standard input for `-`. Rejects when it cannot be read. */
export function readInput(file: string): Promise<string> {
  return file === standardInput ? text(process.stdin) : readFile(file, 'utf8');
}

/** How messages call an input. */
export const inputName = (file: string): string => (file === standardInput ? 'standard input' : file);
