import type {
  AnnouncementWidget,
  ChecklistWidget,
  ConsentPurpose,
  HintWidget,
  LauncherGroup,
  LauncherWidget,
  PrivacyWidget,
} from '@regulars/schema';
import type { ViewBase } from './view-base.ts';

export interface AnnouncementView extends ViewBase {
  readonly type: 'announcement';
  readonly props: AnnouncementWidget['props'];
}

/** How far one mission is. */
export interface MissionProgress {
  readonly id: string;
  /** At most `goal`. */
  readonly count: number;
  readonly goal: number;
}

/** The reward at the end of a checklist: not earned yet, to be collected, being collected, given, or why not. */
export interface ChecklistReward {
  readonly state: 'locked' | 'ready' | 'asking' | 'given' | 'refused' | 'offline';
  readonly label?: string | undefined;
  readonly code?: string | undefined;
  readonly points?: number | undefined;
  /** Epoch ms. */
  readonly endsAt?: number | undefined;
  readonly reason?: string | undefined;
}

export interface ChecklistView extends ViewBase {
  readonly type: 'checklist';
  readonly props: ChecklistWidget['props'];
  /** In the order of the missions. */
  readonly progress: readonly MissionProgress[];
  readonly folded: boolean;
  /** It was finished on this page: a moment to be glad about. */
  readonly fresh: boolean;
  /** None: the campaign gives none. */
  readonly reward?: ChecklistReward | undefined;
}

export interface HintView extends ViewBase {
  readonly type: 'hint';
  readonly props: HintWidget['props'];
}

/** One row of the launcher: plain data; what it does is kept by the engine. */
export interface LauncherRowView {
  readonly id: string;
  readonly group: LauncherGroup;
  /** Words in the visitor's language; none: the built-in text of its group. */
  readonly label?: string | undefined;
  /** A code to copy. */
  readonly code?: string | undefined;
  /** What it offered is in the visitor's account: nothing is left to choose. */
  readonly collected?: true | undefined;
  /** A page to go to; none: choosing it is told to the engine. */
  readonly url?: string | undefined;
}

export interface LauncherView extends ViewBase {
  readonly type: 'launcher';
  readonly props: LauncherWidget['props'];
  readonly state: 'closed' | 'loading' | 'ready' | 'error';
  /** In the order to show. */
  readonly rows: readonly LauncherRowView[];
  /** Whether tips may open by themselves. */
  readonly tips: boolean;
}

/** Kinds of what is held, in the words of visitors. */
export type HeldKind =
  | 'pages'
  | 'products'
  | 'searches'
  | 'orders'
  | 'others'
  | 'visits'
  | 'interests'
  | 'notes'
  | 'games'
  | 'marks';

/** Switches of the visitor, and whether what they switch is on. */
export interface PrivacySwitches {
  /** Lists made from the journey; off: all lists show what is popular. */
  readonly lists: boolean;
  /** Tours, hints and messages that open by themselves. */
  readonly tips: boolean;
  readonly games: boolean;
}

export interface PrivacyView extends ViewBase {
  readonly type: 'privacy';
  readonly props: PrivacyWidget['props'];
  readonly state: 'loading' | 'ready' | 'busy' | 'error';
  /** The shop's answer as it was told on this page; `gpc`: the browser asks shops not to sell or share. */
  readonly consent: {
    readonly answered: boolean;
    readonly granted: readonly ConsentPurpose[];
    readonly gpc: boolean;
  };
  /** How much is held, kinds of which there is none left out; `memory`: for this page alone, the browser stores nothing. */
  readonly held: readonly { readonly kind: HeldKind; readonly count: number }[];
  readonly memory: boolean;
  readonly switches: PrivacySwitches;
  /** What the last act led to. */
  readonly said?: 'downloaded' | 'erased' | 'failed' | undefined;
  /** What was asked for, to be saved by the visitor; another object each time. */
  readonly file?: { readonly name: string; readonly text: string } | undefined;
}

/** Views of guidance beside tours. */
export type GuidanceView = AnnouncementView | ChecklistView | HintView | LauncherView | PrivacyView;

/** What an element of guidance tells the engine. */
export type GuidanceSignal = { readonly type: 'guidance'; readonly campaignId: string } & (
  | { readonly act: 'start'; readonly campaign: string }
  | { readonly act: 'fold' | 'unfold' | 'claim' | 'open' | 'close' }
  /** The hint's target cannot be found. */
  | { readonly act: 'missing'; readonly cause: string }
  | { readonly act: 'choose'; readonly row: string }
  | { readonly act: 'tips'; readonly on: boolean }
  | { readonly act: 'switch'; readonly name: keyof PrivacySwitches; readonly on: boolean }
  | { readonly act: 'download' | 'erase' }
);
