import type { Cost } from './cost.ts';

/** All of a tracker's figures. */
export interface Figures extends Cost {
  readonly gzipBytes: number;
  /** Of 100 events, by how the page ended. */
  readonly survive: Readonly<Record<string, number>>;
}
