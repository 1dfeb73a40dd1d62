/** Something that a page left, by the key that takes it away. */
export type Found = readonly [key: string, value: unknown];

/**
 * What pages leave to the next one when they go: events they could not write, leases they could not give back. In
 * `localStorage`, the only place that takes a write at `pagehide` in every engine (IndexedDB drops it in WebKit, and
 * in Chromium under load). Each under a key of its own: tabs that close together must not overwrite each other.
 */
export interface Left {
  /** Leaves a JSON value; synchronous, never throws. */
  leave(what: string, value: unknown): void;
  find(what: string): readonly Found[];
  /** Takes away what was found, or everything. */
  drop(found?: readonly Found[]): void;
}

/** Prepares the place; a browser that refuses it leaves nothing. */
export function openLeft(name: string): Left {
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      // Refused, full or unreadable: the gap in `tseq` shows the loss, a lease runs out.
      return undefined;
    }
  };
  const find: Left['find'] = (what) =>
    (attempt(() => Object.keys(localStorage)) ?? [])
      .filter((key) => key.startsWith(`${name}/left/${what}`))
      .map((key) => [key, attempt(() => JSON.parse(localStorage[key]))] as const);
  return {
    leave: (what, value) =>
      attempt(() => localStorage.setItem(`${name}/left/${what}/${Math.random()}`, JSON.stringify(value))),
    find,
    drop(found = find('')) {
      for (const [key] of found) attempt(() => localStorage.removeItem(key));
    },
  };
}
