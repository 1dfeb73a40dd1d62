import { scheduleState } from '@regulars/core/rules';
import { type Campaign, drawOf, type Pool, quizKeyOf, type RefusalReason } from '@regulars/schema';
import { readPauses } from '../campaigns/pauses.ts';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { isEligible } from './is-eligible.ts';
import type { Player } from './play.ts';
import { hasReachedLimit } from './pool-limits.ts';
import { readPool, type SeededPool } from './pools.ts';

/** What a browser says when it asks for a draw; never an amount or a prize. */
export interface DrawRequest {
  readonly campaignId: string;
  readonly playKey: string;
  readonly ageConfirmed?: true | undefined;
  /** Chosen answers of a quiz. */
  readonly answers?: readonly number[] | undefined;
}

/** The pool to draw from, or why this person may not. The person is locked. */
export async function mayPlay(
  tx: Queryable,
  context: ServerContext,
  actor: Player,
  request: DrawRequest,
): Promise<{ readonly pool: SeededPool } | { readonly refusal: RefusalReason }> {
  const campaign = context.campaigns.campaigns.find((each) => each.id === request.campaignId);
  if (!campaign) return { refusal: 'not-found' };
  const now = context.now();
  const pool = await readPool(tx, context, drawOf(campaign.widget));
  if (!pool) return { refusal: 'not-found' };
  if (!(await isLive(tx, context, campaign, pool.pool))) return { refusal: 'campaign-not-live' };
  const refusal =
    refusedRegion(pool.pool, actor) ??
    refusedQuiz(campaign, request) ??
    (await refusedAge(tx, pool.pool, actor, { request, now }));
  if (refusal) return { refusal };
  const who = { personId: actor.personId, campaign, document: context.campaigns, pool, now };
  if (!(await isEligible(tx, who))) return { refusal: 'not-eligible' };
  if (await hasReachedLimit(tx, pool, actor.personId, now)) return { refusal: 'already-played' };
  return { pool };
}

async function isLive(
  tx: Queryable,
  context: ServerContext,
  campaign: Campaign,
  pool: Pool,
): Promise<boolean> {
  if (campaign.status !== 'live' && campaign.status !== 'scheduled') return false;
  const now = context.now();
  if (scheduleState(campaign.schedule, now, context.campaigns.zone) !== 'open') return false;
  if (scheduleState(pool.schedule, now, context.program.zone) !== 'open') return false;
  const { pausedAll, paused } = await readPauses(tx);
  return !pausedAll && !paused.includes(campaign.id);
}

function refusedRegion({ regions }: Pool, { region }: Pick<Player, 'region'>): RefusalReason | null {
  return !regions || (region !== undefined && regions.includes(region)) ? null : 'region-not-allowed';
}

/** A quiz that pays is judged by the key of its campaign, which only the server has. */
function refusedQuiz({ widget }: Campaign, { answers = [] }: DrawRequest): RefusalReason | null {
  const key = quizKeyOf(widget);
  if (!key) return null;
  const right = key.correct.filter((correct, index) => correct === -1 || correct === answers[index]).length;
  return right >= key.pass ? null : 'quiz-failed';
}

async function refusedAge(
  tx: Queryable,
  { age }: Pool,
  { personId }: Pick<Player, 'personId'>,
  { request, now }: { readonly request: DrawRequest; readonly now: number },
): Promise<RefusalReason | null> {
  if (!age) return null;
  if (age.proof === 'declared') return request.ageConfirmed ? null : 'age-not-confirmed';
  const rows = await tx.query<{ birth_date: string | null }>('select birth_date from person where id = $1', [
    personId,
  ]);
  const born = rows[0]?.birth_date;
  return born && born <= yearsAgo(now, age.min) ? null : 'age-not-confirmed';
}

/** `YYYY-MM-DD` of the day so many years ago, UTC; whoever was born on it or before is old enough. */
function yearsAgo(now: number, years: number): string {
  const today = new Date(now).toISOString().slice(0, 10);
  return `${String(Number(today.slice(0, 4)) - years).padStart(4, '0')}${today.slice(4)}`;
}
