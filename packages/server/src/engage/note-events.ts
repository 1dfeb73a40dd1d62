import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import type { AcceptedEvent } from '../ingest/read-events.ts';
import { emit } from '../outbox/emit.ts';
import { meetVisitor } from '../people/visitors.ts';
import { lockPerson } from '../rewards/ledger/lock-person.ts';
import { settlePerson } from './settle-person.ts';
import { markStreaks } from './streaks.ts';

/** New events of a visitor. */
export interface Noted {
  readonly anonymousId: string;
  /** Epoch ms. */
  readonly receivedAt: number;
  readonly events: readonly AcceptedEvent[];
}

/**
 * What follows from new events, in the transaction that stored them: days count for streaks, quests and badges move on, the
 * shop hears of a changed consent.
 */
export async function noteEvents(tx: Queryable, context: ServerContext, noted: Noted): Promise<void> {
  const { anonymousId, receivedAt } = noted;
  const events = noted.events.filter(({ event }) => event.test !== true);
  const consents = events.filter(({ event }) => event.name === 'consent_changed');
  // A browser's word about an order is none: orders come from the shop's server.
  const names = new Set(namesThatCount(context).filter((name) => name !== 'order_placed'));
  const acts = events.filter(({ event }) => names.has(event.name));
  if (consents.length + acts.length === 0) return;
  const own = await meetVisitor(tx, { anonymousId, now: receivedAt });
  for (const { event, t } of consents) {
    const content = { ...event.props, anonymousId };
    await emit(tx, context, { type: 'consent_changed', key: event.id, personId: own, t, content });
  }
  if (acts.length === 0) return;
  const personId = await lockPerson(tx, own);
  const marks = acts.map(({ event, t }) => ({ name: event.name, t }));
  await markStreaks(tx, context, { personId, receivedAt, acts: marks });
  await settlePerson(tx, context, personId);
}

/** Events that move a quest, a streak or a badge on. */
function namesThatCount({ program }: ServerContext): readonly string[] {
  const { quests = [], streaks = [], badges = [] } = program;
  return [
    ...quests.flatMap(({ steps }) => steps.map(({ on }) => on)),
    ...streaks.map(({ on }) => on),
    ...badges.flatMap(({ when }) => ('event' in when ? [when.event] : [])),
  ];
}
