import type { Inspection } from '@regulars/core';
import type { DebugText } from './messages/en.ts';

/** What a section gets to work with. */
export interface DebugWords {
  /** Text of the panel in its locale; `{{n}}` is filled. */
  text(key: DebugText, values?: Readonly<Record<string, string | number>>): string;
  /** Instant as local time of day. */
  time(ms: number): string;
}

/** One section of the debug panel; each room adds a file with one. */
export interface DebugSection {
  readonly id: string;
  readonly title: DebugText;
  /** Short state beside the title: a count, a word. */
  badge(inspection: Inspection, words: DebugWords): string;
  /** Whether the section asks for attention. */
  alerts?(inspection: Inspection): boolean;
  /** Its body, built anew at each change. Elements with `data-key` keep focus and openness. */
  render(inspection: Inspection, words: DebugWords): readonly Node[];
}
