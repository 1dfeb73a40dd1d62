import type { ProgressView } from '@regulars/core';

/** One threshold of the shop. */
export type Threshold = ProgressView['thresholds'][number];

/** Key of the sentence about a threshold: what is missing, or that it is reached. */
export function progressKey({ kind, missing }: Threshold): string {
  return `progress.${kind}-${missing.value === 0 ? 'reached' : 'missing'}`;
}
