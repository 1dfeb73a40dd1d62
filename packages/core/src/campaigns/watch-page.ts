import type { PartContext } from '../journey/part.ts';
import type { Disposer } from '../lib/disposer.ts';

/** Runs `check` on focus and each minute while the page is visible. */
export function watchControl(disposer: Disposer, check: () => void): void {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') check();
  }, 60_000);
  disposer.add(() => clearInterval(timer));
  disposer.on(window, 'focus', check);
}

/** Calls `onRoute` when the path changes without a page load. */
export function watchRoute(context: PartContext, disposer: Disposer, onRoute: () => void): void {
  let path = location.pathname;
  const look = (): void => {
    if (path === location.pathname) return;
    path = location.pathname;
    onRoute();
  };
  const { navigation } = globalThis as { readonly navigation?: EventTarget };
  if (navigation) disposer.on(navigation, 'navigatesuccess', look);
  disposer.on(window, 'popstate', look);
  // Where neither tells, the page collector does.
  disposer.add(context.journey.onEvent(({ name }) => name === 'page_viewed' && look()));
}
