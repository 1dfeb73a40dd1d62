import type { Product, Strategy } from '@regulars/schema';
import type { PortKey } from '../../lib/port-registry.ts';

/** What a backend that ranks is asked. Sent only with leave to personalise. */
export interface RankQuestion {
  readonly strategy: Strategy;
  readonly slot: string;
  readonly campaignId: string;
  /** Distinct product ids of the journey, newest first, at most 20. */
  readonly seen: readonly string[];
  readonly inCart: readonly string[];
  /** Product of the page. */
  readonly current?: string | undefined;
  /** Cards wanted, with some to spare for what the rules take out. */
  readonly max: number;
  readonly locale: string;
}

/** A backend's list, best first. */
export interface RankAnswer {
  /** What it knows of a product wins over the card of the index. */
  readonly items: readonly { readonly id: string; readonly product?: Product | undefined }[];
  /** Names model and version in every signal. */
  readonly version?: string | undefined;
}

/** Ranks in place of the index. `null`: it has no answer; the list is then made on the device. May reject. */
export interface Ranker {
  rank(question: RankQuestion, options: { readonly signal: AbortSignal }): Promise<RankAnswer | null>;
  /** Time it gets, ms (default 800). */
  readonly timeoutMs?: number | undefined;
}

export const rankerPort: PortKey<Ranker> = 'ranker';
