/** The middle of the values, the mean of the two middle ones for an even count. NaN for none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Value below which a share of the values lies, 0 to 1, linear between neighbours. NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** Run-to-run spread: half the distance between the quartiles. */
export const spread = (values: readonly number[]): number =>
  (quantile(values, 0.75) - quantile(values, 0.25)) / 2;

/** Whether two medians are tied: within 10 % of the smaller or inside the larger spread. */
export function isTied(ours: readonly number[], theirs: readonly number[]): boolean {
  const [a, b] = [median(ours), median(theirs)];
  const distance = Math.abs(a - b);
  return distance <= 0.1 * Math.min(a, b) || distance <= Math.max(spread(ours), spread(theirs));
}
