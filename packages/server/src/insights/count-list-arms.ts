import type { ServerContext } from '../context.ts';
import { purchaseQuery } from './list-purchases.ts';
import { type Ratio, ratioOf } from './ratio-rule.ts';

/** What came of one arm of a list. */
export interface ListArmCount {
  /** Variant, `shown` for a list without variants, `held-out` for those who saw best sellers. */
  readonly id: string;
  readonly visitors: number;
  /** Cards that were half on screen for a second. */
  readonly views: number;
  readonly clicks: number;
  readonly purchases: number;
  /** By currency, minor units. */
  readonly revenue: Readonly<Record<string, number>>;
  readonly clickRate: Ratio | null;
  readonly purchaseRate: Ratio | null;
}

type Sums = Readonly<
  Record<
    | 'visitors'
    | 'views'
    | 'clicks'
    | 'bought'
    | 'viewsViews'
    | 'clicksClicks'
    | 'clicksViews'
    | 'boughtBought'
    | 'boughtViews',
    number
  >
> & { readonly id: string };
type Sold = Readonly<Record<'purchases' | 'value', number>> & {
  readonly id: string;
  readonly currency: string;
};

/** Counts a list by the arm that events name, held out last. The database sums over visitors: a row an arm comes here, however many they are. */
export async function countListArms(
  { db }: ServerContext,
  {
    campaignId,
    since,
    windowMs,
  }: { readonly campaignId: string; readonly since: number; readonly windowMs: number },
): Promise<readonly ListArmCount[]> {
  const values = [since, windowMs, campaignId];
  const arms = await db.query<Sums>(
    `with purchase as (${purchaseQuery}),
     buyer as (select anonymous_id, arm, count(*) as bought from purchase where props->>'campaignId' = $3 group by 1, 2),
     seen as (
       select anonymous_id,
         case when props->>'variantId' = 'holdout' then 'held-out' else coalesce(props->>'variantId', 'shown') end as arm,
         count(*) filter (where name = 'recommendation_viewed') as views,
         count(*) filter (where name = 'recommendation_clicked') as clicks
       from event where t >= $1 and not test and props->>'campaignId' = $3
         and name in ('recommendation_shown', 'recommendation_viewed', 'recommendation_clicked')
       group by 1, 2),
     each as (select s.arm, s.views, s.clicks, coalesce(b.bought, 0) as bought
       from seen s left join buyer b on b.anonymous_id = s.anonymous_id and b.arm = s.arm)
     select arm as id, count(*)::int as visitors, sum(views)::float8 as views, sum(clicks)::float8 as clicks,
       sum(bought)::float8 as bought, sum(views * views)::float8 as "viewsViews", sum(clicks * clicks)::float8 as "clicksClicks",
       sum(clicks * views)::float8 as "clicksViews", sum(bought * bought)::float8 as "boughtBought",
       sum(bought * views)::float8 as "boughtViews"
     from each group by arm order by arm = 'held-out', arm`,
    values,
  );
  const sold = await db.query<Sold>(
    `select arm as id, currency, count(*)::int as purchases, sum(value)::float8 as value
     from (${purchaseQuery}) purchase where props->>'campaignId' = $3 group by arm, currency order by arm, currency`,
    values,
  );
  return arms.map((arm) => {
    const { id, visitors, views, clicks, viewsViews } = arm;
    const own = sold.filter((one) => one.id === id);
    const common = { visitors, views, viewsViews };
    return {
      ...{ id, visitors, views, clicks },
      purchases: own.reduce((sum, { purchases }) => sum + purchases, 0),
      revenue: Object.fromEntries(own.map(({ currency, value }) => [currency, value])),
      clickRate: ratioOf({
        ...common,
        goals: clicks,
        goalsGoals: arm.clicksClicks,
        goalsViews: arm.clicksViews,
      }),
      purchaseRate: ratioOf({
        ...{ ...common, goals: arm.bought },
        ...{ goalsGoals: arm.boughtBought, goalsViews: arm.boughtViews },
      }),
    };
  });
}
