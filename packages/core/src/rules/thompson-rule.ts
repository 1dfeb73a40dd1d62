/** Cards seen, and of them clicked. */
export type Tried = readonly [views: number, clicks: number];

/** Rounds of a rejection after which the mean stands: a chance that never changes would go on for ever. */
const mostRounds = 100;

/** Standard normal by Box and Muller (1958); `random` is 0 to 1 and may be 0. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Gamma of a shape of at least 1, scale 1, by Marsaglia and Tsang (2000), "A simple method for generating gamma variables". */
function gamma(shape: number, random: () => number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (let round = 0; round < mostRounds; round += 1) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < x * x * 0.5 + d - d * v + d * Math.log(v)) return d * v;
  }
  return d;
}

/** One sample of Beta(clicks + 1, views − clicks + 1), 0 to 1. Clicks above the views count as the views. */
export function sampleShare([views, clicks]: Tried, random: () => number): number {
  const good = gamma(Math.min(clicks, views) + 1, random);
  const bad = gamma(Math.max(0, views - clicks) + 1, random);
  return good / (good + bad);
}

/**
 * Thompson sampling (Thompson 1933; Chapelle and Li 2011, "An empirical evaluation of Thompson sampling"): draws a share
 * of clicks for each choice from what is believed of it, and takes the best. What is hardly known varies most, so it is
 * tried; what proved worse is hardly ever drawn best.
 * @param choices in a fixed order; at least one. The same numbers of `random` give the same answer.
 */
export function chooseByTrial<T extends string>(
  choices: readonly T[],
  triedOf: (choice: T) => Tried,
  random: () => number,
): { readonly chosen: T | undefined; readonly samples: Readonly<Record<string, number>> } {
  const samples: Record<string, number> = {};
  let chosen: T | undefined;
  for (const choice of choices) {
    samples[choice] = sampleShare(triedOf(choice), random);
    if (chosen === undefined || samples[choice] > (samples[chosen] ?? 0)) chosen = choice;
  }
  return { chosen, samples };
}
