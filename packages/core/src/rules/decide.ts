import type { Trace } from './evaluate-condition.ts';

/** The order of decisions. */
export type DecisionStep =
  | 'trigger'
  | 'status'
  | 'schedule'
  | 'consent'
  | 'quiet'
  | 'placement'
  | 'audience'
  | 'experiment'
  | 'caps'
  | 'exclusion'
  | 'priority'
  | 'reservation'
  | 'render';

/** One line of a decision: the step, whether it let the campaign through, and why in a short code. */
export interface Reason {
  readonly step: DecisionStep;
  readonly ok: boolean;
  /** Kebab-case, sometimes with a value behind a colon: `cap:2/1`. */
  readonly why: string;
  /** Every node of the audience, on the step `audience` alone. */
  readonly trace?: readonly Trace[] | undefined;
}
