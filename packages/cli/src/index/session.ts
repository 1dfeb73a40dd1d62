/** What one visitor did in one go. */
export interface Session {
  /** Whose it was; sessions of one visitor count once for the floor. */
  readonly visitor: string;
  /** Epoch ms of its first visit; decides on which side of a split it falls. */
  readonly start: number;
  /** Clicks have an order; a basket has none. */
  readonly ordered: boolean;
  /** Product ids in the order of time, no product twice in a row. */
  readonly products: readonly string[];
  /** Epoch ms of each product, in the order of `products`. */
  readonly times: readonly number[];
}
