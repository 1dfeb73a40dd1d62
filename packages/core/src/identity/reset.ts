import type { JourneyRoom } from '../journey/journey-room.ts';
import type { Part } from '../journey/part.ts';
import type { inspectLanes } from '../sync/inspect-lanes.ts';
import type { SyncEngine } from '../sync/sync-port.ts';

/** What `reset` needs of a running engine. */
export interface Resettable {
  identify(customerToken: string | null): void;
  idle(): Promise<void>;
  readonly rooms: Parameters<typeof inspectLanes>[1] & {
    readonly parts: readonly Part[];
    readonly journey: JourneyRoom;
    readonly sync: SyncEngine | undefined;
  };
}

/**
 * Parts the next person on this device from the one before, as on a tablet in a shop: `await reset(regulars)`. Sends what
 * waits, signs out, then erases journey, profile, caps and id in all tabs and goes on with a new id. Unlike `forget()` it asks
 * the backend to erase nothing. What no destination had taken by then is told as `events_lost`, reason `reset`.
 */
export async function reset({ identify, idle, rooms }: Resettable): Promise<void> {
  const { sync, parts, journey } = rooms;
  identify(null);
  await idle();
  const { inspectLanes: look } = await import('../sync/inspect-lanes.ts');
  const held = await look(sync?.lanes() ?? [], rooms);
  const count = Math.max(0, ...held.map(({ queued }) => queued));
  // The host's part of it is the word to the backend.
  await Promise.all(parts.map((part) => part.name !== 'host' && part.forget?.()));
  await journey.forget();
  if (count > 0) journey.track('events_lost', { reason: 'reset', count });
}
