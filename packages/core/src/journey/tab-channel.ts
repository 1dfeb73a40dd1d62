import { createDisposer } from '../lib/disposer.ts';

/** Hints between the tabs of a shop; a lost hint harms nobody. */
export interface TabChannel {
  post(hint: 'appended' | 'erased'): void;
  stop(): void;
}

/** Opens the channel; it is closed while the page is hidden away, since an open one may cost the back-forward cache. */
export function openTabChannel(name: string, onHint: (hint: unknown) => void): TabChannel {
  const stops = createDisposer();
  let channel: BroadcastChannel | null = null;
  const open = (): void => {
    if (channel || typeof BroadcastChannel === 'undefined') return;
    channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => onHint(data);
  };
  const close = (): void => {
    channel?.close();
    channel = null;
  };
  open();
  stops.on(window, 'pagehide', close);
  stops.on(window, 'pageshow', open);
  return {
    post: (hint) => channel?.postMessage(hint),
    stop() {
      stops.stop();
      close();
    },
  };
}
