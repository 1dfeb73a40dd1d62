import type { CarouselWidget, Product, Strategy } from '@regulars/schema';
import type { ListProfile } from '../../rules/list-plan.ts';
import type { RankResult } from '../../rules/rank-rule.ts';
import type { RankedCard } from '../widget-view.ts';

/** What one list is made for. */
export interface ListRequest {
  readonly props: CarouselWidget['props'];
  readonly strategy: Strategy;
  readonly slot: string;
  readonly campaignId: string;
  /** `null`: without the journey. */
  readonly profile: ListProfile | null;
  /** Product of the page. */
  readonly current: string | undefined;
  /** What the visitor saved, newest first. */
  readonly saved: readonly Product[];
  /** Ids that lists opened earlier show. */
  readonly shownElsewhere: ReadonlySet<string>;
}

/** Cards in order, and what the debug panel says of them. */
export interface MadeList {
  readonly cards: readonly RankedCard[];
  /** `null`: there is no index. */
  readonly indexVersion: string | null;
  readonly removed: RankResult['removed'];
}
