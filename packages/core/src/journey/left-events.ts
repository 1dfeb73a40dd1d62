import type { Segment } from '../rules/segment.ts';
import type { Rows } from '../storage/rows.ts';
import type { TrackedEvent } from './journey-port.ts';

/**
 * Events that a page could not write before it went: the next page writes them. In `localStorage`, the only place
 * that takes a write at `pagehide` in every engine (IndexedDB drops it in WebKit, and in Chromium under load).
 */
export interface LeftEvents {
  /** Leaves events beside those that are there; synchronous. */
  leave(events: readonly TrackedEvent[]): void;
  read(): readonly TrackedEvent[];
  forget(): void;
}

/** Prepares the place; a browser that refuses it leaves nothing. */
export function openLeftEvents(name: string): LeftEvents {
  const key = `${name}/left`;
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      // Refused, full or unreadable: the gap in `tseq` shows the loss.
      return undefined;
    }
  };
  const read = (): readonly TrackedEvent[] =>
    attempt(() => JSON.parse(localStorage.getItem(key) ?? '[]')) ?? [];
  return {
    leave(events) {
      if (events.length > 0) attempt(() => localStorage.setItem(key, JSON.stringify([...read(), ...events])));
    },
    read,
    forget: () => attempt(() => localStorage.removeItem(key)),
  };
}

/** Puts left events before the new ones; what their own page or another tab managed to write is passed over. */
export async function adoptEvents(
  left: readonly TrackedEvent[],
  events: readonly TrackedEvent[],
  log: Rows,
): Promise<readonly TrackedEvent[]> {
  if (left.length === 0) return events;
  const written = (await log.entries<Segment>()).map(([, { ev }]) => ev) + JSON.stringify(events);
  return [...left.filter(({ id }) => !written.includes(id)), ...events];
}
