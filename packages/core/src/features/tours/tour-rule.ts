import type { Condition, TourStep } from '@regulars/schema';
import { matchesGlob } from '../../rules/glob.ts';
import type { TourState } from './tour-state.ts';

/** What can happen to a tour; every way out passes through `end` with its cause. */
export type TourAct =
  | { readonly type: 'next' | 'skip' | 'back' | 'complete' | 'advance' }
  | { readonly type: 'go'; readonly step: string }
  | { readonly type: 'dismiss'; readonly cause: string }
  /** `cause`: why the resolver found none. */
  | { readonly type: 'target-missing'; readonly cause?: string | undefined }
  /** A journey event; advances a step that waits for it. */
  | { readonly type: 'event'; readonly name: string; readonly path: string };

/** What comes of an act: another position, the end, or nothing. */
export type TourMove =
  | { readonly type: 'step'; readonly state: TourState; readonly skipped?: string | undefined }
  | { readonly type: 'end'; readonly cause: 'completed' | 'dismissed'; readonly detail: string }
  | { readonly type: 'stay' };

/** What the rule asks of the world. */
export interface TourWorld {
  readonly holds: (condition: Condition) => boolean;
  readonly phone: boolean;
  /** The visitor went back last: what is missing then is passed over backwards. */
  readonly backwards: boolean;
}

const stay: TourMove = { type: 'stay' };
const ended = (cause: 'completed' | 'dismissed', detail: string): TourMove => ({
  type: 'end',
  cause,
  detail,
});

/** Whether a step is for this visitor and device. */
export function isMeant({ device, audience }: TourStep, { phone, holds }: TourWorld): boolean {
  return (!device || device === (phone ? 'phone' : 'desktop')) && (!audience || holds(audience));
}

/** Index after a step: its branch that holds, else the next one; beyond the last: the end. */
function afterOf(index: number, steps: readonly TourStep[], { holds }: TourWorld): number {
  const { next } = steps[index] ?? {};
  const go = typeof next === 'string' ? next : next?.find(({ when }) => !when || holds(when))?.go;
  if (go === undefined) return index + 1;
  const at = steps.findIndex(({ id }) => id === go);
  return at < 0 ? steps.length : at;
}

/** The next index that is meant for the visitor, from `index` on; beyond the last: none. */
export function meantFrom(index: number, steps: readonly TourStep[], world: TourWorld): number {
  let at = index;
  for (let step = steps[at]; step && !isMeant(step, world); step = steps[at]) at += 1;
  return at;
}

/** How many steps may still come, this one included; branches as they stand now, circles counted once. */
export function countLeft(index: number, steps: readonly TourStep[], world: TourWorld): number {
  const seen = new Set<number>();
  for (
    let at = index;
    at < steps.length && !seen.has(at);
    at = meantFrom(afterOf(at, steps, world), steps, world)
  )
    seen.add(at);
  return seen.size;
}

/** Longest way back that is kept. */
const maxPath = 60;

function goTo(
  index: number,
  {
    state,
    steps,
    skipped,
  }: {
    readonly state: TourState;
    readonly steps: readonly TourStep[];
    readonly skipped?: string | undefined;
  },
): TourMove {
  if (index >= steps.length) return ended('completed', 'done');
  // A step that was not seen is not on the way back.
  const path = skipped ? state.path : [...state.path, state.index].slice(-maxPath);
  return { type: 'step', state: { ...state, index, path, seen: false }, ...(skipped ? { skipped } : {}) };
}

function goBack(state: TourState, skipped?: string): TourMove | null {
  const index = state.path.at(-1);
  if (index === undefined) return null;
  return {
    type: 'step',
    state: { ...state, index, path: state.path.slice(0, -1), seen: false },
    ...(skipped ? { skipped } : {}),
  };
}

/** Whether an event on a page is what the step waits for. */
function isAwaited({ advanceOn = [] }: TourStep, name: string, path: string): boolean {
  return [advanceOn].flat().some((act) => {
    if (typeof act === 'string') return act === name;
    return 'event' in act && act.event === name && (!act.page || matchesGlob(act.page, path));
  });
}

function miss(state: TourState, steps: readonly TourStep[], world: TourWorld, cause: string): TourMove {
  const { onMissing } = steps[state.index] ?? {};
  if (onMissing === 'end') return ended('dismissed', 'target-missing');
  if (onMissing === 'center' || onMissing === 'dock') return stay;
  const back = world.backwards ? goBack(state, cause) : null;
  if (back) return back;
  const move = goTo(meantFrom(afterOf(state.index, steps, world), steps, world), {
    state,
    steps,
    skipped: cause,
  });
  // A last step without its target was not seen: that is no completed tour.
  return move.type === 'end' ? ended('dismissed', 'target-missing') : move;
}

/** One transition per act: pure, total. */
export function moveTour(
  state: TourState,
  steps: readonly TourStep[],
  act: TourAct,
  world: TourWorld,
): TourMove {
  const step = steps[state.index];
  if (!step) return ended('dismissed', 'step-unknown');
  const onwards = (): TourMove =>
    goTo(meantFrom(afterOf(state.index, steps, world), steps, world), { state, steps });
  if (act.type === 'next' || act.type === 'advance') return onwards();
  if (act.type === 'skip') return ended('dismissed', 'skipped');
  if (act.type === 'back') return goBack(state) ?? stay;
  if (act.type === 'complete') return ended('completed', 'done');
  if (act.type === 'dismiss') return ended('dismissed', act.cause);
  if (act.type === 'event') return isAwaited(step, act.name, act.path) ? onwards() : stay;
  if (act.type === 'target-missing') return miss(state, steps, world, act.cause ?? 'target-missing');
  if (act.type !== 'go') return stay;
  const at = steps.findIndex(({ id }) => id === act.step);
  return at < 0 || at === state.index ? stay : goTo(at, { state, steps });
}
