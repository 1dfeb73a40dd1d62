/** Hex SHA-256 of a seed's text: what is published before the first draw. */
export function commitmentOf(seed: string): Promise<string>;

/** A draw worked out again: the prize, the word, its remainder, and the span of remainders that are that prize. */
export function drawOf(draw: {
  readonly seed: string;
  readonly playKey: string;
  readonly weights: readonly number[];
}): Promise<{
  readonly message: string;
  readonly word: number;
  readonly sum: number;
  readonly prizeIndex: number;
  readonly remainder: number;
  readonly from: number;
  readonly to: number;
}>;
