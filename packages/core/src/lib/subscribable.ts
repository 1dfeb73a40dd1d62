/** Listeners of one thing. */
export interface Subscribable<T> {
  /** Adds a listener; returns its stop. */
  add(listener: (value: T) => void): () => void;
  /** Calls all; a throwing listener starves nobody. */
  tell(value: T): void;
}

/**
 * Builds an empty list of listeners.
 * @param onFailure hears what a listener threw.
 */
export function createSubscribable<T>(onFailure: (cause: unknown) => void): Subscribable<T> {
  // One wrapper per call: the same function added twice is two listeners with two stops.
  const listeners = new Set<(value: T) => void>();
  return {
    add(listener) {
      const call = (value: T): void => listener(value);
      listeners.add(call);
      return () => void listeners.delete(call);
    },
    tell(value) {
      for (const call of [...listeners]) {
        try {
          call(value);
        } catch (cause) {
          onFailure(cause);
        }
      }
    },
  };
}
