import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the checkout. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Path of something inside the checkout. */
export const inRoot = (...parts) => join(root, ...parts);

/** True where a missing engine or database must fail instead of being reported. */
export const isCi = ['1', 'true'].includes(process.env.CI ?? '');

/** The environment with the project's own tools in front, so that `node` is the project's Node. */
export const toolEnv = (extra = {}) => ({
  ...process.env,
  PATH: `${inRoot('node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
  ...extra,
});

/** Ends the process with one sentence for a person: what is wrong and what cures it. */
export function giveUp(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}
