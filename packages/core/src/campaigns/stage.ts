import type { CampaignDocument, Condition, Widget } from '@regulars/schema';
import type { PartContext } from '../journey/part.ts';
import type { Disposer } from '../lib/disposer.ts';
import type { WindowStart } from '../rules/cap-rule.ts';
import type { Judgement, Reason } from '../rules/decision.ts';
import type { Evaluate, Evaluation } from '../rules/evaluate-with.ts';
import type { Assignee } from '../rules/record-arm.ts';
import type { Attention } from './attention.ts';
import type { CampaignInspection } from './inspection.ts';
import type { Presenter } from './presenter-port.ts';

/** A campaign that has its place on this page view. */
export interface Presentation {
  readonly judgement: Judgement;
  readonly state: 'reserved' | 'shown' | 'held-out';
  readonly close: () => void;
}

/** Decides everything anew; `failed` says what kept campaigns from opening in this pass, by id. */
export type Judging = (failed: Readonly<Record<string, Reason>>) => Promise<readonly Judgement[]>;

/** What the presentations of one page share. */
export interface Stage {
  readonly context: PartContext;
  readonly document: CampaignDocument;
  /** By slot. */
  readonly open: Map<string, Presentation>;
  /** Why a campaign cannot open (again) on this page view, by id. */
  readonly failed: Map<string, Reason>;
  /** Stops with the part. */
  readonly disposer: Disposer;
  /** Says what became of a campaign; absent: nothing has opened, so the judgement says it all. */
  describe?: (judgement: Judgement) => CampaignInspection;
  /** Campaign that has its place now, by slot. */
  taken(): Readonly<Record<string, string>>;
  /** Whether a judgement gives a place that the campaign does not have yet. */
  readonly isNew: (judgement: Judgement) => boolean;
  /** Signals about what is open are heard. */
  hears?: boolean;
  /** Evaluates the document's audiences; there once one was asked. */
  evaluate?: Evaluate;
  /** Who experiments assign, where that may be measured. */
  who?: Assignee | undefined;
  /** The calendar, for a document with caps that count by it. */
  windowStart?: WindowStart | undefined;
  /** Something changed: decide again. */
  readonly again: () => void;
  /** Adds to what `idle` waits for. */
  readonly busy: (work: Promise<unknown>) => void;
  /** Adds to a trace how old what the backend told is; there for a document that asks for such. */
  aged?: ((audience: Condition, evaluation: Evaluation) => Evaluation) | undefined;
  /** The keeper of caps, fetched when first asked for. */
  attention: () => Promise<Attention>;
  /** A campaign asks for something that nobody here understands. */
  readonly onOdd: () => void;
  /** Presenter of a widget type; `undefined`: its part is not there. */
  presenterOf(type: Widget['type']): Presenter | undefined;
  /** Ends what has its place and passes the test; what is stored of it stays, so that it can be resumed. Absent: nothing has opened. */
  closeIf?: (test: (presentation: Presentation) => boolean) => void;
}
