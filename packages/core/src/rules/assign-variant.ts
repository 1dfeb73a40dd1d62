import type { Experiment } from '@regulars/schema';

/** 32-bit FNV-1a over the UTF-8 bytes of a text (lone surrogates count as U+FFFD). */
export function fnv1a(text: string): number {
  let hash = 2166136261;
  const mix = (byte: number): void => {
    hash = Math.imul(hash ^ byte, 16777619);
  };
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    const code = point >> 11 === 27 ? 0xfffd : point;
    if (code < 0x80) {
      mix(code);
      continue;
    }
    if (code < 0x800) mix(0xc0 | (code >> 6));
    else {
      if (code < 0x10000) mix(0xe0 | (code >> 12));
      else {
        mix(0xf0 | (code >> 18));
        mix(0x80 | ((code >> 12) & 63));
      }
      mix(0x80 | ((code >> 6) & 63));
    }
    mix(0x80 | (code & 63));
  }
  return hash >>> 0;
}

/**
 * Place of a visitor in an experiment, 0 to 9999 (ten-thousandths): hash version 2 of the campaign page, the same
 * number in every language.
 */
export function bucketOf(seed: string, value: string): number {
  return fnv1a(String(fnv1a(seed + value))) % 10000;
}

/**
 * Variant of a visitor; `null`: outside the coverage. Coverage shrinks each range from its end and keeps the starts:
 * two halves at coverage 0.5 are [0, 0.25) and [0.5, 0.75).
 */
export function assignVariant(experiment: Experiment, unit: string): string | null {
  const bucket = bucketOf(experiment.seed, unit);
  let start = 0;
  for (const { id, weight } of experiment.variants) {
    if (
      bucket >= Math.round(start * 1e4) &&
      bucket < Math.round((start + weight * (experiment.coverage ?? 1)) * 1e4)
    ) {
      return id;
    }
    start += weight;
  }
  return null;
}
