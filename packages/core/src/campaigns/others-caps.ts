import type { ActionResults, CampaignDocument, ShownElsewhere } from '@regulars/schema';
import { noHistory, type ShownHistory } from '../rules/shown-history.ts';
import type { AttentionState } from './attention.ts';

/** What this device counted and what the others did, together. */
function add(
  own: ShownHistory | undefined,
  other: ShownElsewhere,
  more: Partial<ShownHistory>,
): ShownHistory {
  const past = own ?? { ...noHistory, ...more };
  const dismissed = [past.dismissedAt, other.dismissedAt].filter((at) => at !== undefined);
  return {
    ...past,
    shows: [...past.shows, ...other.shows].sort((a, b) => a - b),
    count: past.count + other.count,
    dismissed: past.dismissed + other.dismissed,
    completed: past.completed + other.completed,
    clicked: past.clicked + other.clicked,
    ...(dismissed.length && { dismissedAt: Math.max(...dismissed) }),
  };
}

/** The state of the caps with what other devices of the person saw of campaigns that count everywhere. */
export function withOthers(
  { campaigns }: CampaignDocument,
  state: AttentionState,
  shown: ActionResults['facts']['shown'],
): AttentionState {
  const history = { ...state.history };
  const elsewhere: (readonly [number, string])[] = [];
  for (const { id, frequency, tags, version, placement } of campaigns) {
    const other = shown[id];
    if (!other || frequency?.scope !== 'person') continue;
    const kind = 'overlay' in placement ? placement.overlay : undefined;
    history[id] = add(history[id], other, { tags, version, kind });
    // A session is of one device; the day and the pause are the person's.
    if (kind) elsewhere.push(...other.shows.map((at) => [at, 'elsewhere'] as const));
  }
  const shows = [...state.budget.shows, ...elsewhere].sort(([a], [b]) => a - b);
  return { history, budget: { ...state.budget, shows } };
}
