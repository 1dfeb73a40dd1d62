/** Rooms of which the operator page can show news. */
export type LiveTopic = 'batch' | 'order' | 'play' | 'control' | 'account';

/** Tells open operator pages of this process that something changed; carries no content. */
export interface LiveBus {
  publish(topic: LiveTopic): void;
  /** Listens until the returned function is called. */
  subscribe(listener: (topic: LiveTopic) => void): () => void;
}

/** An in-process bus. A listener that throws does not starve the others. */
export function createLiveBus(): LiveBus {
  const listeners = new Set<(topic: LiveTopic) => void>();
  return {
    publish(topic) {
      for (const listener of listeners) {
        try {
          listener(topic);
        } catch {
          listeners.delete(listener); // Its connection is gone.
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
