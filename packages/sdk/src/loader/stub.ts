/**
 * Queues calls that a page makes before the SDK arrives: an external script of its own, for pages without inline
 * scripts. Each call answers a promise of what the SDK will answer. Does nothing where something stands already.
 */
const page = window as { regulars?: unknown };
if (!page.regulars) {
  const q: unknown[] = [];
  const stub: Record<string, unknown> = { q };
  for (const name of 'setConsent track page identify open ready idle flush inspect exportJourney forget stop'.split(
    ' ',
  )) {
    stub[name] = (...args: unknown[]) => new Promise((resolve) => q.push([name, args, resolve]));
  }
  page.regulars = stub;
}
