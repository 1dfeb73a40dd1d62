import type { Collector } from '@regulars/core';
import type { WithLayer, Yes } from './collect-lazily.ts';
import type { RegularsOptions } from './regulars-port.ts';

/**
 * Fetches the collectors of this package once the visitor allows to measure; they read what was said since.
 * @param after runs the fetch when it is in nobody's way.
 * @param asked those that run only where the shop wants them.
 */
export function collectLater(
  after: (fetch: () => void) => void,
  asked?: RegularsOptions['collect'],
): Collector {
  return (context) => {
    const { consent, now, problems } = context;
    let isAsked = false;
    let isOver = false;
    const stops = [
      consent.subscribe(look),
      () => {
        isOver = true;
      },
    ];
    function look(): void {
      if (isAsked || !consent.allows('analytics')) return;
      isAsked = true;
      const { dataLayer } = globalThis as WithLayer;
      const yes: Yes = { yesMs: now(), pushed: Array.isArray(dataLayer) ? dataLayer.length : 0 };
      after(() => {
        import('./collect-lazily.ts')
          .then(({ collectLazily, lazyCollectors }) => {
            if (!isOver) stops.push(...lazyCollectors(yes, asked).map((one) => collectLazily(one)(context)));
          })
          .catch((cause) =>
            problems.report({ code: 'collector-unavailable', message: 'chunk', key: 'all', cause }),
          );
      });
    }
    look();
    return () => {
      for (const stop of stops) stop();
    };
  };
}
