import type { Action, ActionOutcome } from '@regulars/schema';
import type { WidgetSignal } from '../features/widget-signal.ts';
import type { WidgetView } from '../features/widget-view.ts';

/** The narrow interface between elements and engine: six members. */
export interface WidgetHost {
  /** View of a slot (`overlay` is the one for tours and modals); `null`: nothing is decided, show the fallback. */
  read(slot: string): WidgetView | null;
  /** Calls the listener after each change of that slot; returns its stop. A throwing listener starves nobody. */
  subscribe(slot: string, listener: () => void): () => void;
  /** Tells what happened. Never throws. */
  report(signal: WidgetSignal): void;
  /** Asks the backend. Never throws: refusals are answers. */
  request<A extends Action>(
    action: A,
    options: { readonly signal?: AbortSignal | undefined },
  ): Promise<ActionOutcome<A['type']>>;
  /** Built-in text of the SDK in the page's locale, `{{name}}` filled; unknown key: the key. */
  text(key: string, values?: Readonly<Record<string, string | number>>): string;
  /**
   * Fetches the built-in texts of a view's type; resolves when they are there or failed, never rejects. An element that
   * stands before them changes its words under the visitor's eyes.
   */
  readonly ready?: ((type: string) => Promise<void>) | undefined;
  /** Epoch ms. */
  now(): number;
}
