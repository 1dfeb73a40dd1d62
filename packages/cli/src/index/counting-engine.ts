import type { Dropped } from '../read/dropped.ts';
import type { Line } from '../read/read-visits.ts';
import type { Counts } from './count-pairs.ts';
import type { Session } from './session.ts';

/** Holds the lines of the exports, makes sessions of them and counts their pairs. */
export interface CountingEngine {
  /** Takes one line; clicks first, then orders. */
  add(line: Line, ordered: boolean): void;
  /** All sessions: those of clicks, then baskets, each part by time. After the last line. */
  sessions(): Promise<readonly Session[]>;
  /**
   * Counts the sessions that began by a moment.
   * @param sessions the same sessions.
   * @param until epoch ms; absent: all.
   */
  count(sessions: readonly Session[], until?: number): Promise<Counts>;
  /** Lets go of files and memory. Never rejects. */
  close(): Promise<void>;
}

/** What an engine is made for. */
export interface EngineInput {
  readonly dropped: Dropped;
  /** Pairs below it may be left out at once. */
  readonly floor: number;
  readonly step: (text: string) => void;
}
