import type { CodedProblem, WidgetHost } from '@regulars/core';

/** What `registerWidgets` needs. */
export interface WidgetsOptions {
  readonly host: WidgetHost;
  readonly report: (problem: CodedProblem) => void;
}

/** Fetches the frame and the element of a view side by side; answers whether both are there. A failure is told once. */
export type ElementLoader = (frame: 'slot' | 'overlay', type: string) => Promise<boolean>;
