import { newTracker, trackPageView, trackStructEvent } from '@snowplow/browser-tracker';

/** Starts Snowplow with its store in `localStorage`, its cap raised. */
export function start(url: string, autocapture: boolean): (name: string, props: object) => void {
  newTracker('sp', url, {
    appId: 'bench',
    eventMethod: 'post',
    bufferSize: 1,
    maxLocalStorageQueueSize: 1e6,
    stateStorageStrategy: 'cookieAndLocalStorage',
    contexts: { webPage: true },
  });
  if (autocapture) trackPageView();
  return (name, props) =>
    trackStructEvent({ category: 'bench', action: name, label: (props as { label: string }).label });
}
