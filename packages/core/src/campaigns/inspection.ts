import type { ConsentPurpose } from '@regulars/schema';
import type { CodedProblem } from '../errors/problem-sink.ts';
import type { SessionState } from '../journey/journey-port.ts';
import type { SeenEvent } from '../journey/journey-room.ts';
import type { Reason } from '../rules/decision.ts';
import type { Profile } from '../rules/profile.ts';

/** A campaign on this page view: what became of it and why, one reason per step of the order of decisions. */
export interface CampaignInspection {
  readonly id: string;
  /** `waiting`, `refused`, `outranked`, `held-out`, `reserved`, `shown` or `ended`. */
  readonly outcome: string;
  readonly slot: string;
  readonly reasons: readonly Reason[];
}

/** What the debug panel and `inspect()` show; structured-clonable. */
export interface Inspection {
  /** `null`: nothing is stored (yet). */
  readonly mode: 'idb' | 'memory' | null;
  readonly consent: { readonly state: 'pending' | 'answered'; readonly granted: readonly ConsentPurpose[] };
  readonly anonymousId: string;
  readonly session: SessionState | null;
  readonly sessionNumber: number | null;
  readonly profile: Profile;
  /** Newest first, at most 100. */
  readonly events: readonly SeenEvent[];
  /** ALL campaigns of the document. */
  readonly campaigns: readonly CampaignInspection[];
  /** Campaign shown, by slot; `null`: the slot's own content. */
  readonly slots: Readonly<Record<string, string | null>>;
  /** State of each destination at the last look. */
  readonly delivery: readonly unknown[];
  readonly problems: readonly CodedProblem[];
  /** The running tour; `null`: none. */
  readonly tour: unknown;
  /** What every part says of itself, by name. */
  readonly parts: Readonly<Record<string, unknown>>;
}
