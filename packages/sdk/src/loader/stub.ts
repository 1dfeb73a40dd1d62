/**
 * Queues calls that a page makes before the SDK arrives: an external script of its own, for pages without inline
 * scripts. Each call answers a promise of what the SDK will answer; events keep the moment and the page of their call. Does
 * nothing where something stands already.
 */
const page = window as { regulars?: unknown };
if (!page.regulars) {
  const q: unknown[] = [];
  const stub: Record<string, unknown> = { q };
  for (const name of 'setConsent track page identify open ready idle flush inspect exportJourney forget stop'.split(
    ' ',
  )) {
    // Where a call that makes an event says how it is recorded.
    const how = { track: 2, page: 1 }[name];
    stub[name] = (...args: unknown[]) => {
      const url = location.href.replace(/[?#].*/, '').slice(0, 2000);
      if (how) args[how] = { at: { t: Date.now(), page: { url, title: document.title.slice(0, 500) } } };
      return new Promise((resolve) => q.push([name, args, resolve]));
    };
  }
  page.regulars = stub;
}
