import type { EventProps } from '@regulars/schema';
import { createDisposer } from '../lib/disposer.ts';
import { readTouch } from '../rules/attribution-rule.ts';

type View = EventProps['page_viewed'];

/** Watches for page views after the first: routes of a single-page shop, and the return from the back-forward cache. Returns its stop. */
export function watchPages(onView: (view: View) => void): () => void {
  const stops = createDisposer();
  let shown = here();
  const tell = (kind: View['kind'], referrer: string): void => onView(describePage(kind, referrer));
  const routed = (): void => {
    const before = shown;
    shown = here();
    if (shown !== before) tell('route', before);
  };
  stops.on(window, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) tell('restore', '');
  });
  const { navigation } = window as { readonly navigation?: EventTarget };
  // In a task of its own: routers set the title after the address.
  const later = (): void => void setTimeout(routed, 0);
  if (navigation) stops.on(navigation, 'currententrychange', later);
  else {
    stops.on(window, 'popstate', later);
    stops.add(watchHistory(later));
  }
  return stops.stop;
}

/** Describes the page that is shown now. */
export function describePage(kind: View['kind'], referrer: string): View {
  const utm = readTouch(new URLSearchParams(location.search));
  const pageType = document.body?.dataset.regularsPage;
  return {
    kind,
    ...(pageType ? { pageType } : {}),
    ...(referrer ? { referrer: referrer.split(/[?#]/, 1)[0] } : {}),
    ...(Object.keys(utm).length > 0 ? { utm } : {}),
  };
}

const here = (): string => location.origin + location.pathname + location.search;

/** Browsers without the Navigation API: listens at the two methods that routers call. */
function watchHistory(onChange: () => void): () => void {
  const stops = (['pushState', 'replaceState'] as const).map((name) => {
    const original = history[name];
    const ours: typeof original = (...change) => {
      original.apply(history, change);
      onChange();
    };
    history[name] = ours;
    return () => {
      // Somebody may have wrapped us since: then ours stays, and does nothing harmful.
      if (history[name] === ours) history[name] = original;
    };
  });
  return () => {
    for (const stop of stops) stop();
  };
}
