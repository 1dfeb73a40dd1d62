import { init, track } from '@amplitude/analytics-browser';

/** Starts Amplitude with its store in `localStorage`. */
export function start(url: string, autocapture: boolean): (name: string, props: object) => void {
  init('bench', {
    serverUrl: `${url}/2/httpapi`,
    autocapture: autocapture
      ? {
          attribution: true,
          pageViews: true,
          sessions: true,
          formInteractions: true,
          fileDownloads: true,
          elementInteractions: true,
        }
      : false,
    identityStorage: 'localStorage',
    fetchRemoteConfig: false,
    remoteConfig: { fetchRemoteConfig: false },
  } as never);
  return (name, props) => void track(name, { ...props });
}
