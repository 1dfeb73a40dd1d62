import type { CodedProblem } from '@regulars/core';
import { elementLoaders, frameLoaders, provideHost } from '@regulars/widgets';
import type { ElementLoader, WidgetsOptions } from './widgets-port.ts';

// What fetches elements and their texts, by type: a chunk of its own, fetched with the first thing to show.
export { messagesFor } from '@regulars/widgets';

/** Gives the page's elements their host until the signal aborts, and builds what fetches them. */
export function provideElements({ host, report }: WidgetsOptions, signal: AbortSignal): ElementLoader {
  signal.addEventListener('abort', provideHost(document, host));
  let blocked: CodedProblem | undefined;
  return async (frame, type) => {
    const element = Object.entries(elementLoaders).find(([name]) => name === type)?.[1];
    try {
      // Texts that fail are reported by the host; the element shows without them.
      await Promise.all([frameLoaders[frame](), element?.(), host.ready?.(type).catch(() => {})]);
      return true;
    } catch (cause) {
      const problem = blocked ?? explainFailure(type, cause);
      // What the page keeps out stays out; WebKit names the reason the first time only.
      if (problem.code === 'trusted-types-blocked') blocked = problem;
      report(problem);
      return false;
    }
  };
}

/**
 * Lit makes a Trusted Types policy when it is first loaded. A page that allows none, or has its own Lit and allows no
 * second one, makes that throw; the shop stays as it is and learns the words to add.
 */
function explainFailure(type: string, cause: unknown): CodedProblem {
  return /polic/i.test(String(cause))
    ? {
        code: 'trusted-types-blocked',
        message: `add to the Content-Security-Policy: trusted-types lit-html 'allow-duplicates'`,
        cause,
      }
    : { code: 'element-unavailable', message: 'its chunk could not be loaded', key: type, cause };
}
