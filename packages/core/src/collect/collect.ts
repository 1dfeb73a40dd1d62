import { countedPurposes, eventPurposes } from '../consent/purpose-table.ts';
import { reporter } from '../errors/reporter.ts';
import type { Part } from '../journey/part.ts';
import { createDisposer } from '../lib/disposer.ts';
import { isPrerendered } from '../lib/is-prerendered.ts';
import { createSubscribable } from '../lib/subscribable.ts';
import { createActFilter } from './act-filter.ts';
import {
  type CollectContext,
  type Collecting,
  type Collector,
  type CollectPieces,
  collectPort,
} from './collector.ts';
import { describePage, watchPages } from './page.ts';

/**
 * Records page views and runs the collectors that are given, each act once: `createCore({ parts: [collect([engagement(),
 * dataLayer()]), …] })`. Comes first, so that the parts after it hear the first page view as they hear the others.
 */
export function collect(collectors: readonly Collector[] = []): Part {
  return {
    name: 'collect',
    start(context) {
      const { collecting, stop } = startCollecting(collectors, context);
      const withdraw = context.ports.provide(collectPort, collecting);
      return () => {
        withdraw();
        stop();
      };
    },
  };
}

/** Starts to watch the page: page views at once, the collectors when events may be recorded. */
export function startCollecting(
  collectors: readonly Collector[],
  { journey, consent, problems, now }: CollectPieces,
): { readonly collecting: Collecting; readonly stop: () => void } {
  const stops = createDisposer();
  const acts = createActFilter(now);
  const hasActed = watchActs(stops);
  const failed = reporter(problems, 'listener-failed', 'page');
  const views = createSubscribable<void>(failed);
  const leaves = createSubscribable<void>(failed);
  let recorded = false;
  const first = isPrerendered() ? 'activate' : 'load';
  let running = false;

  const record: CollectContext['record'] = (source, name, props, how) =>
    acts.isNew(source, name, props) ? journey.track(name, props, how) : null;
  const page: Collecting['page'] = (props, how) => {
    leaves.tell();
    acts.clear();
    recorded = journey.track('page_viewed', { ...describePage('route', ''), ...props }, how) !== null;
    views.tell();
  };
  const start = (): void => {
    if (running || !countedPurposes.some(consent.allows)) return;
    // Under `functional` alone the page counts as a visit, and nothing of it is recorded.
    running = eventPurposes.some(consent.allows);
    // A yes without any act on this page was given before it: then the page's own words from before count. The
    // browser's own word, `navigator.userActivation`, is carried over from the page before.
    const replay = recorded || !hasActed();
    // Told anew on a later page, a yes makes no page view other than the page's own.
    const kind = replay ? first : 'grant';
    if (!recorded) recorded = journey.track('page_viewed', describePage(kind, document.referrer)) !== null;
    if (!running) return;
    const hooks = { record, onPage: views.add, onLeave: leaves.add };
    for (const collector of collectors) {
      try {
        stops.add(collector({ now, consent, problems, replay, ...hooks }));
      } catch (cause) {
        problems.report({ code: 'collector-failed', cause });
      }
    }
  };
  stops.add(watchPages(page));
  stops.add(consent.subscribe(start));
  // Before the journey writes: it listens on the window, after the document and the capture phase.
  stops.on(document, 'visibilitychange', () => document.visibilityState === 'hidden' && leaves.tell());
  stops.on(window, 'pagehide', () => leaves.tell(), { capture: true });
  start();
  return { collecting: { record, page }, stop: stops.stop };
}

/** Whether the visitor pressed a key or a pointer on this page since the start. */
function watchActs({ on }: ReturnType<typeof createDisposer>): () => boolean {
  let acted = false;
  for (const type of ['pointerdown', 'keydown', 'touchstart'])
    on(
      window,
      type,
      () => {
        acted = true;
      },
      { passive: true, capture: true },
    );
  return () => acted;
}
