/** Collects what was started and stops it, last first. */
export interface Disposer {
  add(stop: () => void): void;
  /** Listens and remembers to stop. */
  on(
    target: EventTarget,
    type: string,
    listener: (event: Event) => void,
    options?: AddEventListenerOptions,
  ): void;
  stop(): void;
}

/** Builds an empty disposer; stopping twice does nothing more. */
export function createDisposer(): Disposer {
  let stops: (() => void)[] = [];
  const add = (stop: () => void): void => {
    stops.push(stop);
  };
  return {
    add,
    on(target, type, listener, options) {
      target.addEventListener(type, listener, options);
      add(() => target.removeEventListener(type, listener, options));
    },
    stop() {
      const all = stops.reverse();
      stops = [];
      for (const stop of all) stop();
    },
  };
}
