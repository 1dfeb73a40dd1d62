import type { Desk, Running } from './desk.ts';
import { openChannel } from './tour-channel.ts';
import { keyOf, rowOf, storeOf } from './tour-row.ts';

/** Words of the channel for a tour and visitor. */
export function wordsFor(
  { context }: Desk,
  { decision }: Running,
): Readonly<Record<'who' | 'here' | 'free' | 'gone', string>> {
  const name = `${decision.campaign.id} ${context.journey.anonymousId()}`;
  return { who: `who ${name}`, here: `here ${name}`, free: `free ${name}`, gone: `gone ${name}` };
}

/** Another tab shows it now, or will. */
export function yieldLead(desk: Desk, running: Running): void {
  running.leads = false;
  desk.changes.tell();
}

/** One write, nothing read first: the page may be going away. */
function release(desk: Desk, running: Running): void {
  if (running.leads) desk.busy(storeOf(desk).set(keyOf(running), rowOf(desk, running)));
}

/** Ms in which a page that only went on to the next one is back: until then its tour is left to it. */
const backMs = 5000;

/**
 * Stands in for the lead while the tour runs here: a visible tab answers who asks, a hidden one gives way; the others are
 * told when it goes, which may be to the next page; and this tab asks anew (`again`) when it is looked at again, or is
 * seen beside a page that went and did not come back.
 */
export function keepLead(
  desk: Desk,
  running: Running,
  again: (desk: Desk, running: Running) => Promise<void>,
): void {
  if (running.stop || desk.running !== running) return;
  const { who, here, free, gone } = wordsFor(desk, running);
  const stopped = new AbortController();
  const { signal } = stopped;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    if (document.visibilityState === 'visible') desk.busy(again(desk, running));
  };
  const hear = (word: unknown): void => {
    if (word === here || word === gone) clearTimeout(waiting);
    if (word === gone && !running.leads) waiting = setTimeout(look, backMs);
    if (word === free && !running.leads) desk.busy(again(desk, running));
    if (!running.leads) return;
    if (word === here || (word === who && document.visibilityState !== 'visible')) yieldLead(desk, running);
    else if (word === who) say(here);
  };
  const leaving = (): void => {
    release(desk, running);
    if (running.leads) say(gone);
  };
  const say = openChannel({ hear, leaving, back: look }, signal);
  document.addEventListener('visibilitychange', look, { signal });
  // A tour that was asked for here may have run in another tab.
  if (running.leads) say(here);
  running.stop = () => {
    running.stop = undefined;
    clearTimeout(waiting);
    release(desk, running);
    if (running.leads) say(free);
    stopped.abort();
  };
}
