import { type SampleRatio, sampleRatio } from '@regulars/core/rules';
import type { Campaign } from '@regulars/schema';
import type { ServerContext } from '../context.ts';

const CONTROL = 'held-out';

/** Share that an arm should have of all whom the campaign reached. */
export function shareOf({ experiment, holdout, goal }: Campaign, globalHoldout: number, id: string): number {
  const own = holdout ?? (goal ? 0.1 : 0);
  const held = 1 - (1 - own) * (1 - globalHoldout);
  if (id === CONTROL) return held;
  if (!experiment) return 1 - held;
  const { variants, coverage = 1 } = experiment;
  const whole = variants.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const weight = variants.find((one) => one.id === id)?.weight;
  return (1 - held) * (weight === undefined ? 1 - coverage : (weight / whole) * coverage);
}

/** What a revision said of a campaign, from `t` on, epoch ms. */
interface Said {
  readonly t: number;
  readonly campaign: Campaign;
  readonly globalHoldout: number;
}

/** Revisions in force since a time that have the campaign, oldest first. */
async function readSaid({ db }: ServerContext, id: string, since: number): Promise<readonly Said[]> {
  const rows = await db.query<{ t: number; campaign: string; held: string | null }>(
    `select r.t, c::text as campaign, r.content::jsonb->>'globalHoldout' as held
     from document_revision r, jsonb_array_elements(r.content::jsonb->'campaigns') c
     where r.kind = 'campaigns' and c->>'id' = $1 and r.t >= coalesce(
       (select max(t) from document_revision where kind = 'campaigns' and t <= $2), 0)
     order by r.revision`,
    [id, since],
  );
  return rows.map(({ t, campaign, held }) => ({
    t,
    campaign: JSON.parse(campaign),
    globalHoldout: Number(held ?? 0),
  }));
}

/** What reaches somebody, and with which arm. */
const reachedBy = {
  campaign: `case when name = 'holdout_reached' then 'held-out' else coalesce(props->>'variantId', 'shown') end as arm
       from event where name in ('experience_shown', 'holdout_reached')`,
  list: `case when props->>'variantId' = 'holdout' then 'held-out' else coalesce(props->>'variantId', 'shown') end as arm
       from event where name in ('recommendation_shown', 'recommendation_viewed', 'recommendation_clicked')`,
};

/**
 * Whether the people whom a campaign reached spread over its arms as it said when each of them was first reached: a share
 * that was changed since is no mismatch. Who was reached before `since` keeps an older share's arm and is not asked.
 */
export async function readSampleRatio(
  context: ServerContext,
  id: string,
  since: number,
  kind: keyof typeof reachedBy = 'campaign',
): Promise<SampleRatio | null> {
  const said = await readSaid(context, id, since);
  if (said.length === 0) return null;
  const reached = await context.db.query<{ arm: string; part: number; people: number }>(
    `with first as (
       select distinct on (anonymous_id) t, ${reachedBy[kind]} and props->>'campaignId' = $1 and not test
       order by anonymous_id, t, seq)
     select arm, width_bucket(t, $3::bigint[])::int as part, count(*)::int as people
     from first where t >= $2 group by 1, 2`,
    [id, since, said.slice(1).map(({ t }) => t)],
  );
  const arms = [...new Set([CONTROL, ...said.flatMap(({ campaign }) => armsOf(campaign))])];
  const people = (arm: string, part?: number): number =>
    reached
      .filter((one) => one.arm === arm && (part === undefined || one.part === part))
      .reduce((sum, one) => sum + one.people, 0);
  const inPart = said.map((_, part) => arms.reduce((sum, arm) => sum + people(arm, part), 0));
  const expected = arms.map((arm) =>
    said.reduce(
      (sum, { campaign, globalHoldout }, part) =>
        sum + (inPart[part] ?? 0) * shareOf(campaign, globalHoldout, arm),
      0,
    ),
  );
  return sampleRatio(
    arms.map((arm) => people(arm)),
    expected,
  );
}

/** Arms as reports name them, but the control. */
function armsOf({ experiment }: Campaign): readonly string[] {
  if (!experiment) return ['shown'];
  const { variants, coverage = 1 } = experiment;
  return [...variants.map(({ id }) => id), ...(coverage < 1 ? ['shown'] : [])];
}
