/** Seeded chance: the same seed gives the same shoppers on every machine. */
export interface Chance {
  /** 0 to 1, 1 excluded. */
  next(): number;
  /** One of a list, by weight; the list must not be empty. */
  pick<T>(items: readonly T[], weight: (item: T) => number): T;
}

/** Mulberry32: 32 bits of state, enough for a demo's shoppers. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    pick(items, weight) {
      const weights = items.map(weight);
      let left = next() * weights.reduce((sum, one) => sum + one, 0);
      const place = weights.findIndex((one) => {
        left -= one;
        return left < 0;
      });
      const picked = items.at(place);
      if (picked === undefined) throw new RangeError('There is nothing to pick from.');
      return picked;
    },
  };
}
