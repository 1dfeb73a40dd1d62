/** Lower and upper end of a 95 % interval. */
export type Interval = readonly [low: number, high: number];

const turns = 1000;

/**
 * 95 % interval of a mean over predictions, by drawing whole sessions with replacement 1,000 times: predictions of
 * one session hang together. The same input gives the same interval.
 * @param sums per session: the sum of the measure and the count of predictions.
 */
export function sessionInterval(sums: readonly (readonly [sum: number, count: number])[]): Interval {
  if (sums.length === 0) return [0, 0];
  const random = chance(20_080_401);
  const means = Array.from({ length: turns }, () => {
    let [total, count] = [0, 0];
    for (let turn = 0; turn < sums.length; turn += 1) {
      const [sum, predictions] = sums[Math.floor(random() * sums.length)] ?? [0, 0];
      total += sum;
      count += predictions;
    }
    return count === 0 ? 0 : total / count;
  }).sort((a, b) => a - b);
  return [means[Math.floor(turns * 0.025)] ?? 0, means[Math.ceil(turns * 0.975) - 1] ?? 0];
}

/** Mulberry32: a fixed seed, so that a table can be repeated to the last digit. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
