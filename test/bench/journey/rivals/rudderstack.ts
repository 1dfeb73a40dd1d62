import { RudderAnalytics } from '@rudderstack/analytics-js/bundled';

/** Starts RudderStack with its batched queue in `localStorage`; its source configuration is answered by the bench. */
export function start(url: string, autocapture: boolean): (name: string, props: object) => void {
  const analytics = new RudderAnalytics();
  analytics.load('2L8aaaaaaaaaaaaaaaaaaaaaaaa', url, {
    configUrl: url,
    lockIntegrationsVersion: false,
    useBeacon: false,
    storage: { type: 'localStorage' } as never,
    queueOptions: { maxItems: 100_000, batch: { enabled: true, maxItems: 50, flushInterval: 1000 } },
    autoTrack: { pageLifecycle: { enabled: autocapture } } as never,
    sessions: { autoTrack: true },
  });
  return (name, props) => analytics.track(name, props as never);
}
