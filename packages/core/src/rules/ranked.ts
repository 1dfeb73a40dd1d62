/** The part of the chain that gave a card. */
export type Source = 'index' | 'content' | 'category' | 'popular' | 'shop' | 'recent' | 'list' | 'remote';

/** A product in its place. */
export interface Ranked {
  readonly id: string;
  readonly source: Source;
  /** Product seen whose row gave it most; only from the index and from content. */
  readonly because?: string | undefined;
  /** Rule of the shop that moved it. */
  readonly rule?: 'pin' | 'boost' | 'bury' | undefined;
}
