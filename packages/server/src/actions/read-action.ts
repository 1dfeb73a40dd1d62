import type { Action, ActionResults } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import { isEngagementRead, readEngagement } from '../engage/read-views.ts';
import { readWallet } from '../rewards/ledger/wallet.ts';
import { readOffers } from '../rewards/offers/read-offers.ts';
import type { Actor, Answer } from '../rewards/play.ts';
import { readPrizes } from '../rewards/read-prizes.ts';
import { readTier } from '../rewards/tiers.ts';

type ReadAction = Extract<Action, { type: 'read' }>;
type Reader = (
  context: ServerContext,
  actor: Actor,
  action: ReadAction,
) => Promise<ActionResults['read'] | null>;

/** What a person may read of itself, by name; `null`: the programme has none of it. */
const readers: Partial<Record<ReadAction['what'], Reader>> = {
  wallet: async (context, { personId, locale }) => ({
    wallet: await context.db.transaction((tx) => readWallet(tx, context, personId, locale)),
  }),
  prizes: async (context, actor) => ({ prizes: await readPrizes(context, actor) }),
  tier: async (context, actor) => {
    const tier = await readTier(context.db, context, actor);
    return tier && { tier };
  },
  offers: async (context, actor) => ({
    offers: await context.db.transaction((tx) => readOffers(tx, context, actor)),
  }),
};

/** Reads what a person asks for. */
export async function readFor(
  context: ServerContext,
  actor: Actor,
  action: ReadAction,
): Promise<Answer<ActionResults['read']>> {
  const { what, id } = action;
  if (isEngagementRead(what)) return readEngagement(context, actor, { what, id });
  const result = await readers[what]?.(context, actor, action);
  return result ? { ok: true, result } : { ok: false, reason: 'not-found' };
}
