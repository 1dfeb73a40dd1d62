const OFFSET = 2166136261;
const PRIME = 16777619;

/** 32-bit FNV-1a over the UTF-8 bytes of a text, as an unsigned number. */
export function hashText(text: string): number {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, PRIME);
  return hash >>> 0;
}

/**
 * Place of a value among 10,000 buckets, from 0 to 0.9999: the same person gets the same place everywhere.
 * Source: GrowthBook SDK, hash version 2.
 */
export function hashToUnit(seed: string, value: string): number {
  return (hashText(String(hashText(seed + value))) % 10000) / 10000;
}
