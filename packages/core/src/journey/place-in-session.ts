import type { EventProps, JourneyEvent } from '@regulars/schema';
import { saysGpc } from '../consent/says-gpc.ts';
import { isPassive } from '../events/vocabulary.ts';
import { isNewSession, type SessionRule } from '../rules/session-rule.ts';
import type { TrackedEvent } from './journey-port.ts';
import type { SessionRow } from './known.ts';

/** Makes an event that the write itself causes, at the moment of the one that caused it. */
export type Causing = <N extends 'session_started' | 'consent_changed'>(
  name: N,
  props: EventProps[N],
  by: TrackedEvent,
) => TrackedEvent | null;

/** What `createPlacing` needs. */
export interface PlacingOptions {
  readonly caused: Causing;
  readonly session?: SessionRule | undefined;
}

/** Places events one after the other. */
export interface Placing {
  /** @param visit number of the visit, when it is counted. */
  place(event: TrackedEvent, visit: number | undefined): void;
  /** Events with their place, those that the write caused among them. */
  readonly placed: readonly JourneyEvent[];
  session(): SessionRow | null;
  /** Rows to store: sessions that ended, by id, and the current one. */
  rows(): readonly (readonly [SessionRow, string])[];
}

/** Key of the current session, and of the one profile. */
export const NOW = 'now';

/** Gives each event its session and number there, starting a new session where the rule says so. */
export function createPlacing(
  before: SessionRow | null,
  { caused, session: isNew = isNewSession }: PlacingOptions,
): Placing {
  let session = before;
  const placed: JourneyEvent[] = [];
  const ended: (readonly [SessionRow, string])[] = [];
  const put = (event: TrackedEvent | null): void => {
    if (!session || !event) return;
    const { name, t } = event;
    session = {
      ...session,
      seq: session.seq + 1,
      lastMs: isPassive(name) ? session.lastMs : t,
      pages: session.pages + Number(name === 'page_viewed'),
    };
    placed.push({ ...event, sid: session.id, seq: session.seq });
  };
  return {
    placed,
    session: () => session,
    rows: () => (session && session !== before ? [...ended, [session, NOW]] : []),
    place(event, visit) {
      const { t, name, page, id } = event;
      if (isNew(session, { ...event, passive: isPassive(name) })) {
        if (session) ended.push([session, session.id]);
        const number: number = visit ?? (session?.number ?? 0) + 1;
        const started = caused('session_started', { number, entry: page.url }, event);
        session = {
          id: started?.id ?? id,
          startMs: t,
          lastMs: t,
          number,
          pages: 0,
          seq: 0,
          consent: session?.consent,
        };
        put(started);
      }
      const consent = String(event.consent);
      if (session && session.consent !== consent) {
        session = { ...session, consent };
        put(caused('consent_changed', { granted: [...event.consent], gpc: saysGpc() }, event));
      }
      put(event);
    },
  };
}
