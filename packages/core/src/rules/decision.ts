import type { Campaign, CampaignDocument, Condition, Widget } from '@regulars/schema';
import type { Arm } from './assign-variant.ts';
import type { Evaluation, Trace } from './evaluate-with.ts';

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
  /** Kebab-case, sometimes with a value behind a colon: `cap:2/7d`. */
  readonly why: string;
  /** Every node of the audience, on the step `audience` alone. */
  readonly trace?: readonly Trace[] | undefined;
}

/**
 * Whether a campaign may compete: a trigger fired, the visitor asked for it, it goes on from the page before, or an event
 * of its `cancelOn` came first.
 */
export type Fired = 'no' | 'fired' | 'asked' | 'resumed' | 'cancelled';

/** What became of a campaign, and why. */
export interface Judgement {
  readonly campaign: Campaign;
  /** Slot name, or `overlay`. */
  readonly slot: string;
  /** `waiting`: no trigger fired. `refused`: a step said no. `outranked`: another has the place. `won`: may open now. */
  readonly outcome: 'waiting' | 'refused' | 'outranked' | 'won';
  /** One per step reached, in the order of decisions; the last one decided. */
  readonly reasons: readonly Reason[];
  readonly widget: Widget;
  readonly variantId?: string | undefined;
  readonly holdout: boolean;
  readonly by: Fired;
}

/** Everything a decision depends on. */
export interface DecideInput {
  /** As `compileDocument` gives it. */
  readonly document: Pick<CampaignDocument, 'campaigns'>;
  /** Epoch ms. */
  readonly now: number;
  /** What happened to the campaign on this page view. */
  readonly fired: (campaignId: string) => Fired;
  /** Why the control file holds a campaign back; `null`: it does not. */
  readonly paused: (campaignId: string) => string | null;
  /** Why its schedule keeps it back; `null`: it is open. */
  readonly schedule: (campaign: Campaign) => string | null;
  /** Why consent keeps it back; `null`: it does not. */
  readonly consent: (campaign: Campaign) => string | null;
  /** Why it may not open by itself here and now (checkout, typing, an open dialog …); `null`: it may. */
  readonly quiet: (campaign: Campaign) => string | null;
  /** Why the place cannot be had; `null`: it can. */
  readonly placement: (campaign: Campaign) => string | null;
  /** Whether the visitor belongs to an audience. Default: unknown, which refuses. */
  readonly audience?: ((audience: Condition) => Evaluation) | undefined;
  /** The visitor's arm in the campaign's tests. Default: none. */
  readonly arm?: ((campaign: Campaign) => Arm) | undefined;
  /** Why caps keep it back; `null`: they do not. */
  readonly cap: (campaign: Campaign) => string | null;
  /** Whether of two winners of one place the first has it. Default: nobody shares a place; the first in the document has it. */
  readonly comesFirst?: ((one: Judgement, other: Judgement) => boolean) | undefined;
  /** What kept a campaign from opening, or ended it, on this page view: the reason that decides, by campaign id. */
  readonly failed: Readonly<Record<string, Reason>>;
  /** Campaign that has the place now, by slot. */
  readonly taken: Readonly<Record<string, string>>;
}
