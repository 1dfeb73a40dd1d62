import type { EventName, EventProps } from '@regulars/schema';
import type { PortKey } from '../lib/port-registry.ts';
import type { GuidanceSignal } from './guidance-view.ts';
import type { RewardAct } from './reward-views.ts';
import type { WidgetView } from './widget-view.ts';

/** What an element tells the engine. `tour` acts drive the tour's machine; `event` is recorded in the journey. */
export type WidgetSignal =
  | { readonly type: 'shown' | 'viewed' | 'clicked' | 'completed'; readonly campaignId: string }
  | { readonly type: 'dismissed'; readonly campaignId: string; readonly cause: string }
  | {
      readonly type: 'tour';
      readonly campaignId: string;
      /**
       * `advance`: the step's act was done. `answer` is recorded and moves nothing. `go`, `start`, `snooze`, `answer` have
       * their `value`: a step id, a campaign id, minutes, what was said.
       */
      readonly act:
        | 'next'
        | 'back'
        | 'skip'
        | 'complete'
        | 'dismiss'
        | 'step-shown'
        | 'target-missing'
        | 'advance'
        | 'go'
        | 'start'
        | 'snooze'
        | 'answer';
      readonly cause?: string | undefined;
      readonly value?: string | undefined;
    }
  | {
      readonly type: 'card';
      readonly campaignId: string;
      readonly act: 'viewed' | 'clicked' | 'add-to-cart' | 'not-interested' | 'save' | 'unsave';
      readonly productId: string;
      readonly position: number;
      /** Variant chosen on the card, for `add-to-cart`. */
      readonly variant?: string | undefined;
    }
  | {
      readonly type: 'game';
      readonly campaignId: string;
      readonly act: 'draw' | 'claim' | 'settled';
      /** Chosen answers of a quiz, by question. */
      readonly answers?: readonly number[] | undefined;
      /** The visitor says that they are old enough. */
      readonly ageConfirmed?: true | undefined;
    }
  | { readonly type: 'reward'; readonly campaignId: string; readonly act: 'refresh' }
  | {
      readonly type: 'reward';
      readonly campaignId: string;
      readonly act: RewardAct;
      readonly value: string;
    }
  | GuidanceSignal
  | {
      readonly type: 'event';
      readonly name: EventName;
      readonly props: EventProps[EventName];
    };

/** Gives views of slots to the host and takes the elements' signals. Every feature provides one. */
export interface ViewSource {
  /** `null`: this feature shows nothing in that slot. */
  read(slot: string): WidgetView | null;
  subscribe(slot: string, listener: () => void): () => void;
  /** Returns `true` when the signal was its own. */
  report(signal: WidgetSignal): boolean;
}

export const viewSourcePort: PortKey<ViewSource> = 'view-source';
