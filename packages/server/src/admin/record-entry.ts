import { type ActionResults, drawOf, type FreeEntryWish } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { writeAudit } from '../operator/audit.ts';
import { customerPerson } from '../people/bind-customer.ts';
import { findPerson } from '../people/find-person.ts';
import { rootPerson } from '../people/visitors.ts';
import { drawIn } from '../rewards/draw.ts';
import { type Answer, labelFor } from '../rewards/play.ts';
import type { Caller } from './caller.ts';

/** What an entry came to: the outcome of its draw. The prize waits among the person's prizes. */
export type EntryAnswer = Answer<Omit<ActionResults['draw'], 'claimToken'>>;

/**
 * Records an entry by post or e-mail, where the pool offers one, and plays it: the same draw, stock and limits as a play in the
 * shop. The same wish plays once; a refused one leaves nothing. A customer who never came is made.
 */
export function recordEntry(
  context: ServerContext,
  request: { readonly person: string; readonly caller: Caller; readonly wish: FreeEntryWish },
): Promise<EntryAnswer> {
  return context.db
    .transaction(async (tx) => {
      const personId = await entrant(tx, request.person, context.now());
      const answer: EntryAnswer =
        personId === null
          ? { ok: false, reason: 'not-found' }
          : await enter(tx, context, { ...request, personId });
      if (!answer.ok) throw new Refused(answer);
      return answer;
    })
    .catch((error: unknown) => {
      if (error instanceof Refused) return error.answer;
      throw error;
    });
}

/** Takes the transaction back with its answer. */
class Refused extends Error {
  readonly answer: EntryAnswer;
  constructor(answer: EntryAnswer) {
    super('refused');
    this.answer = answer;
  }
}

async function entrant(tx: Queryable, person: string, now: number): Promise<string | null> {
  const customerId = /^customer:(.{1,200})$/s.exec(person)?.[1];
  if (customerId === undefined) return findPerson(tx, person);
  return rootPerson(tx, await customerPerson(tx, { customerId, now }));
}

async function enter(
  tx: Queryable,
  context: ServerContext,
  {
    personId,
    caller,
    wish,
  }: { readonly personId: string; readonly caller: Caller; readonly wish: FreeEntryWish },
): Promise<EntryAnswer> {
  const { campaignId, id, region, ageConfirmed, reason } = wish;
  const campaign = context.campaigns.campaigns.find((each) => each.id === campaignId);
  const pool = campaign && drawOf(campaign.widget);
  if (pool === undefined || !Object.hasOwn(context.program.pools, pool))
    return { ok: false, reason: 'not-found' };
  if (!context.program.pools[pool]?.freeEntry) return { ok: false, reason: 'not-eligible' };
  const t = Math.round(context.now());
  await tx.query(
    'insert into free_entry (pool, person_id, t, account_id) values ($1, $2, $3, $4) on conflict do nothing',
    [pool, personId, t, caller.id],
  );
  const playKey = `entry-${id}`;
  const known = await tx.query('select 1 from play where campaign_id = $1 and play_key = $2', [
    campaignId,
    playKey,
  ]);
  const actor = { anonymousId: null, personId, locale: undefined, region };
  const drawn = await drawIn(tx, context, actor, { campaignId, playKey, ageConfirmed });
  if (!drawn.ok) return drawn;
  const play = drawn.result;
  if (known.length === 0) {
    await writeAudit(tx, caller, context.now(), {
      action: 'free-entry-recorded',
      target: personId,
      detail: { id, campaignId, pool, playId: play.id, reason },
    });
  }
  return {
    ok: true,
    result: {
      playId: play.id,
      prizeIndex: play.prize_index,
      label: labelFor(play.label, undefined, context.campaigns.fallbackLocales),
      win: play.reward.type !== 'none',
    },
  };
}
