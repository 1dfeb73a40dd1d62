import type { EventProps, JourneyEvent } from '@regulars/schema';
import { eventClass } from '../events/vocabulary.ts';
import { isNewSession } from '../rules/session-rule.ts';
import type { Rows } from '../storage/rows.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { SessionRow } from './known.ts';

/** Makes an event that the write itself causes, at the moment of the one that caused it. */
export type Causing = <N extends 'session_started' | 'consent_changed'>(
  name: N,
  props: EventProps[N],
  by: TrackedEvent,
) => TrackedEvent | null;

/** Events with their place, and the session they left. */
export interface Placed {
  readonly events: readonly JourneyEvent[];
  readonly session: SessionRow | null;
}

/** Key of the current session. */
export const NOW = 'now';
const MAX_SESSIONS = 50;

/**
 * Gives each event its session and number there, starting a new session where the rule says so.
 * @param visit number of the visit, when it is counted.
 */
export async function placeInSession(
  events: readonly TrackedEvent[],
  before: SessionRow | null,
  visit: number | undefined,
  caused: Causing,
  sess: Rows,
): Promise<Placed> {
  let session = before;
  const placed: JourneyEvent[] = [];
  const place = (event: TrackedEvent | null): void => {
    if (!session || !event) return;
    session = advance(session, event);
    placed.push({ ...event, sid: session.id, seq: session.seq });
  };
  for (const event of events) {
    const { t, consent, name, page } = event;
    if (isNewSession(session, { t, passive: eventClass(name)?.passive === true })) {
      if (session) await keepSession(session, sess);
      const number: number = visit ?? (session?.number ?? 0) + 1;
      const started = caused('session_started', { number, entry: page.url }, event);
      const seenUnder = session?.consent ?? '';
      session = {
        id: started?.id ?? event.id,
        startMs: t,
        lastMs: t,
        number,
        pages: 0,
        seq: 0,
        consent: seenUnder,
      };
      place(started);
    }
    if (session && session.consent !== String(consent)) {
      session = { ...session, consent: String(consent) };
      place(caused('consent_changed', { granted: [...consent] }, event));
    }
    place(event);
  }
  if (session !== before) await sess.put(session, NOW);
  return { events: placed, session };
}

function advance(session: SessionRow, { name, t }: TrackedEvent): SessionRow {
  return {
    ...session,
    seq: session.seq + 1,
    lastMs: eventClass(name)?.passive ? session.lastMs : t,
    pages: session.pages + (name === 'page_viewed' ? 1 : 0),
  };
}

/** Keeps a session that ended, and the 50 latest of them. */
async function keepSession(session: SessionRow, sess: Rows): Promise<void> {
  await sess.put(session, session.id);
  // Ids are hexadecimal: they sort before `g`, the current session's key after it.
  const ended = await sess.entries({ to: 'g' });
  const last = ended[ended.length - 1 - MAX_SESSIONS]?.[0];
  if (last !== undefined) await sess.delete({ to: last });
}
