import type { ArmCount, Difference } from './difference-rule.ts';
import type { SampleRatio } from './sample-ratio-rule.ts';

/** People of one arm of a campaign. */
export interface ReportArm extends ArmCount {
  /** Variant, `shown` for a campaign without variants, `held-out` for the control. */
  readonly id: string;
  /** Goals per person; `null` without people. */
  readonly rate: number | null;
  /** Against the control; `null`: there is none, or this is it. */
  readonly difference: Difference | null;
}

/** What a campaign came to. */
export interface CampaignReport {
  readonly campaignId: string;
  readonly name: string;
  readonly days: number;
  readonly goal: string | null;
  readonly eligible: number;
  readonly heldOut: number;
  readonly shown: number;
  readonly dismissed: number;
  readonly completed: number;
  readonly arms: readonly ReportArm[];
  /** Whether people spread over the arms as the document said when they were reached. */
  readonly sampleRatio: SampleRatio | null;
  /** The 95 % interval of some arm leaves zero out, and the sample ratio holds. */
  readonly proven: boolean;
  /** Days of the same traffic until it may be; `null`: proven, or nothing to prove. */
  readonly moreDays: number | null;
}
