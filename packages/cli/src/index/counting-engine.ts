import type { Dropped } from '../read/dropped.ts';
import type { Line } from '../read/read-visits.ts';
import type { Counts } from './count-pairs.ts';
import type { Sessions } from './sessions.ts';

/** Holds the lines of the exports, makes sessions of them and counts their pairs. */
export interface CountingEngine {
  /**
   * Takes one line; clicks first, then orders.
   * @throws Error in plain words when it is more than the engine may hold.
   */
  add(line: Line, ordered: boolean): void;
  /** Cuts the lines into sessions. Once, after the last line. */
  cut(): Promise<Sessions>;
  /**
   * Counts the sessions that began by a moment.
   * @param until epoch ms; absent: all.
   */
  count(until?: number): Promise<Counts>;
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
