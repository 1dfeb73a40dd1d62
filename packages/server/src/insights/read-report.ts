import {
  type ArmCount,
  type CampaignReport,
  daysToProof,
  differenceOf,
  type ReportArm,
} from '@regulars/core/rules';
import type { Campaign } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import { readSampleRatio } from './expect-arms.ts';

const DAY_MS = 86_400_000;
const CONTROL = 'held-out';

/** Reports on a campaign over the last days; `null`: there is no such campaign. Orders count by the shop's own word. */
export async function readReport(
  context: ServerContext,
  campaignId: string,
  days = 30,
): Promise<CampaignReport | null> {
  const campaign = context.campaigns.campaigns.find(({ id }) => id === campaignId);
  if (!campaign) return null;
  const since = context.now() - days * DAY_MS;
  const counts = await countArms(context, campaign, since);
  const [people] = await context.db.query<Record<'eligible' | 'dismissed' | 'completed', number>>(
    `select count(distinct anonymous_id) filter (where name in ('experience_shown', 'holdout_reached')
         or (name = 'experience_decided' and props->>'outcome' in ('reserved', 'shown', 'held-out', 'outranked')))::int as eligible,
       count(distinct anonymous_id) filter (where name = 'experience_dismissed')::int as dismissed,
       count(distinct anonymous_id) filter (where name = 'experience_completed')::int as completed
     from event where t >= $2 and not test and props->>'campaignId' = $1
       and name in ('experience_decided', 'experience_shown', 'holdout_reached', 'experience_dismissed', 'experience_completed')`,
    [campaignId, since],
  );
  const control = counts.find(({ id }) => id === CONTROL);
  const arms = counts.map((arm): ReportArm => {
    const difference = control && arm !== control ? differenceOf(arm, control) : null;
    return { ...arm, rate: arm.people > 0 ? arm.goals / arm.people : null, difference };
  });
  const ratio = await readSampleRatio(context, campaignId, since);
  const proven =
    !ratio?.isOff && arms.some(({ difference }) => difference && difference.low * difference.high > 0);
  const waits = control
    ? arms.flatMap((arm) => (arm.id === CONTROL ? [] : (daysToProof(arm, control, days) ?? [])))
    : [];
  return {
    ...{ campaignId, days, arms, proven, sampleRatio: ratio },
    name: campaign.name ?? campaignId,
    goal: campaign.goal?.event ?? null,
    ...(people ?? { eligible: 0, dismissed: 0, completed: 0 }),
    heldOut: control?.people ?? 0,
    shown: arms.reduce((sum, arm) => sum + (arm.id === CONTROL ? 0 : arm.people), 0),
    moreDays: proven || waits.length === 0 ? null : Math.min(...waits),
  };
}

/** First arm that each visitor reached, and whether the goal followed within its time. */
async function countArms(
  { db }: ServerContext,
  { id, goal }: Campaign,
  since: number,
): Promise<readonly (ArmCount & { readonly id: string })[]> {
  const isOrder = goal?.event === 'order_placed';
  const reached = isOrder
    ? `exists (select 1 from shop_order o left join person b on b.id = o.person_id
         where o.status not in ('cancelled', 'returned') and o.placed_at >= f.t and o.placed_at <= f.t + $3
           and (o.anonymous_id = f.anonymous_id or coalesce(b.merged_into, b.id) = coalesce(p.merged_into, p.id)))`
    : `exists (select 1 from event g where g.anonymous_id = f.anonymous_id and g.name = $4 and g.t >= f.t and g.t <= f.t + $3)`;
  const windowMs = (goal?.withinHours ?? 72) * 3_600_000;
  return db.query<ArmCount & { id: string }>(
    `with first as (
       select distinct on (anonymous_id) anonymous_id, t,
         case when name = 'holdout_reached' then 'held-out' else coalesce(props->>'variantId', 'shown') end as arm
       from event where name in ('experience_shown', 'holdout_reached') and props->>'campaignId' = $1 and t >= $2 and not test
       order by anonymous_id, t, seq)
     select f.arm as id, count(*)::int as people, count(*) filter (where ${reached})::int as goals
     from first f left join visitor v on v.anonymous_id = f.anonymous_id left join person p on p.id = v.person_id
     group by f.arm order by f.arm = 'held-out', f.arm`,
    [id, since, windowMs, ...(isOrder ? [] : [goal?.event ?? ''])],
  );
}
