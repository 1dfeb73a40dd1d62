import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import type { AcceptedEvent } from '../ingest/read-events.ts';
import { emit } from '../outbox/emit.ts';
import { meetVisitor } from '../people/visitors.ts';

/** New events of a visitor. */
export interface Noted {
  readonly anonymousId: string;
  /** Epoch ms. */
  readonly receivedAt: number;
  readonly events: readonly AcceptedEvent[];
}

/** What follows from new events, in the transaction that stored them: the shop hears of a changed consent. */
export async function noteEvents(tx: Queryable, context: ServerContext, noted: Noted): Promise<void> {
  const { anonymousId, receivedAt } = noted;
  const events = noted.events.filter(({ event }) => event.test !== true);
  const consents = events.filter(({ event }) => event.name === 'consent_changed');
  if (consents.length === 0) return;
  const personId = await meetVisitor(tx, { anonymousId, now: receivedAt });
  for (const { event, t } of consents) {
    await emit(tx, context, {
      type: 'consent_changed',
      key: event.id,
      personId,
      t,
      content: { ...event.props, anonymousId },
    });
  }
}
