import type { EventName, EventProps } from '@regulars/schema';
import { eventPurposes } from '../consent/purpose-table.ts';
import type { Pieces } from './pieces.ts';

/** Records an event; see `Journey.track`. Listeners of the page hear also what consent keeps out of the journey. */
export function trackEvent(
  { stamper, consent, live, buffer, events }: Pieces,
  name: EventName,
  props: EventProps[EventName],
  how?: { readonly critical?: boolean },
): string | null {
  const allowed = eventPurposes.some(consent.allows);
  const stamped = stamper.stamp(name, props, allowed);
  if (!stamped) return null;
  const { event, bytes, kind } = stamped;
  live.see(event, allowed ? 'waiting' : 'refused');
  queueMicrotask(() => events.tell(event));
  // A visit is counted under `functional`, also when the event itself is kept nowhere.
  if (allowed || consent.allows('functional')) buffer.add(event, bytes, how?.critical ?? kind.critical);
  return allowed ? event.id : null;
}
