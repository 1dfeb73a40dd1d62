import type { PartContext } from '../../journey/part.ts';
import { keyed } from '../../storage/keyed-store.ts';

/** What is stored of an unfinished tour. */
export interface StoredTour {
  readonly version: number;
  readonly index: number;
  /** Epoch ms of the last step; a day later it is over. */
  readonly at: number;
  /** Tab that shows it; void at `until`, or when that is further than any lease. */
  readonly lead?: { readonly tab: string; readonly until: number } | undefined;
}

/** Ms that a lead holds; the leading tab renews it at a third of that. */
export const leadMs = 3000;
const expiryMs = 864e5;
const prefix = 'tour:';

/** Unfinished tours of this device; nothing is kept where the visitor does not allow it. */
export interface TourStore {
  /** First unfinished tour that has not expired; expired ones are removed and named. */
  unfinished(onExpired: (campaignId: string) => void): Promise<string | null>;
  /**
   * Takes or renews the lead; `force` takes it from a tab that is gone. `mine`: this tab may show it, from the stored position. `other`: ask again at `retryMs`.
   * `gone`: it ended in another tab.
   */
  lead(
    campaignId: string,
    start: { readonly version: number; readonly isNew: boolean; readonly force?: boolean },
  ): Promise<
    | { readonly type: 'mine'; readonly stored: StoredTour }
    | { readonly type: 'other'; readonly retryMs: number }
    | { readonly type: 'gone' }
  >;
  move(campaignId: string, index: number): Promise<void>;
  /**
   * Lets another page or tab take the lead at once. One write and no reading: the page may be going away. Only for who
   * leads.
   */
  release(campaignId: string, version: number, index: number): Promise<void>;
  remove(campaignId: string): Promise<void>;
}

/** Builds the store over the feature store of the journey's database. */
export function createTourStore({ storage, now, random }: PartContext): TourStore {
  const tab = `${random()}`;
  const store = keyed(storage, 'feature', 'functional');
  const change = async (id: string, work: (old: StoredTour) => StoredTour): Promise<void> => {
    await store.update<StoredTour>(prefix + id, (old) => old && work(old));
  };
  const isOthers = ({ lead }: StoredTour): boolean =>
    !!lead && lead.tab !== tab && lead.until > now() && lead.until <= now() + leadMs;
  return {
    async unfinished(onExpired) {
      for (const [key, stored] of await store.list<StoredTour>(prefix)) {
        const id = key.slice(prefix.length);
        if (now() - stored.at <= expiryMs) return id;
        await store.delete(key);
        onExpired(id);
      }
      return null;
    },
    async lead(id, { version, isNew, force }) {
      const mine = { tab, until: now() + leadMs };
      const fresh: StoredTour = { version, index: 0, at: now(), lead: mine };
      let found: StoredTour | undefined;
      await store.update<StoredTour>(prefix + id, (old) => {
        found = old;
        if (!old) return isNew ? fresh : undefined;
        return isOthers(old) && !force ? old : { ...old, lead: mine };
      });
      if (!found) return isNew ? { type: 'mine', stored: fresh } : { type: 'gone' };
      if (isOthers(found) && !force) return { type: 'other', retryMs: (found.lead?.until ?? 0) - now() };
      return { type: 'mine', stored: found };
    },
    move: (id, index) => change(id, (old) => ({ ...old, index, at: now() })),
    release: (id, version, index) =>
      store.set(prefix + id, { version, index, at: now() } satisfies StoredTour),
    remove: (id) => store.delete(prefix + id),
  };
}
