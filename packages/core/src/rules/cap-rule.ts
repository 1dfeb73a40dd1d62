import type { Campaign, CampaignDocument } from '@regulars/schema';
import type { AttentionBudget, ShownHistory } from './shown-history.ts';

/** Ms that a reservation holds until the campaign must be visible. */
export const leaseMs = 15_000;
const dayMs = 864e5;
const since = (times: readonly number[], now: number, days: number): number =>
  times.filter((at) => at > now - days * dayMs).length;

/** In place of a campaign's id in the history: the visitor turned tips off, when it counts as dismissed. */
export const tipsId = '!tips';

type Cap = NonNullable<NonNullable<Campaign['frequency']>['cap']>;

/** Beginning of the calendar day, week or month of an instant, epoch ms. */
export type WindowStart = (per: 'day' | 'week' | 'month', now: number) => number;

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
  /** The calendar, where a cap counts by it; a cap per week without it refuses. */
  readonly windowStart?: WindowStart | undefined;
  readonly now: number;
}

/** Why a cap is full, in its own words (`1/30d`, `1/week`); `null`: it is not. */
function full(
  cap: Cap | undefined,
  times: readonly number[],
  now: number,
  start?: WindowStart,
): string | null {
  if (!cap) return null;
  if ('days' in cap) return since(times, now, cap.days) >= cap.max ? `${cap.max}/${cap.days}d` : null;
  const from = start?.(cap.per, now) ?? Number.NEGATIVE_INFINITY;
  return times.filter((at) => at >= from).length >= cap.max ? `${cap.max}/${cap.per}` : null;
}

/** History of a campaign as it counts: a higher version may begin anew. */
function pastOf({ campaign, history }: CapInput): Partial<ShownHistory> {
  const past = history[campaign.id];
  const isOld = (past?.version ?? 0) < (campaign.version ?? 0);
  return (campaign.frequency?.resetOnVersion && isOld ? undefined : past) ?? {};
}

/** An overlay without a `frequency` shows once: what opens by itself must have a limit. */
function ownCap(input: CapInput, now: number): string | null {
  const { campaign, history } = input;
  if (history[tipsId]?.dismissed && /^(tour|hint|announcement)$/.test(campaign.widget.type))
    return 'tips-off';
  const { shows = [], count = 0, ...past } = pastOf(input);
  const {
    maxShows,
    cap,
    maxDismissals,
    restDays = 0,
    stopOn = [],
  } = campaign.frequency ?? ('overlay' in campaign.placement ? { maxShows: 1 } : {});
  const stopped = stopOn.find((what) => past[what]);
  if (stopped) return `stopped:${stopped}`;
  if (maxShows !== undefined && count >= maxShows) return `max-shows:${count}/${maxShows}`;
  if (maxDismissals !== undefined && (past.dismissed ?? 0) >= maxDismissals)
    return `max-dismissals:${maxDismissals}`;
  if (now < (past.dismissedAt ?? Number.NEGATIVE_INFINITY) + restDays * dayMs) return `rests:${restDays}d`;
  const found = full(cap, shows, now, input.windowStart);
  return found && `cap:${found}`;
}

/** Caps that campaigns share: by tag, and by kind of overlay. */
function sharedCap({ campaign, caps, history, windowStart }: CapInput, now: number): string | null {
  const past = Object.values(history);
  for (const tag of campaign.tags ?? []) {
    const times = past.flatMap((one) => (one.tags?.includes(tag) ? one.shows : []));
    if (full(caps?.tags?.[tag], times, now, windowStart)) return `tag-cap:${tag}`;
  }
  if (!('overlay' in campaign.placement)) return null;
  const kind = campaign.placement.overlay;
  const times = past.flatMap((one) => (one.kind === kind ? one.shows : []));
  return full(caps?.kinds?.[kind], times, now, windowStart) && `kind-cap:${kind}`;
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
  return ownCap(input, now) ?? sharedCap(input, now) ?? overlayCap(input, now);
}
