import type { PortKey } from '../../lib/port-registry.ts';
import type { LauncherRowView } from '../guidance-view.ts';

/** A row that a feature contributes to the help button. */
export interface LauncherRow extends LauncherRowView {
  /** Runs when the visitor chooses it; answers the row as it is then, or nothing. It may reject. */
  readonly act?: (() => Promise<LauncherRow | undefined>) | undefined;
}

/** Rows of one feature; asked each time the list opens. No feature, no row. */
export interface LauncherRows {
  readonly name: string;
  rows(options: { readonly signal: AbortSignal }): Promise<readonly LauncherRow[]>;
}

export const launcherRowsPort: PortKey<LauncherRows> = 'launcher-rows';
