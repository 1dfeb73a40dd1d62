import type { PartContext } from '../../journey/part.ts';

/** The shop's hooks get this long; then what is known without them stands. */
const patienceMs = 1500;

/** Answer of a hook; `null` when it fails, is silent too long, or is not there. */
export function askShop<T>(
  { problems, signal }: PartContext,
  hook: string,
  answer: Promise<T> | undefined,
): Promise<T | null> {
  if (!answer) return Promise.resolve(null);
  return new Promise((resolve) => {
    const finish = (value: T | null, cause?: unknown): void => {
      clearTimeout(timer);
      if (value === null)
        problems.report({ code: 'shop-hook-failed', message: 'Went on without.', key: hook, cause });
      resolve(value);
    };
    const timer = setTimeout(finish, patienceMs, null, 'timeout');
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    answer.then(finish, (cause) => finish(null, cause));
  });
}
