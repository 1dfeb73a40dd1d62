/** Epoch ms. */
export type Clock = () => number;

/** 0 to 1, 1 excluded. */
export type Chance = () => number;

/** Chance from the browser's cryptographic source: ids made of it cannot be guessed. */
export const secureChance: Chance = () => {
  // Asked for each number alone, the browser needs as long as for a hundred of them.
  if (pool.length === 0) pool = [...crypto.getRandomValues(new Uint32Array(9))];
  return (pool.pop() as number) / 2 ** 32;
};

let pool: number[] = [];
