/** Acts a second and the slowest of a hundred, ms. */
export interface Speed {
  readonly perSecond: number;
  readonly p99Ms: number;
}

/** Runs `act` for each item, so many at once, and measures it. */
export async function measure<T>(
  items: readonly T[],
  { atOnce, act }: { readonly atOnce: number; readonly act: (item: T) => Promise<void> },
): Promise<Speed> {
  const times: number[] = [];
  const queue = items.values();
  const startedAt = performance.now();
  const work = async (): Promise<void> => {
    for (const item of queue) {
      const from = performance.now();
      await act(item);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const seconds = (performance.now() - startedAt) / 1000;
  times.sort((a, b) => a - b);
  return { perSecond: items.length / seconds, p99Ms: times[Math.ceil(times.length * 0.99) - 1] ?? 0 };
}

/** The middle of several runs. */
export function middle(speeds: readonly Speed[]): Speed {
  const sorted = [...speeds].sort((a, b) => a.perSecond - b.perSecond);
  return sorted[Math.floor(sorted.length / 2)] ?? { perSecond: 0, p99Ms: 0 };
}
