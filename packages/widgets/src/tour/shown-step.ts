import type { TourView, WidgetSignal } from '@regulars/core';
import type { TourShow } from './tour.view.ts';

/** A step as it is shown now. */
export interface ShownStep {
  /** Names this showing; another one is placed anew. */
  readonly key: string;
  readonly host: HTMLElement;
  readonly box: HTMLElement;
  readonly view: TourView;
  readonly show: TourShow;
  /** `null`: it stands by itself, or its target is searched again. */
  readonly target: Element | null;
}

/** What a shown step asks for. */
export interface ShownHooks {
  /** The step has its place: the visitor sees it. */
  readonly stands: (step: ShownStep) => void;
  readonly leave: (cause: string) => unknown;
  readonly next: () => unknown;
  readonly back: () => unknown;
  /** An act that the step waited for was done in the page. */
  readonly advance: (what: string) => unknown;
  /** Puts the step aside, or takes it up again. */
  readonly aside: (why: 'visitor' | 'dialog' | null) => void;
  /** All that follows would be passed over at once, or no longer. */
  readonly ends: (ends: boolean) => void;
}

/** What attends a shown step. */
export interface Attendant {
  /** The box was placed anew. */
  readonly moved: () => void;
}

/** What the controller needs of its element. */
export interface StepHooks extends Omit<ShownHooks, 'aside' | 'ends' | 'stands'> {
  readonly view: () => TourView | null;
  readonly report: (signal: WidgetSignal) => void;
  readonly waitMs: () => number;
  /** What to say of the step; `null` while the built-in texts are on their way. */
  readonly words: (show: TourShow) => string | null;
  readonly announce: (words: string) => void;
  /** Parts that come when they are used; resolves, also without them. */
  readonly fetch: (part: 'rich' | 'chip' | 'acts') => Promise<void>;
}
