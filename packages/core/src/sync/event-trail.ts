import { retentionLimits } from '../rules/retention-rule.ts';
import type { EventWay, SendingLane } from './sync-port.ts';

/** What a look at the log of one destination found. */
export interface TrailLook {
  /** Ways of the events that the log holds, or that were given up, by id. */
  readonly ways: Readonly<Record<string, EventWay>>;
  /** What this destination has not confirmed, in the order it goes there; what waits to be stored at the end. */
  readonly ahead: readonly { readonly id: string; readonly t: number }[];
  /** Whether an event that is told of no more still waits, far before those. */
  readonly isHeld: (id: string) => boolean;
  /** Events whose turn came before those of `ahead`. */
  readonly done: number;
  /** Reasons of the receipts that the log holds, by id of the receipt. */
  readonly receipts: Readonly<Record<string, string>>;
  /** Why events are gone that no receipt tells of. */
  readonly otherwise: string;
  readonly nowMs: number;
}

interface Step {
  readonly way: EventWay;
  /** How many events the destination is done with before this one's turn; none once it is decided. */
  readonly due?: number;
  readonly t: number;
  /** No receipt has said yet why it is gone. */
  readonly isGuess?: boolean;
}

interface Trail {
  readonly steps: Map<string, Step>;
  readonly told: Set<string>;
}

const trails = new WeakMap<SendingLane, Trail>();

/** Events remembered that the log let go of. */
const MAX_GONE = 500;

/**
 * Goes on with what earlier looks at a destination saw: an event that has left the log since was confirmed when its turn
 * had come, else it was dropped, for the reason of the receipt that came with it.
 */
export function followTrail(lane: SendingLane, look: TrailLook): Record<string, EventWay> {
  const before = trails.get(lane);
  const { steps, told } = before ?? { steps: new Map<string, Step>(), told: new Set<string>() };
  const fresh = before ? Object.entries(look.receipts).filter(([id]) => !told.has(id)) : [];
  const reasons = fresh.map(([, reason]) => reason);
  const { ways, ahead } = look;
  const waiting = new Set(ahead.map(({ id }) => id));
  const next = new Map<string, Step>();
  for (const [id, step] of [...steps].filter(([id]) => !ways[id] && !waiting.has(id)).slice(-MAX_GONE))
    next.set(id, look.isHeld(id) ? step : settle(step, look, reasons));
  for (const [id, way] of Object.entries(ways)) next.set(id, { way, t: steps.get(id)?.t ?? 0 });
  for (const [at, { id, t }] of ahead.entries())
    next.set(id, { way: ways[id] ?? { step: 'queued' }, due: look.done + at, t });
  trails.set(lane, { steps: next, told: new Set(Object.keys(look.receipts)) });
  // What waits to be stored has no way to a destination yet.
  return Object.fromEntries(
    [...next].filter(([id]) => ways[id] || !waiting.has(id)).map(([id, { way }]) => [id, way]),
  );
}

/** What became of an event that is gone from the log. */
function settle(step: Step, { done, otherwise, nowMs }: TrailLook, reasons: readonly string[]): Step {
  const { due, t, isGuess } = step;
  if (due === undefined && !isGuess) return step;
  if (due !== undefined && done > due) return { way: { step: 'acknowledged' }, t };
  const isOld = nowMs - t > retentionLimits.maxAgeMs;
  const reason = reasons.find((one) => (one === 'expired') === isOld) ?? reasons[0];
  // A receipt may come with a later look: of a full disk, or of a database that somebody deleted.
  return { way: { step: 'dropped', reason: reason ?? otherwise }, t, isGuess: reason === undefined };
}
