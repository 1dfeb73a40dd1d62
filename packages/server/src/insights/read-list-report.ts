import { type SampleRatio, sampleRatio } from '@regulars/core/rules';
import type { Campaign } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import { type ListPurchase, readListPurchases } from './list-purchases.ts';
import { type Ratio, ratioDifference, ratioOf } from './ratio-rule.ts';
import { shareOf } from './read-report.ts';

const DAY_MS = 86_400_000;
const CONTROL = 'held-out';
/** Purchases that a report names, newest first. */
const NAMED = 50;

/** What came of one arm of a list. */
export interface ListArm {
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
  /** Against the control; `null`: there is none, or this is it. */
  readonly clickDifference: ReturnType<typeof ratioDifference>;
  readonly purchaseDifference: ReturnType<typeof ratioDifference>;
}

/** What a list came to. */
export interface ListReport {
  readonly campaignId: string;
  readonly name: string;
  readonly days: number;
  /** Days between a click and an order that it may have led to. */
  readonly windowDays: number;
  readonly arms: readonly ListArm[];
  /** Whether visitors spread over the arms as the document says. */
  readonly sampleRatio: SampleRatio | null;
  /** The interval of a difference in clicks or purchases leaves zero out, and the sample ratio holds. */
  readonly proven: boolean;
  readonly purchases: readonly Omit<ListPurchase, 'anonymousId'>[];
}

interface VisitorRow {
  readonly anonymousId: string;
  readonly arm: string;
  readonly views: number;
  readonly clicks: number;
}

/** Reports on the lists of the live document, or on one of them; a list nobody has seen has no arms. */
export async function readListReports(
  context: ServerContext,
  options: {
    readonly campaignId?: string | undefined;
    readonly days?: number;
    readonly windowDays?: number;
  } = {},
): Promise<readonly ListReport[]> {
  const { campaignId, days = 30, windowDays = 7 } = options;
  const lists = context.campaigns.campaigns.filter(
    ({ id, widget }) => widget.type === 'carousel' && (campaignId === undefined || id === campaignId),
  );
  if (lists.length === 0) return [];
  const since = context.now() - days * DAY_MS;
  const purchases = await readListPurchases(context, { since, windowMs: windowDays * DAY_MS });
  return Promise.all(
    lists.map(async (campaign) => ({
      ...{ campaignId: campaign.id, name: campaign.name ?? campaign.id, days, windowDays },
      ...summarise(
        campaign,
        await readVisitors(context, campaign.id, since),
        purchases.filter((one) => one.campaignId === campaign.id),
        context.campaigns.globalHoldout ?? 0,
      ),
    })),
  );
}

/** Views and clicks of each visitor, by the arm that their events name. */
async function readVisitors(
  { db }: ServerContext,
  id: string,
  since: number,
): Promise<readonly VisitorRow[]> {
  return db.query<VisitorRow>(
    `select anonymous_id as "anonymousId",
       case when props->>'variantId' = 'holdout' then 'held-out' else coalesce(props->>'variantId', 'shown') end as arm,
       count(*) filter (where name = 'recommendation_viewed')::int as views,
       count(*) filter (where name = 'recommendation_clicked')::int as clicks
     from event where t >= $2 and not test and props->>'campaignId' = $1
       and name in ('recommendation_shown', 'recommendation_viewed', 'recommendation_clicked')
     group by 1, 2 order by 2, 1`,
    [id, since],
  );
}

function summarise(
  campaign: Campaign,
  visitors: readonly VisitorRow[],
  purchases: readonly ListPurchase[],
  globalHoldout: number,
): Pick<ListReport, 'arms' | 'sampleRatio' | 'proven' | 'purchases'> {
  const names = [...new Set(visitors.map(({ arm }) => arm))].sort(
    (a, b) => Number(a === CONTROL) - Number(b === CONTROL) || (a < b ? -1 : 1),
  );
  const counted = names.map((id) => countArm(id, visitors, purchases));
  const control = counted.find(({ id }) => id === CONTROL);
  const arms = counted.map((arm): ListArm => {
    const other = arm === control ? null : control;
    return {
      ...arm,
      clickDifference: ratioDifference(arm.clickRate, other?.clickRate ?? null),
      purchaseDifference: ratioDifference(arm.purchaseRate, other?.purchaseRate ?? null),
    };
  });
  const ratio = sampleRatio(
    arms.map((arm) => arm.visitors),
    arms.map(({ id }) => shareOf(campaign, globalHoldout, id)),
  );
  const differs = arms.some(({ clickDifference, purchaseDifference }) =>
    [clickDifference, purchaseDifference].some((one) => one && one.low * one.high > 0),
  );
  const named = purchases.slice(0, NAMED).map(({ anonymousId: _, ...purchase }) => purchase);
  return { arms, sampleRatio: ratio, proven: differs && !ratio?.isOff, purchases: named };
}

function countArm(
  id: string,
  visitors: readonly VisitorRow[],
  purchases: readonly ListPurchase[],
): Omit<ListArm, 'clickDifference' | 'purchaseDifference'> {
  const own = visitors.filter(({ arm }) => arm === id);
  const bought = purchases.filter(({ variantId }) => armOf(variantId) === id);
  const counts = new Map<string, number>();
  const revenue: Record<string, number> = {};
  for (const { anonymousId, value, currency } of bought) {
    counts.set(anonymousId, (counts.get(anonymousId) ?? 0) + 1);
    revenue[currency] = (revenue[currency] ?? 0) + value;
  }
  const rate = (goals: (one: VisitorRow) => number): Ratio | null =>
    ratioOf(own.map((one) => ({ views: one.views, goals: goals(one) })));
  return {
    ...{ id, visitors: own.length, purchases: bought.length, revenue },
    views: own.reduce((sum, { views }) => sum + views, 0),
    clicks: own.reduce((sum, { clicks }) => sum + clicks, 0),
    clickRate: rate(({ clicks }) => clicks),
    purchaseRate: rate(({ anonymousId }) => counts.get(anonymousId) ?? 0),
  };
}

function armOf(variantId: string | null): string {
  return variantId === 'holdout' ? CONTROL : (variantId ?? 'shown');
}
