import type { ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import { writeAudit } from '../operator/audit.ts';

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

/**
 * Stops or resumes one campaign, or all of them (`*`); `false` when nobody published such a campaign. What was won stays
 * claimable.
 */
export async function setPause(
  context: ServerContext,
  by: { readonly id: string | null; readonly name: string },
  { campaignId, paused }: { readonly campaignId: string; readonly paused: boolean },
): Promise<boolean> {
  const isKnown = context.campaigns.campaigns.some((each) => each.id === campaignId);
  // A pause of a campaign that is gone by now can still be taken back.
  if (!isKnown && campaignId !== ALL_CAMPAIGNS && paused) return false;
  await context.db.transaction(async (tx) => {
    if (paused) {
      await tx.query(
        'insert into pause (campaign_id, t, account_id) values ($1, $2, $3) on conflict (campaign_id) do nothing',
        [campaignId, context.now(), by.id ?? by.name],
      );
    } else await tx.query('delete from pause where campaign_id = $1', [campaignId]);
    await writeAudit(tx, by, context.now(), {
      action: paused ? 'campaign-paused' : 'campaign-resumed',
      target: campaignId === ALL_CAMPAIGNS ? 'all campaigns' : campaignId,
    });
  });
  context.live.publish('control');
  return true;
}
