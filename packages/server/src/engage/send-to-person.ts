import type { ActionResults } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { emit } from '../outbox/emit.ts';
import { PERSONS } from '../rewards/ledger/persons.ts';
import { type Actor, type Answer, labelFor } from '../rewards/play.ts';
import { findWin } from '../rewards/wins.ts';

/** Asks the shop to send a person its prize: only the shop knows its address. Refused without a customer. */
export async function sendToPerson(
  tx: Queryable,
  context: ServerContext,
  { actor, winId }: { readonly actor: Actor; readonly winId: string },
): Promise<Answer<ActionResults['save']>> {
  const win = await findWin(tx, winId);
  const own = await tx.query<{ customer_id: string | null }>(
    `select root.customer_id from person root where root.id = $1 and $2 in (${PERSONS})`,
    [actor.personId, win?.person_id ?? ''],
  );
  if (!win || own.length === 0) return { ok: false, reason: 'not-found' };
  if (!own[0]?.customer_id) return { ok: false, reason: 'not-eligible' };
  const claims = await tx.query<{ code: string | null; ends_at: number | null }>(
    'select code, ends_at from claim where play_id = $1',
    [winId],
  );
  const now = context.now();
  await emit(tx, context, {
    type: 'prize_send_requested',
    // Once a day: whoever did not get the mail may ask again tomorrow.
    key: `${winId}:${Math.floor(now / 86_400_000)}`,
    personId: actor.personId,
    t: now,
    content: {
      playId: winId,
      label: labelFor(win.label, actor.locale, context.campaigns.fallbackLocales),
      locale: actor.locale ?? null,
      code: claims[0]?.code ?? null,
      endsAt: claims[0]?.ends_at ?? win.ends_at,
    },
  });
  return { ok: true, result: { saved: true } };
}
