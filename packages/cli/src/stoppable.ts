import type { BuildIndexOptions } from './index/build-options.ts';

/** Exit code of a command that was told to stop (128 + SIGINT). */
const stoppedCode = 130;

/**
 * Lets Ctrl-C (and SIGTERM) end what is under way without half of anything: all that is open cleans up, the last
 * opened first, then the process ends.
 */
export function stoppable(process: NodeJS.Process): NonNullable<BuildIndexOptions['guard']> {
  const open: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const clean of open.toReversed()) await clean().catch(() => {});
    process.exit(stoppedCode);
  };
  return async (act, clean) => {
    if (open.length === 0) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
    open.push(clean);
    try {
      return await act();
    } finally {
      open.splice(open.indexOf(clean), 1);
      if (open.length === 0) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
    }
  };
}
