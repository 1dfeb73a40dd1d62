import type { PortKey } from '../lib/port-registry.ts';
import type { Asked } from './decision-input.ts';
import type { Stage } from './stage.ts';

/** What the campaigns of a document are decided from. */
export interface Judged {
  readonly stage: Stage;
  readonly needs: Asked;
  /** Why the control file holds a campaign back; `null`: it does not. */
  readonly paused: (campaignId: string) => string | null;
}

/** Told after each pass what was decided from, so that somebody may ask the same for other ends. Never throws. */
export const judgedPort: PortKey<(from: Judged) => void> = 'judged';
