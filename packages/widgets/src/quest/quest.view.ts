import type { Quest } from '../lib/reward-types.ts';

/** A step as it stands. */
export interface StepShow {
  readonly label: string;
  readonly done: number;
  readonly times: number;
  /** `current`: can be done now; in a given order only the first that is open. */
  readonly look: 'finished' | 'current' | '';
}

/** The steps as they stand. */
export function stepStates({ steps, order }: Quest): readonly StepShow[] {
  const first = steps.findIndex(({ done, times }) => done < times);
  return steps.map(({ label, done, times }, index) => ({
    label,
    done: Math.min(done, times),
    times,
    look: done >= times ? 'finished' : order === 'any' || index === first ? 'current' : '',
  }));
}

/** How far all steps together are, 0 to 1. */
export function questShare({ steps }: Pick<Quest, 'steps'>): number {
  let [all, finished] = [0, 0];
  for (const { done, times } of steps) {
    all += times;
    finished += Math.min(done, times);
  }
  return all && finished / all;
}
