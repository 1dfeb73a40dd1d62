import type { CodedProblem } from '@regulars/core';
import { composeRegulars } from '../create-regulars.ts';
import type { Regulars } from '../regulars-port.ts';
import { sayProblem } from './early-logger.ts';
import { findTags, type PageConfig, readConfig } from './read-config.ts';

/** Where a second copy of the script finds the first one's ear. */
const loadedKey: unique symbol = Symbol.for('regulars.loaded');

type Report = (problem: CodedProblem) => void;
type Page = typeof globalThis & { regulars?: unknown; [loadedKey]?: Report | undefined };
type Call = readonly [name: string, args: readonly unknown[], resolve?: (answer: unknown) => void];

/**
 * Starts the SDK for a script tag: configuration from the page, one instance as `window.regulars`, queued calls
 * replayed in their order. Never throws. Answers the instance, or `null` when there is one already or no key.
 */
export function startLoader(scriptUrl: string): Regulars | null {
  const page: Page = globalThis;
  const problems: CodedProblem[] = [];
  let config: PageConfig = {};
  try {
    const tagCount = findTags(scriptUrl).length;
    page[loadedKey]?.(explainTwice(scriptUrl));
    if (page[loadedKey]) return null;
    config = readConfig(scriptUrl, (problem) => problems.push(problem));
    if (tagCount > 1) problems.push(explainTwice(scriptUrl));
    const { regulars, report } = composeRegulars({ ...config, key: config.key ?? '' });
    for (const problem of problems) report(problem);
    page[loadedKey] = report;
    const queue = readQueue(page.regulars);
    const { stop } = regulars;
    // The object itself: a preview puts its own members into it.
    page.regulars = Object.assign(regulars, {
      stop() {
        page[loadedKey] = undefined;
        return stop();
      },
    });
    replay(regulars, queue, report);
    return regulars;
  } catch (cause) {
    const { code = 'start-failed', message } = Object(cause);
    for (const problem of [...problems, { code, message, cause }]) sayProblem(problem, config.onProblem);
    return null;
  }
}

const explainTwice = (key: string): CodedProblem => ({
  code: 'loaded-twice',
  message: 'remove one of the tags',
  key,
});

/** Calls that the stub kept; anything else that bears its name (an element with that id) has none. */
function readQueue(stub: unknown): readonly Call[] {
  const { q } = Object(stub);
  return Array.isArray(q) ? q : [];
}

function replay(regulars: Regulars, queue: readonly Call[], report: Report): void {
  for (const call of queue) {
    try {
      const [name, args, resolve] = call;
      const method = Object.entries(regulars).find(([key]) => key === name)?.[1];
      if (typeof method !== 'function') throw new TypeError(`no method ${name}`);
      const answer: unknown = Reflect.apply(method, regulars, args);
      resolve?.(answer);
    } catch (cause) {
      report({
        code: 'call-failed',
        message: 'queued call',
        key: String(call?.[0]),
        cause,
      });
    }
  }
}
