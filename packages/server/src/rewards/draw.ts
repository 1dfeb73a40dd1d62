import type { ActionResults } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { emit } from '../outbox/emit.ts';
import { drawPrize } from './draw-rule.ts';
import { lockPerson } from './ledger/lock-person.ts';
import { type DrawRequest, mayPlay } from './may-play.ts';
import { type Actor, type Answer, labelFor, type Play, type Player, signClaim } from './play.ts';
import { takeDay } from './pool-limits.ts';
import { insertPlay, takePrize } from './take-prize.ts';

/** Draws a prize: the same play key gets the same outcome for ever. Stock, limits and play change in one transaction. */
export async function draw(
  context: ServerContext,
  actor: Actor,
  request: DrawRequest,
): Promise<Answer<ActionResults['draw']>> {
  const stored = await context.db.transaction((tx) => drawIn(tx, context, actor, request));
  if (!stored.ok) return stored;
  const play = stored.result;
  const claimToken = await signClaim(context, play, actor);
  return {
    ok: true,
    result: {
      playId: play.id,
      prizeIndex: play.prize_index,
      label: labelFor(play.label, actor.locale, context.campaigns.fallbackLocales),
      win: play.reward.type !== 'none',
      ...(claimToken !== undefined && { claimToken }),
    },
  };
}

/** The draw inside the caller's transaction, for a player with or without a browser. */
export async function drawIn(
  tx: Queryable,
  context: ServerContext,
  actor: Player,
  request: DrawRequest,
): Promise<Answer<Play>> {
  // Draws of one person wait for each other, and for an identify under way, so that a limit cannot be outrun.
  const personId = await lockPerson(tx, actor.personId);
  const known = await findPlay(tx, request, personId);
  if (known) return known;
  const now = context.now();
  const may = await mayPlay(tx, context, { ...actor, personId }, request);
  if ('refusal' in may) return { ok: false, reason: may.refusal };
  const { pool } = may;
  if (!(await takeDay(tx, context, pool, now))) return { ok: false, reason: 'limit-reached' };
  const drawn = drawPrize(
    pool.pool.prizes.map((prize) => prize.weight),
    { serverSeed: pool.seed, clientSeed: request.playKey, nonce: 0 },
  );
  const taken = await takePrize(tx, pool, drawn.prizeIndex);
  if (!taken) return { ok: false, reason: 'out-of-stock' };
  const play = await insertPlay(tx, {
    pool,
    request,
    actor: { ...actor, personId },
    drawnIndex: drawn.prizeIndex,
    taken,
    now,
  });
  if (play.reward.type !== 'none') {
    await emit(tx, context, {
      type: 'prize_won',
      key: play.id,
      personId,
      t: now,
      content: { playId: play.id, campaignId: play.campaign_id, label: play.label, reward: play.reward },
    });
  }
  return { ok: true, result: play };
}

async function findPlay(
  tx: Queryable,
  { campaignId, playKey }: DrawRequest,
  personId: string,
): Promise<Answer<Play> | null> {
  const rows = await tx.query<Play & { root: string }>(
    `select play.*, coalesce(person.merged_into, person.id) as root from play join person on person.id = play.person_id
     where campaign_id = $1 and play_key = $2`,
    [campaignId, playKey],
  );
  const play = rows[0];
  if (!play) return null;
  if (play.root !== personId) return { ok: false, reason: 'claimed-by-another' };
  return play.voided_at === null ? { ok: true, result: play } : { ok: false, reason: 'already-played' };
}
