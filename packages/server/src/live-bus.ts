import { randomUUID } from 'node:crypto';

/** Rooms of which the operator page can show news. */
export type LiveTopic = 'batch' | 'order' | 'play' | 'control' | 'document' | 'account' | 'outbox';

/** Tells open operator pages of this process that something changed; carries no content. */
export interface LiveBus {
  /** Names this moment: another name says that something was published since, or by another process. */
  moment(): string;
  publish(topic: LiveTopic): void;
  /** Listens until the returned function is called; `onEnd` runs when the server stops. */
  subscribe(listener: (topic: LiveTopic) => void, onEnd: () => void): () => void;
  /** Ends every subscription. */
  end(): void;
}

interface Subscriber {
  readonly listener: (topic: LiveTopic) => void;
  readonly onEnd: () => void;
}

/** An in-process bus. A listener that throws does not starve the others. */
export function createLiveBus(): LiveBus {
  const subscribers = new Set<Subscriber>();
  const process = randomUUID();
  let count = 0;
  return {
    moment: () => `${process}.${count}`,
    publish(topic) {
      count += 1;
      for (const subscriber of subscribers) {
        try {
          subscriber.listener(topic);
        } catch {
          subscribers.delete(subscriber); // Its connection is gone.
        }
      }
    },
    subscribe(listener, onEnd) {
      const subscriber = { listener, onEnd };
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
    end() {
      for (const { onEnd } of subscribers) onEnd();
      subscribers.clear();
    },
  };
}
