import type { Experiment } from '@regulars/schema';
import type { ArmRecord } from './shown-history.ts';

/** Who is assigned, and what they were assigned before. */
export interface Assignee {
  /** Id of this browser. */
  readonly anonymousId: string;
  /** Id of the person, once the backend has told it. */
  readonly personId?: string | undefined;
  readonly records?: readonly ArmRecord[] | undefined;
}

/** Ids by which an experiment assigns, best first: a person keeps what their browser had before they signed in. */
export function unitsOf({ unit }: Experiment, { anonymousId, personId }: Assignee): readonly string[] {
  if (unit !== 'personId') return [anonymousId];
  return personId ? [personId, anonymousId] : [anonymousId];
}

/** Records of a visitor after an arm was shown: under every id that is known, older versions kept, at most 10. */
export function recordArm(experiment: Experiment, who: Assignee, variant: string): readonly ArmRecord[] {
  const { version = 0 } = experiment;
  const units = unitsOf(experiment, who);
  const others = (who.records ?? []).filter((one) => one.version !== version || !units.includes(one.unit));
  return [...others, ...units.map((unit) => ({ unit, version, variant }))].slice(-10);
}
