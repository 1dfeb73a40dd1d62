/** Posts a hint to the other tabs of a shop; a lost hint harms nobody. */
export type PostHint<H = 'appended' | 'erased'> = (hint: H) => void;

/** Opens the channel; it is closed while the page is hidden away, since an open one may cost the back-forward cache. */
export function openTabChannel<H = 'appended' | 'erased'>(
  name: string,
  onHint: (hint: unknown) => void,
  signal: AbortSignal,
): PostHint<H> {
  let channel: BroadcastChannel | undefined;
  const open = (): void => {
    if (channel) return;
    channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => onHint(data);
  };
  const close = (): void => {
    channel?.close();
    channel = undefined;
  };
  open();
  addEventListener('pagehide', close, { signal });
  addEventListener('pageshow', open, { signal });
  signal.addEventListener('abort', close);
  return (hint) => channel?.postMessage(hint);
}
