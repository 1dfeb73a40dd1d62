import type { Money } from '@regulars/schema';

/** Value of an attribute; `undefined` is *unknown*. */
export type FactValue = string | number | boolean | Money | readonly string[] | undefined;

/** What conditions may ask. Neither member throws. */
export interface ConditionFacts {
  /** Attribute by dotted name (`cart.total`). */
  attr(name: string): FactValue;
  /**
   * How often an event happened, in all or within the last days (today included), with everything or with a category,
   * brand or product alone; `null`: unknown.
   */
  count(event: string, withinDays?: number, where?: Readonly<Record<string, string>>): number | null;
  /** Epoch ms. */
  readonly now: number;
  /** IANA zone in which local dates of conditions are read. */
  readonly zone: string;
}
