import type { Prize } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import { type Actor, labelFor, signClaim, type Win } from './play.ts';
import { WINS } from './wins.ts';

type PrizeRow = Win & {
  readonly source: string;
  readonly code: string | null;
  readonly claimed_end: number | null;
  readonly claimed: boolean;
  readonly used_at: number | null;
};

/** What a person won or bought, newest first, each with a fresh claim token until it is claimed. */
export async function readPrizes(context: ServerContext, actor: Actor): Promise<readonly Prize[]> {
  const rows = await context.db.query<PrizeRow>(
    `select win.*, claim.code, claim.ends_at as claimed_end, claim.used_at, claim.play_id is not null as claimed
     from ${WINS} left join claim on claim.play_id = win.id
     where win.person_id in (select id from person where id = $1 or merged_into = $1)
       and win.reward->>'type' <> 'none' and win.voided_at is null
       and (win.campaign_id is not null or win.reward->>'type' = 'coupon')
     order by win.t desc, win.id limit 50`,
    [actor.personId],
  );
  return Promise.all(rows.map((row) => toPrize(context, actor, row)));
}

async function toPrize(context: ServerContext, actor: Actor, row: PrizeRow): Promise<Prize> {
  const claimToken = row.claimed ? undefined : await signClaim(context, row, actor);
  const endsAt = row.claimed_end ?? row.ends_at;
  const conditions = row.reward.type === 'coupon' ? row.reward.conditions : undefined;
  const text = (label: Win['label']): string =>
    labelFor(label, actor.locale, context.campaigns.fallbackLocales);
  return {
    playId: row.id,
    label: text(row.label),
    kind: row.reward.type === 'points' ? 'points' : 'coupon',
    source: row.source,
    wonAt: row.t,
    ...(claimToken !== undefined && { claimToken }),
    ...(row.code !== null && { code: row.code }),
    ...(conditions && { conditions: text(conditions) }),
    ...(endsAt !== null && { endsAt }),
    ...(row.used_at !== null && { used: true as const }),
  };
}
