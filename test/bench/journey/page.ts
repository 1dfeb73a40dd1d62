/** What the bench may do in the page of a tracker. */
export interface BenchPage {
  start(autocapture: boolean): void;
  /** Tracks `count` events in one loop; ms per event. */
  track(count: number): number;
  /** Resolves when all is stored; ours alone. */
  flush(): Promise<void>;
  /** Labels of what was tracked. */
  readonly labels: readonly string[];
}

/** Tracks one event; ours also says when all is stored. */
type Track = ((name: string, props: object) => void) & { readonly flush?: () => Promise<void> };
type Start = (url: string, autocapture: boolean) => Track;

/** Puts the page's hand on a tracker where the bench finds it. */
export function expose(start: Start): void {
  let track: Track = () => {};
  const labels: string[] = [];
  const tab = Math.random().toString(36).slice(2, 8);
  const bench: BenchPage = {
    labels,
    flush: async () => track.flush?.(),
    start(autocapture) {
      track = start(location.origin, autocapture);
    },
    track(count) {
      const from = performance.now();
      for (let i = 0; i < count; i++) {
        const label = `bench-${tab}-${labels.length}`;
        labels.push(label);
        track('bench_event', { label, product: 'hat-1', price: 20 });
      }
      return (performance.now() - from) / count;
    },
  };
  Object.assign(globalThis, { bench });
}
