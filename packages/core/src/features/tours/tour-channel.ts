/** Name of the channel on which tabs agree. */
export const channelName = 'regulars-tour';

/** What a tab does with the channel. */
interface Ways {
  hear(word: unknown): void;
  /** Last moment to say a word before the page goes. */
  leaving(): void;
  /** The page is back from the back-forward cache, and hears again. */
  back(): void;
}

/**
 * Opens the channel until the signal is aborted and answers how to say a word. It is shut while the page lies in the
 * back-forward cache: a word of the next page to an open one would throw it out of there.
 */
export function openChannel({ hear, leaving, back }: Ways, signal: AbortSignal): (word: string) => void {
  let channel: BroadcastChannel | undefined;
  const open = (): void => {
    channel = new BroadcastChannel(channelName);
    channel.onmessage = ({ data }) => hear(data);
  };
  const close = (): void => {
    channel?.close();
    channel = undefined;
  };
  const hide = (): void => {
    leaving();
    close();
  };
  const show = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    open();
    back();
  };
  open();
  addEventListener('pagehide', hide, { signal });
  addEventListener('pageshow', show, { signal });
  signal.addEventListener('abort', close);
  return (word) => channel?.postMessage(word);
}
