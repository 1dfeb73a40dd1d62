/**
 * What a page leaves to the next one when it goes: events it could not write, leases it could not give back. In
 * `localStorage`, the only place that takes a write at `pagehide` in every engine (IndexedDB drops it in WebKit, and
 * in Chromium under load).
 */
export interface Left {
  get(what: string): unknown;
  /** Leaves a JSON value in place of the one that is there; `undefined` takes it away. Synchronous, never throws. */
  put(what: string, value: unknown): void;
  /** Takes everything away. */
  forget(): void;
}

/** Prepares the place; a browser that refuses it leaves nothing. */
export function openLeft(name: string): Left {
  const key = `${name}/left`;
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      // Refused, full or unreadable: the gap in `tseq` shows the loss, a lease runs out.
      return undefined;
    }
  };
  const read = (): Record<string, unknown> =>
    attempt(() => JSON.parse(localStorage.getItem(key) ?? '{}')) ?? {};
  const forget = (): void => attempt(() => localStorage.removeItem(key));
  return {
    get: (what) => read()[what],
    put(what, value) {
      const text = JSON.stringify({ ...read(), [what]: value });
      if (text === '{}') forget();
      else attempt(() => localStorage.setItem(key, text));
    },
    forget,
  };
}
