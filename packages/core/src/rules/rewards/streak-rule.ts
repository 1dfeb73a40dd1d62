import {
  type DayOptions,
  dayAfter,
  dayOf,
  daysBetween,
  firstDayOfWeek,
  startOfDay,
  weekOf,
} from './day-rule.ts';

const DAY_MS = 86_400_000;
/** On the device's own zone, a journey round the world must not make two days of one. */
const DEVICE_GAP_MS = 20 * 3_600_000;

/** How a streak counts. */
export interface StreakRule extends DayOptions {
  readonly every: 'day' | 'week';
  /** Missed days (or weeks) in a row that are forgiven. */
  readonly grace: number;
  /** Tokens that bridge a missed day; none: no tokens. */
  readonly freeze?:
    | { readonly start: number; readonly earnEvery?: number | undefined; readonly max: number }
    | undefined;
  /** Days are those of the person's device at the time. */
  readonly device?: boolean | undefined;
}

/** An act that makes its day (or week) count. */
export interface StreakMark {
  /** Epoch ms. */
  readonly t: number;
  /** Day number, or week number for weekly streaks, where the person was. */
  readonly unit: number;
}

/** A streak after its last act. */
export interface StreakState {
  readonly count: number;
  readonly longest: number;
  /** First unit of the run; `null`: there is none. */
  readonly runStart: number | null;
  readonly last: StreakMark | null;
  readonly freezes: number;
  /** Units that tokens bridged, oldest first. */
  readonly frozen: readonly number[];
}

/** How a streak stands at a moment. */
export interface StreakStanding extends StreakState {
  readonly doneNow: boolean;
  /** Epoch ms until which the next act keeps the run; `null`: no run to keep. */
  readonly keepUntil: number | null;
}

/** The unit (day or week) to which an instant counts. */
export function unitOf(t: number, rule: StreakRule): number {
  const day = dayOf(t, rule);
  return rule.every === 'week' ? weekOf(day) : day;
}

/** Before the first act. */
export function newStreak(rule: StreakRule): StreakState {
  const freezes = rule.freeze ? Math.min(rule.freeze.start, rule.freeze.max) : 0;
  return { count: 0, longest: 0, runStart: null, last: null, freezes, frozen: [] };
}

/** Folds acts, ordered by time, into a streak. A day that a token bridges does not grow the count. Pure. */
export function foldStreak(marks: readonly StreakMark[], rule: StreakRule): StreakState {
  return marks.reduce((state, mark) => addMark(state, mark, rule), newStreak(rule));
}

function addMark(state: StreakState, mark: StreakMark, rule: StreakRule): StreakState {
  const { last } = state;
  if (last && (mark.unit <= last.unit || (rule.device && mark.t < last.t + DEVICE_GAP_MS))) return state;
  const missed = last ? missedUnits(last, mark, rule) : 0;
  const bridged = Math.max(0, missed - rule.grace);
  const goesOn = last !== null && bridged <= state.freezes;
  const count = goesOn ? state.count + 1 : 1;
  const kept = goesOn ? state.freezes - bridged : state.freezes;
  const every = rule.freeze?.earnEvery;
  const earns = every !== undefined && count % every === 0;
  return {
    count,
    longest: Math.max(state.longest, count),
    runStart: goesOn ? state.runStart : mark.unit,
    last: mark,
    freezes: earns ? Math.min(kept + 1, rule.freeze?.max ?? 0) : kept,
    frozen:
      goesOn && last
        ? [...state.frozen, ...Array.from({ length: bridged }, (_, at) => mark.unit - bridged + at)]
        : state.frozen,
  };
}

/** Units without an act between two; never more than break any streak. */
function missedUnits(from: StreakMark, to: StreakMark, rule: StreakRule): number {
  const enough = rule.grace + (rule.freeze?.max ?? 0) + 1;
  const missed =
    rule.every === 'week'
      ? Math.min(enough, to.unit - from.unit - 1)
      : daysBetween(from.unit, to.unit, rule.zone, enough);
  if (!rule.device) return missed;
  // Whoever flies west over the date line did not have the days that its calendar lost.
  return Math.min(missed, Math.max(0, Math.floor((to.t - from.t) / DAY_MS) - 1));
}

/** How a folded streak stands now: broken once more units passed without an act than grace and tokens bridge. Pure. */
export function streakAt(state: StreakState, now: number, rule: StreakRule): StreakStanding {
  const { last } = state;
  if (!last) return { ...state, doneNow: false, keepUntil: null };
  const unit = unitOf(now, rule);
  const here = { t: now, unit };
  const isAlive = unit <= last.unit || missedUnits(last, here, rule) <= rule.grace + state.freezes;
  if (!isAlive) return { ...state, count: 0, runStart: null, doneNow: false, keepUntil: null };
  let end = last.unit;
  for (let step = 0; step <= rule.grace + state.freezes + 1; step += 1) {
    end = rule.every === 'week' ? end + 1 : dayAfter(end, rule.zone);
  }
  const keepUntil = startOfDay(rule.every === 'week' ? firstDayOfWeek(end) : end, rule);
  return { ...state, doneNow: unit <= last.unit, keepUntil };
}

/**
 * Milestones that the run has reached and that were not yet paid in it. `paid` are the units at which each count was paid
 * before: acts that arrive late may lengthen a run, and must not pay its milestones again. Pure.
 */
export function dueMilestones(
  state: StreakState,
  counts: readonly number[],
  paid: readonly { readonly count: number; readonly unit: number }[],
): readonly number[] {
  const { runStart } = state;
  if (runStart === null) return [];
  return counts.filter(
    (count) => count <= state.count && !paid.some((each) => each.count === count && each.unit >= runStart),
  );
}
