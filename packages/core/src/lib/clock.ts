/** Epoch ms. */
export type Clock = () => number;

/** 0 to 1, 1 excluded. */
export type Chance = () => number;

/** Chance from the browser's cryptographic source: ids made of it cannot be guessed. */
export const secureChance: Chance = () => (crypto.getRandomValues(new Uint32Array(1))[0] as number) / 2 ** 32;
