import type { DestinationRow } from './destination-row.ts';
import type { DeliveryContext } from './sync-port.ts';

/** This tab's hand on the lease of one destination. Tokens are asked before a transaction and named in it. */
export interface Lease {
  token(): string;
  /** The row's lease is held by another, who has left no word that it went. */
  isForeign(row: DestinationRow, token: string): boolean;
  /** The row with the lease taken; `null`: the page went since the token was asked, and takes nothing any more. */
  take(row: DestinationRow, token: string): DestinationRow | null;
  /** It has been given back. Not before: a page that goes may never see the end of a transaction. */
  release(token: string): void;
  /** Leaves word that the lease is free, synchronously: for a page that goes with a send under way. */
  leave(): void;
}

/** Twice what an adapter waits for an answer. */
export const LEASE_MS = 20_000;

/** Builds it for one destination. */
export function createLease(id: string, { storage, now, newId }: DeliveryContext): Lease {
  const { left } = storage;
  const word = `lease/${id}`;
  let token = newId();
  let isHeld = false;
  return {
    token: () => token,
    isForeign: (row, mine) =>
      row.token !== undefined && row.token !== mine && !left.find(word).some(([, one]) => one === row.token),
    take(row, mine) {
      if (mine !== token) return null;
      // A word for any other lease is of the past: there is one at a time.
      left.drop(left.find(word));
      isHeld = true;
      return { ...row, token, until: now() + LEASE_MS };
    },
    release(mine) {
      if (mine === token) isHeld = false;
    },
    leave() {
      // Once: a page that goes to the back-forward cache is hidden, then frozen.
      if (isHeld) left.leave(word, token);
      isHeld = false;
      // Should the page come back, its lease is another one.
      token = newId();
    },
  };
}
