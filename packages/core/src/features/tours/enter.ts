import { type Desk, leave, type Running } from './desk.ts';
import { keepLead, wordsFor, yieldLead } from './keep.ts';
import { LEFT, type TourWord } from './leave-word.ts';
import { awaitedOf, heardOf, settle, worldOf } from './settle.ts';
import { apply, end, hear } from './steer.ts';
import { channelName } from './tour-channel.ts';
import { isExpired, storeOf, takeLead } from './tour-row.ts';
import { meantFrom } from './tour-rule.ts';
import { firstState, prefix, type StoredTour } from './tour-state.ts';

/** Keeps the lead of a tour that runs here. */
export const keep = (desk: Desk, running: Running): void => keepLead(desk, running, enter);

/** Ms in which a living tab answers. */
const answerMs = 200;

/** Whether another tab says that it shows this tour: the page before this one cannot, whatever it left in its lead. */
function hearLead(desk: Desk, running: Running): Promise<boolean> {
  const { who, here } = wordsFor(desk, running);
  const channel = new BroadcastChannel(channelName);
  return new Promise((resolve) => {
    const finish = (isAlive: boolean): void => {
      clearTimeout(timer);
      removeEventListener('pagehide', goes);
      channel.close();
      resolve(isAlive);
    };
    // Kept in the back-forward cache, the page asks anew when it is back; an open channel would throw it out.
    const goes = (): void => finish(true);
    addEventListener('pagehide', goes);
    const timer = setTimeout(() => finish(false), answerMs);
    channel.onmessage = ({ data }) => data === here && finish(true);
    channel.postMessage(who);
  });
}

/**
 * Goes past what the visitor did on the way to this page, told before the tour was here. A clock may stand still between
 * a page's last moment and the next one's first: what falls into that millisecond is told apart by how often it happened.
 */
function catchUp(desk: Desk, running: Running): void {
  const { counts } = desk.context.journey.profile();
  const { since = Number.POSITIVE_INFINITY, heard = Number.POSITIVE_INFINITY } = running;
  const isMore = heardOf(desk, running) > heard;
  const done = awaitedOf(running).find((name) => {
    const { lastMs = 0 } = counts[name] ?? {};
    return lastMs > since || (isMore && lastMs === since);
  });
  if (done && running.state.seen) apply(desk, { type: 'event', name: done, path: location.pathname });
}

/** Shows it here: from the first step that is meant for the visitor. */
function show(desk: Desk, running: Running): void {
  const { steps } = running.props;
  const { state, leads } = running;
  running.leads = true;
  keep(desk, running);
  const index = meantFrom(state.index, steps, worldOf(desk, running));
  if (index >= steps.length) {
    end(desk, 'dismissed', 'no-step');
    return;
  }
  if (index !== state.index) running.state = { ...state, index, seen: false };
  settle(desk, running);
  if (!leads) catchUp(desk, running);
  for (const signal of running.acts.splice(0)) hear(desk, signal);
  desk.changes.tell();
}

/** Takes the lead and shows it, or waits until the tab that shows it lets go. */
export async function enter(desk: Desk, running: Running, force = false): Promise<void> {
  const answer = await takeLead(desk, running, force);
  if (desk.running !== running || desk.context.signal.aborted) return;
  if (answer === 'mine') show(desk, running);
  else if (answer === 'other') await wait(desk, running);
  else if (answer === 'expired') await renew(desk, running);
  else if (answer === 'changed') {
    running.leads = true;
    end(desk, 'dismissed', 'version-changed');
  } else {
    running.leads = false;
    leave(desk);
    running.ended(answer === 'gone' ? { cause: 'superseded' } : { cause: 'navigated', detail: 'snoozed' });
  }
}

/** What is left of an old showing is over; the tour begins anew. */
async function renew(desk: Desk, running: Running): Promise<void> {
  const { context, tab } = desk;
  const { id: campaignId } = running.decision.campaign;
  const row: StoredTour = {
    version: running.props.version ?? 0,
    ...firstState,
    at: context.now(),
    lead: { tab },
  };
  await storeOf(desk).set(prefix + campaignId, row);
  context.journey.track('tour_started', { campaignId });
  if (desk.running === running) show(desk, running);
}

/** Another tab has the lead: if it lives, this one waits for its word. */
async function wait(desk: Desk, running: Running): Promise<void> {
  if (running.leads) yieldLead(desk, running);
  keep(desk, running);
  const isAlive = await hearLead(desk, running);
  if (!isAlive && desk.running === running) await enter(desk, running, true);
}

/** Writes what pages before this one could not, and tells what they could not tell. */
async function takeWords(desk: Desk): Promise<void> {
  const { storage, journey } = desk.context;
  const found = storage.left.find(LEFT);
  for (const [, word] of found) {
    const { campaignId, row, at, acts, stepId } = (word ?? {}) as Partial<TourWord>;
    if (!campaignId || at === undefined) continue;
    const end = acts?.find(({ act }) => act === 'dismiss' || act === 'skip');
    let old: StoredTour | undefined;
    await storeOf(desk).update<StoredTour>(prefix + campaignId, (stored) => {
      old = stored;
      if (!stored || stored.at > at) return stored;
      return acts && !end ? { ...stored, acts } : row;
    });
    const { cause = 'skipped' } = end ?? {};
    if (end && old && old.at <= at)
      journey.track('tour_dismissed', { campaignId, cause, ...(stepId ? { stepId } : {}) });
  }
  storage.left.drop(found);
}

/** First unfinished tour that may go on now; expired ones are removed and told. */
export async function resumes(desk: Desk): Promise<string | null> {
  const { context } = desk;
  const now = context.now();
  const store = storeOf(desk);
  await takeWords(desk);
  for (const [key, row] of await store.list<StoredTour>(prefix)) {
    const campaignId = key.slice(prefix.length);
    if (isExpired(row, now)) {
      await store.delete(key);
      context.journey.track('tour_dismissed', { campaignId, cause: 'expired' });
    } else if ((row.until ?? 0) <= now) return campaignId;
  }
  return null;
}
