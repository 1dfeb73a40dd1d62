import type { Campaign, CampaignDocument, PublicPool, Widget } from '@regulars/schema';
import type { PortKey } from '../lib/port-registry.ts';

/** A campaign that won: what to show where, in which language. */
export interface Decision {
  readonly campaign: Campaign;
  readonly widget: Widget;
  readonly variantId?: string | undefined;
  /** Slot name, or `overlay`. */
  readonly slot: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Texts in `lang`, merge tags not filled. */
  readonly texts: Readonly<Record<string, string>>;
  /** Where it stands: shared audiences, zone and fallback languages of what is inside it. */
  readonly document: CampaignDocument;
  /** Labels and odds of the pool that a game draws from. */
  readonly pool?: PublicPool | undefined;
  /** `true`: the holdout arm; lists show popularity, everything else nothing. */
  readonly holdout: boolean;
  /** The visitor asked for it (click trigger, launcher): quiet rules and consent for opening by itself do not apply. */
  readonly asked: boolean;
}

/** How a presentation ended; `seen` ones count against caps. */
export interface PresentationEnd {
  readonly cause: 'completed' | 'dismissed' | 'clicked' | 'superseded' | 'navigated' | 'failed';
  readonly detail?: string | undefined;
}

/** Shows decisions of one widget type; provided by features, used by the arbiter. */
export interface Presenter {
  readonly type: Widget['type'];
  /** Why it cannot open here and now (`no-visible-target`, `nothing-to-show` …), `null`: it can. */
  refusal(decision: Decision): string | null;
  /**
   * Opens it; `shown` is called once when the visitor can see it, `ended` once at its end. Returns the closing function.
   * A presenter that has an unfinished presentation stored (a tour on the next page) says so by `resumes`.
   */
  open(
    decision: Decision,
    events: { readonly shown: () => void; readonly ended: (end: PresentationEnd) => void },
  ): () => void;
  /** Campaign id of a stored, unfinished presentation that should go on without deciding anew. */
  resumes?(): Promise<string | null>;
}

export const presenterPort: PortKey<Presenter> = 'presenter';
