import type { Prize } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import { type Actor, labelFor, type Play, signClaim } from './play.ts';

type PrizeRow = Play & {
  readonly code: string | null;
  readonly claimed_end: number | null;
  readonly claimed: boolean;
};

/** A person's won prizes, newest first, each with a fresh claim token until it is claimed. */
export async function readPrizes(context: ServerContext, actor: Actor): Promise<readonly Prize[]> {
  const rows = await context.db.query<PrizeRow>(
    `select play.*, claim.code, claim.ends_at as claimed_end, claim.play_id is not null as claimed
     from play left join claim on claim.play_id = play.id
     where play.person_id in (select id from person where id = $1 or merged_into = $1)
       and play.reward->>'type' <> 'none'
     order by play.t desc limit 50`,
    [actor.personId],
  );
  return Promise.all(rows.map((row) => toPrize(context, actor, row)));
}

async function toPrize(context: ServerContext, actor: Actor, row: PrizeRow): Promise<Prize> {
  const claimToken = row.claimed ? undefined : await signClaim(context, row, actor);
  const endsAt = row.claimed_end ?? row.ends_at;
  return {
    playId: row.id,
    label: labelFor(row.label, actor.locale, context.campaigns.fallbackLocales),
    ...(claimToken !== undefined && { claimToken }),
    ...(row.code !== null && { code: row.code }),
    ...(endsAt !== null && { endsAt }),
  };
}
