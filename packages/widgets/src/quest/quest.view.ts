import type { Quest } from '../lib/reward-types.ts';

/** A step as it stands. */
export interface StepShow {
  readonly label: string;
  readonly done: number;
  readonly times: number;
  readonly finished: boolean;
  /** Can be done now; in a given order only the first that is open. */
  readonly current: boolean;
}

/** The steps as they stand. */
export function stepStates({ steps, order }: Quest): readonly StepShow[] {
  const first = steps.findIndex(({ done, times }) => done < times);
  return steps.map(({ label, done, times }, index) => ({
    label,
    done: Math.min(done, times),
    times,
    finished: done >= times,
    current: done < times && (order === 'any' || index === first),
  }));
}

/** How far all steps together are, 0 to 1. */
export function questShare({ steps }: Quest): number {
  const all = steps.reduce((sum, { times }) => sum + times, 0);
  const done = steps.reduce((sum, step) => sum + Math.min(step.done, step.times), 0);
  return all > 0 ? done / all : 0;
}
