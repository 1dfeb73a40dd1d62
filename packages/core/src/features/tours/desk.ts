import type { TourWidget } from '@regulars/schema';
import type { Decision, PresentationEnd } from '../../campaigns/presenter-port.ts';
import type { PartContext } from '../../journey/part.ts';
import type { Subscribable } from '../../lib/subscribable.ts';
import type { StepSignal, TourState } from './tour-state.ts';

/** The tour of this page. */
export interface Running {
  readonly decision: Decision;
  readonly props: TourWidget['props'];
  readonly shown: () => void;
  readonly ended: (end: PresentationEnd) => void;
  state: TourState;
  /** This tab may show it. */
  leads: boolean;
  /** Nothing of it may show on this page: the step belongs to another, or there is a checkout. */
  hidden?: boolean | undefined;
  /** Steps that may still come, this one included; absent: all that follow. */
  left?: number | undefined;
  /** The step's own language, where the tour's has no text for it. */
  words?: Pick<Decision, 'lang' | 'dir' | 'texts'> | undefined;
  /** The visitor went back last. */
  backwards?: boolean | undefined;
  /** Epoch ms of the last step on the page before. */
  since?: number | undefined;
  /** How often what it waits for had happened by then. */
  heard?: number | undefined;
  /** What the visitor did before the machine was there: on this page, or on the one before. */
  acts: StepSignal[];
  /** Steps whose showing was told. */
  readonly told: Set<number>;
  /** Stops what the machine keeps for it, and lets other pages go on with it. */
  stop?: (() => void) | undefined;
}

/** What the functions of one part share. */
export interface Desk {
  readonly context: PartContext;
  /** Id of this page. */
  readonly tab: string;
  readonly changes: Subscribable<void>;
  readonly busy: (work: Promise<unknown>) => void;
  /** What moves a tour; fetched once the first step stands. */
  readonly machine: () => Promise<typeof import('./machine.ts')>;
  /** The machine, once it is there. */
  loaded?: typeof import('./machine.ts') | undefined;
  running: Running | null;
  /** The row of the tour that ended last is going. */
  closing?: Promise<void> | undefined;
}

/** Takes it from the screen; what is stored stays, and any page may go on with it. */
export function leave(desk: Desk): void {
  const { running } = desk;
  desk.running = null;
  running?.stop?.();
  desk.changes.tell();
}
