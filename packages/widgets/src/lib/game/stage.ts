import type { GameView } from '@regulars/core';
import type { CSSResult, ReactiveControllerHost } from 'lit';
import type { SafeHost } from '../guard-host.ts';
import type { GameShow } from './game.view.ts';
import type { Reveal } from './reveal.ts';

/** The element that is played. */
export type Played<V> = HTMLElement &
  ReactiveControllerHost & {
    readonly renderRoot: ParentNode;
    readonly safeHost: SafeHost;
    readonly shownView: V | null;
    /** Length of its movement, ms. */
    readonly motionMs: number;
  };

/** What a stage may ask of the play. */
export interface Play<V extends GameView = GameView> {
  readonly element: Played<V>;
  /** When the result may be told. */
  readonly reveal: Reveal;
  /** The visitor confirmed their age. */
  readonly agreed: boolean;
  /** Text of the host, by key. */
  readonly text: SafeHost['text'];
  /** What the templates need now. */
  show(view: V): GameShow;
  /** Asks for the draw or the claim, unless the page prevents it; `reveal` shows what was drawn. */
  act(act: 'draw' | 'claim' | 'reveal', answers?: readonly number[]): void;
}

/** What makes a game this game: its drawing, and how what was drawn comes to light. */
export interface Stage<V extends GameView = GameView> {
  /** Key of the button that draws; none: the stage has its own buttons. */
  readonly drawKey?: string;
  /** Key of the button that shows what was drawn without waiting. */
  readonly revealKey?: string;
  render(show: GameShow, view: V): unknown;
  /** Told after each rendering. */
  updated?(view: V): void;
  /** Brings what was drawn to light. */
  bringOut?(view: V): Animation | undefined;
  /** What stands before a label in the table of odds. */
  mark?(index: number, count: number): unknown;
  /** Key of a sentence below the odds. */
  note?(show: GameShow): string | undefined;
}

/** The module of a stage, which a game fetches when it is shown. */
export interface StageModule<V extends GameView> {
  readonly styles: CSSResult;
  readonly stage: (play: Play<V>) => Stage<V>;
}
