import type { Campaign, CampaignDocument } from '@regulars/schema';
import type { AttentionBudget, ShownHistory } from './shown-history.ts';

/** Ms that a reservation holds until the campaign must be visible. */
export const leaseMs = 15_000;
const dayMs = 864e5;
const since = (times: readonly number[], now: number, days: number): number =>
  times.filter((at) => at > now - days * dayMs).length;

/** In place of a campaign's id in the history: the visitor turned tips off, when it counts as dismissed. */
export const tipsId = '!tips';

/** What the caps are checked against. */
export interface CapInput {
  readonly campaign: Campaign;
  readonly caps: CampaignDocument['caps'];
  /** By campaign id. */
  readonly history: Readonly<Record<string, ShownHistory>>;
  readonly budget: AttentionBudget;
  /** Session in the words of the budget; `null`: unknown yet. */
  readonly session: string | null;
  /** Reservation of this tab itself. */
  readonly token?: string | undefined;
  readonly now: number;
}

/** An overlay without a `frequency` shows once: what opens by itself must have a limit. */
function ownCap({ campaign, history }: CapInput, now: number): string | null {
  if (history[tipsId]?.dismissed && /^(tour|hint)$/.test(campaign.widget.type)) return 'tips-off';
  const { shows = [], count = 0, ...past }: Partial<ShownHistory> = history[campaign.id] ?? {};
  const {
    maxShows,
    cap,
    maxDismissals,
    stopOn = [],
  } = campaign.frequency ?? ('overlay' in campaign.placement ? { maxShows: 1 } : {});
  const stopped = stopOn.find((what) => past[what]);
  if (stopped) return `stopped:${stopped}`;
  if (maxShows !== undefined && count >= maxShows) return `max-shows:${count}/${maxShows}`;
  if (maxDismissals !== undefined && (past.dismissed ?? 0) >= maxDismissals)
    return `max-dismissals:${maxDismissals}`;
  return cap && since(shows, now, cap.days) >= cap.max ? `cap:${cap.max}/${cap.days}d` : null;
}

function tagCap({ campaign, caps, history }: CapInput, now: number): string | null {
  for (const tag of campaign.tags ?? []) {
    const cap = caps?.tags?.[tag];
    if (!cap) continue;
    const times = Object.values(history).flatMap((one) => (one.tags?.includes(tag) ? one.shows : []));
    if (since(times, now, cap.days) >= cap.max) return `tag-cap:${tag}`;
  }
  return null;
}

function overlayCap({ campaign, caps, budget, session, token }: CapInput, now: number): string | null {
  if (!('overlay' in campaign.placement)) return null;
  if (session === null) return 'session-unknown';
  const { perSession = 1, perDay = 2, pauseMinutes = 10 } = caps?.overlay ?? {};
  const times = budget.shows.map(([at]) => at);
  const { lease } = budget;
  if (lease && lease.token !== token && lease.until > now && lease.until <= now + leaseMs)
    return 'reserved-elsewhere';
  if (budget.shows.filter((one) => one[1] === session).length >= perSession)
    return `per-session:${perSession}`;
  if (since(times, now, 1) >= perDay) return `per-day:${perDay}`;
  return since(times, now, pauseMinutes / 1440) ? `pause:${pauseMinutes}min` : null;
}

/** Why caps keep a campaign back (its own, its tags', the overlays' of the whole origin); `null`: they do not. */
export function capRefusal(input: CapInput): string | null {
  const now = Math.max(input.now, input.budget.seenMs);
  return ownCap(input, now) ?? tagCap(input, now) ?? overlayCap(input, now);
}
