import type { ServerContext } from '../context.ts';

/** What came of one strategy of a list. */
export interface StrategyCount {
  readonly strategy: string;
  /** Cards that were half on screen for a second. */
  readonly views: number;
  readonly clicks: number;
}

/** Counts cards seen and followed by the strategy that events name, without who was held out; by name. */
export function countStrategies(
  { db }: ServerContext,
  { campaignId, since }: { readonly campaignId: string; readonly since: number },
): Promise<readonly StrategyCount[]> {
  return db.query<StrategyCount>(
    `select props->>'strategy' as strategy,
       (count(*) filter (where name = 'recommendation_viewed'))::float8 as views,
       (count(*) filter (where name = 'recommendation_clicked'))::float8 as clicks
     from event where t >= $1 and not test and props->>'campaignId' = $2
       and name in ('recommendation_viewed', 'recommendation_clicked')
       and props->>'strategy' is not null and coalesce(props->>'variantId', '') <> 'holdout'
     group by 1 order by 1`,
    [since, campaignId],
  );
}
