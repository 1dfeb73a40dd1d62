const OFFSET = 2166136261;
const PRIME = 16777619;

/** UTF-8 bytes of a character; half a surrogate pair counts as U+FFFD. No encoder: the rules know no browser. */
function utf8Of(char: string): readonly number[] {
  const point = char.codePointAt(0) ?? 0;
  const code = point >> 11 === 27 ? 0xfffd : point;
  const tail = (shift: number): number => 0x80 | ((code >> shift) & 63);
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), tail(0)];
  if (code < 0x10000) return [0xe0 | (code >> 12), tail(6), tail(0)];
  return [0xf0 | (code >> 18), tail(12), tail(6), tail(0)];
}

/** 32-bit FNV-1a over the UTF-8 bytes of a text, as an unsigned number. */
export function hashText(text: string): number {
  let hash = OFFSET;
  for (const char of text) for (const byte of utf8Of(char)) hash = Math.imul(hash ^ byte, PRIME);
  return hash >>> 0;
}

/**
 * Place of a value among 10,000 buckets, from 0 to 0.9999: the same person gets the same place everywhere.
 * Source: GrowthBook SDK, hash version 2.
 */
export function hashToUnit(seed: string, value: string): number {
  return (hashText(String(hashText(seed + value))) % 10000) / 10000;
}
