import type { Experiment } from '@regulars/schema';
import { hashToUnit } from '../lib/hash.ts';

/**
 * Variant of a visitor; `null`: outside the coverage. Ranges are half-open. Coverage shrinks each range from its end and
 * keeps the starts: two halves at coverage 0.5 are [0, 0.25) and [0.5, 0.75).
 */
export function assignVariant(experiment: Experiment, unit: string): string | null {
  // In ten-thousandths, as the hash counts: a sum of weights such as 0.1 + 0.2 must not miss its bucket.
  const bucket = Math.round(hashToUnit(experiment.seed, unit) * 1e4);
  let start = 0;
  for (const { id, weight } of experiment.variants) {
    const end = start + weight * (experiment.coverage ?? 1);
    if (bucket >= Math.round(start * 1e4) && bucket < Math.round(end * 1e4)) return id;
    start += weight;
  }
  return null;
}

/** Whether a visitor is among the share held out under a seed. */
export function isHeldOut(seed: string, share: number, unit: string): boolean {
  return hashToUnit(seed, unit) < share;
}
