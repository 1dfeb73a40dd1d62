import type { PartContext } from '../../journey/part.ts';
import { keyed } from '../../storage/keyed-store.ts';
import type { KeyedStore } from '../../storage/storage-port.ts';
import type { Desk, Running } from './desk.ts';
import { heardOf } from './settle.ts';
import { prefix, type StoredTour, type TourState } from './tour-state.ts';

/** Where unfinished tours are kept; nothing where the visitor does not allow it. */
export const storeOf = ({ context }: { readonly context: PartContext }): KeyedStore =>
  keyed(context.storage, 'feature', 'functional');

/** Key of a running tour's row. */
export const keyOf = ({ decision }: Running): string => prefix + decision.campaign.id;

/** Row of a running tour, led by nobody. */
export const rowOf = (desk: Desk, running: Running): StoredTour => {
  const { version = 0, expiresHours } = running.props;
  const ttl = expiresHours ? { ttl: expiresHours * 36e5 } : {};
  return { version, ...running.state, at: desk.context.now(), heard: heardOf(desk, running), ...ttl };
};

/** Position that a row stands for; rows of older versions have no way back. */
export const stateOf = ({ index, path, answers = {}, seen = false }: StoredTour): TourState => ({
  index,
  path: path ?? Array.from({ length: index }, (_, at) => at),
  answers,
  seen,
});

/** Whether a row is past its time. */
export const isExpired = ({ at, ttl = 864e5, until = 0 }: StoredTour, now: number): boolean =>
  now - Math.max(at, until) > ttl;

/** What came of asking for the lead. */
export type LeadAnswer = 'mine' | 'other' | 'gone' | 'snoozed' | 'changed' | 'expired';

/** Takes the lead, so that one tab only shows a tour. `force` takes it from a tab that is gone. */
export async function takeLead(desk: Desk, running: Running, force: boolean): Promise<LeadAnswer> {
  const { context, tab } = desk;
  if (!context.consent.allows('functional')) return 'mine';
  const now = context.now();
  const asked = { now, version: running.props.version ?? 0, tab: force ? undefined : tab };
  let found: StoredTour | undefined;
  await storeOf(desk).update<StoredTour>(keyOf(running), (old) => {
    found = old;
    if (!old || judge(old, asked) !== 'mine') return old;
    const { until: _until, acts: _acts, ...kept } = old;
    return { ...kept, lead: { tab } };
  });
  const answer = judge(found, asked);
  if (answer === 'mine' && found && !running.leads)
    Object.assign(running, {
      state: stateOf(found),
      since: found.at,
      heard: found.heard,
      acts: found.acts ?? [],
    });
  return answer;
}

function judge(
  row: StoredTour | undefined,
  { now, version, tab }: { readonly now: number; readonly version: number; readonly tab: string | undefined },
): LeadAnswer {
  if (!row) return 'gone';
  if (isExpired(row, now)) return 'expired';
  if ((row.until ?? 0) > now) return 'snoozed';
  if (tab && row.lead && row.lead.tab !== tab) return 'other';
  return row.version === version ? 'mine' : 'changed';
}
