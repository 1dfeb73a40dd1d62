import { parseInstant, scheduleState } from '@regulars/core/rules';
import type { OfferView } from '@regulars/schema';
import type { ServerContext } from '../../context.ts';
import type { Queryable } from '../../db/database.ts';
import { lockPerson } from '../ledger/lock-person.ts';
import { type Actor, labelFor } from '../play.ts';
import { offersOf, refusalOf } from './may-buy.ts';

/** What points buy, as a person sees it: what is over or not begun is left out. */
export async function readOffers(
  tx: Queryable,
  context: ServerContext,
  actor: Actor,
): Promise<readonly OfferView[]> {
  const { zone } = context.program;
  const personId = await lockPerson(tx, actor.personId);
  const gone = await tx.query<{ offer_id: string }>('select offer_id from offer_stock where remaining = 0');
  const open = offersOf(context).filter(
    ({ schedule }) => scheduleState(schedule, context.now(), zone) === 'open',
  );
  const views: OfferView[] = [];
  for (const offer of open) {
    const isGone = gone.some(({ offer_id }) => offer_id === offer.id);
    const refusal = isGone ? 'out-of-stock' : await refusalOf(tx, context, { personId, offer });
    const endsAt = offer.schedule?.to === undefined ? null : parseInstant(offer.schedule.to, zone);
    views.push({
      id: offer.id,
      label: labelFor(offer.label, actor.locale, context.campaigns.fallbackLocales),
      points: offer.points,
      reward: offer.reward.type,
      ...(refusal && { refusal }),
      ...(endsAt !== null && { endsAt }),
    });
  }
  return views;
}
