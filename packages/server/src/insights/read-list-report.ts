import type { SampleRatio } from '@regulars/core/rules';
import type { ServerContext } from '../context.ts';
import { countListArms, type ListArmCount } from './count-list-arms.ts';
import { countStrategies, type StrategyCount } from './count-strategies.ts';
import { readSampleRatio } from './expect-arms.ts';
import { type ListPurchase, readListPurchases } from './list-purchases.ts';
import { ratioDifference } from './ratio-rule.ts';

const DAY_MS = 86_400_000;
const CONTROL = 'held-out';
/** Purchases that a report names, newest first. */
const NAMED = 50;

/** One arm of a list beside the control. */
export interface ListArm extends ListArmCount {
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
  /** What came of each strategy, without who was held out; `regulars report recommendations --into` publishes it. */
  readonly strategies: readonly StrategyCount[];
  /** Whether visitors spread over the arms as the document says. */
  readonly sampleRatio: SampleRatio | null;
  /** The interval of a difference in clicks or purchases leaves zero out, and the sample ratio holds. */
  readonly proven: boolean;
  /** The newest of them. */
  readonly purchases: readonly ListPurchase[];
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
  const span = { since, windowMs: windowDays * DAY_MS };
  return Promise.all(
    lists.map(async (campaign) => {
      const own = { ...span, campaignId: campaign.id };
      const counts = await countListArms(context, own);
      return {
        ...{ campaignId: campaign.id, name: campaign.name ?? campaign.id, days, windowDays },
        ...compare(counts, await readSampleRatio(context, campaign.id, since, 'list')),
        strategies: await countStrategies(context, own),
        purchases: await readListPurchases(context, { ...own, most: NAMED }),
      };
    }),
  );
}

function compare(
  counts: readonly ListArmCount[],
  sampleRatio: SampleRatio | null,
): Pick<ListReport, 'arms' | 'sampleRatio' | 'proven'> {
  const control = counts.find(({ id }) => id === CONTROL);
  const arms = counts.map((arm): ListArm => {
    const other = arm === control ? null : control;
    return {
      ...arm,
      clickDifference: ratioDifference(arm.clickRate, other?.clickRate ?? null),
      purchaseDifference: ratioDifference(arm.purchaseRate, other?.purchaseRate ?? null),
    };
  });
  const differs = arms.some(({ clickDifference, purchaseDifference }) =>
    [clickDifference, purchaseDifference].some((one) => one && one.low * one.high > 0),
  );
  return { arms, sampleRatio, proven: differs && !sampleRatio?.isOff };
}
