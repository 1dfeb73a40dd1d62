import { AnalyticsBrowser } from '@segment/analytics-next';

/** Starts Segment with its settings given, one event a request: what is queued goes to `localStorage` at the end of a page, which its batches do not. */
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
          },
        },
      } as never,
    },
    { disableClientPersistence: false },
  );
  if (autocapture) void analytics.page();
  return (name, props) => void analytics.track(name, props);
}
