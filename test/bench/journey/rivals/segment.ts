import { AnalyticsBrowser } from '@segment/analytics-next';

/** Starts Segment with its settings given, batching off and its own store, `localStorage` at the end of a page. */
export function start(url: string, autocapture: boolean): (name: string, props: object) => void {
  const analytics = AnalyticsBrowser.load(
    {
      writeKey: 'bench',
      cdnSettings: {
        integrations: {
          'Segment.io': {
            apiKey: 'bench',
            apiHost: `${new URL(url).host}/v1`,
            protocol: 'http',
            deliveryStrategy: { strategy: 'batching', config: { size: 50, timeout: 1000 } },
          },
        },
      } as never,
    },
    { disableClientPersistence: false },
  );
  if (autocapture) void analytics.page();
  return (name, props) => void analytics.track(name, props);
}
