import type { Queryable } from '../db/database.ts';

/** Row name that pauses everything. */
export const ALL_CAMPAIGNS = '*';

/** What the operator stopped. */
export interface PauseState {
  readonly pausedAll: boolean;
  /** Campaign ids, sorted. */
  readonly paused: readonly string[];
}

/** Reads the pauses; each call asks the database, so that every process of a server agrees at once. */
export async function readPauses(db: Queryable): Promise<PauseState> {
  const rows = await db.query<{ campaign_id: string }>('select campaign_id from pause order by campaign_id');
  const ids = rows.map((row) => row.campaign_id);
  return { pausedAll: ids.includes(ALL_CAMPAIGNS), paused: ids.filter((id) => id !== ALL_CAMPAIGNS) };
}
