import type { EventProps } from '@regulars/schema';
import { RegularsError } from '../errors/regulars-error.ts';
import { localDayNumber } from '../lib/calendar.ts';
import { type SessionAct, type SessionRule, sessionLimits } from '../rules/session-rule.ts';

/** When a session ends, where the default does not suit. */
export interface SessionOptions {
  /** Minutes without an act of the visitor, 1 to 720 (default 30). */
  readonly idleMinutes?: number | undefined;
  /** Hours in all, at least as long as the idle time, 24 at most (default 24). */
  readonly maxHours?: number | undefined;
  /** IANA zone in which midnight ends a session, as some reports count (default: midnight ends none). */
  readonly midnight?: string | undefined;
  /** `split`: who arrives by a campaign's link begins a new session (default `touch`: it goes on). */
  readonly campaign?: 'split' | 'touch' | undefined;
}

const MINUTE_MS = 60_000;

/** Whether a page view is an arrival by a campaign's link; a reload or a way back is none. */
function isArrival({ name, props }: SessionAct): boolean {
  if (name !== 'page_viewed') return false;
  const { utm = {}, kind = 'load' } = props as EventProps['page_viewed'];
  const [way] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return Object.keys(utm).length > 0 && /load|activate|grant/.test(kind) && way?.type === 'navigate';
}

/**
 * Makes the rule by which sessions begin, for `createCore({ session })` and `createRegulars({ session })`. The same
 * on every page of a shop: it is asked inside the write transaction, so all tabs agree.
 * @throws RegularsError `session-limits` for limits that make no sense, or an unknown zone.
 */
export function sessions(options: SessionOptions = {}): SessionRule {
  const { idleMinutes = sessionLimits.idleMs / MINUTE_MS, maxHours = 24, midnight, campaign } = options;
  const idleMs = idleMinutes * MINUTE_MS;
  const maxMs = maxHours * 60 * MINUTE_MS;
  if (!(idleMinutes >= 1 && idleMinutes <= 720 && maxMs >= idleMs && maxHours <= 24))
    throw new RegularsError('session-limits', 'Idle 1 to 720 minutes, in all 24 hours at most and not less.');
  const dayOf = (ms: number): number => (midnight ? localDayNumber(ms, midnight) : 0);
  try {
    dayOf(0);
  } catch (cause) {
    throw new RegularsError('session-limits', `Name "midnight" an IANA zone: ${midnight}`, { cause });
  }
  return (session, event) => {
    const { t, passive } = event;
    if (!session || passive) return !session;
    return (
      Math.abs(t - session.lastMs) >= idleMs ||
      t - session.startMs >= maxMs ||
      dayOf(t) !== dayOf(session.lastMs) ||
      (campaign === 'split' && isArrival(event))
    );
  };
}
