import { eventPurposes } from '../consent/purpose-table.ts';
import { reporter } from '../errors/reporter.ts';
import { createDisposer } from '../lib/disposer.ts';
import { createSubscribable } from '../lib/subscribable.ts';
import { createActFilter } from './act-filter.ts';
import type { CollectContext, Collecting, CollectOptions } from './collector.ts';
import { startEngagement } from './engagement.ts';
import { describePage, watchPages } from './page.ts';

/** Starts to watch the page: page views and engagement at once, the collectors when events may be recorded. */
export function startCollectors(options: CollectOptions): Collecting {
  const { collectors, journey, consent, problems, now } = options;
  const stops = createDisposer();
  const acts = createActFilter(now);
  const meter = startEngagement(now);
  const pages = createSubscribable<void>(reporter(problems, 'listener-failed', 'page'));
  let recorded = false;
  let running = false;

  const record: CollectContext['record'] = (source, name, props, how) =>
    acts.isNew(source, name, props) ? journey.track(name, props, how) : null;
  const leave = (): void => {
    const engagement = meter.take();
    if (engagement.engagedMs > 0) journey.track('engagement_recorded', engagement, { passive: true });
  };
  const view: Collecting['page'] = (props) => {
    leave();
    acts.clear();
    recorded = journey.track('page_viewed', { ...describePage('route', ''), ...props }) !== null;
    pages.tell();
  };
  const start = (): void => {
    if (running || !eventPurposes.some(consent.allows)) return;
    running = true;
    // A yes without any act on this page was given before it: then the page's own words from before count. The
    // browser's own word, `navigator.userActivation`, is carried over from the page before.
    const replay = recorded || !meter.acted();
    // Told anew on a later page, a yes makes no page view other than the page's own.
    const kind = replay ? 'load' : 'grant';
    if (!recorded) recorded = journey.track('page_viewed', describePage(kind, document.referrer)) !== null;
    const context: CollectContext = { now, consent, problems, replay, record, onPage: pages.add };
    for (const collector of collectors) {
      try {
        stops.add(collector(context));
      } catch (cause) {
        problems.report({ code: 'collector-failed', cause });
      }
    }
  };
  stops.add(meter.stop);
  stops.add(watchPages(view));
  stops.add(consent.subscribe(start));
  // Before the journey writes: it listens on the window, after the document and the capture phase.
  stops.on(document, 'visibilitychange', () => document.visibilityState === 'hidden' && leave());
  stops.on(window, 'pagehide', leave, { capture: true });
  start();
  return { record, page: view, stop: stops.stop };
}
