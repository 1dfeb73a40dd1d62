import type { PartContext } from '../../journey/part.ts';
import { keyed } from '../../storage/keyed-store.ts';

/** What is remembered of one campaign of guidance. */
export interface GuideMemory {
  /** Version of its props; what was remembered of another version means nothing. */
  readonly version: number;
  /** It was closed, read or finished, and does not come by itself again. */
  readonly over?: string | undefined;
  readonly folded?: boolean | undefined;
  /** How often each mission's event was seen, by mission. */
  readonly counts?: Readonly<Record<string, number>> | undefined;
  /** Every mission was done. */
  readonly finished?: boolean | undefined;
}

/** Memories of guidance: on the device where the visitor allows it, else for this page. */
export interface GuideStore {
  read(campaignId: string, version: number): Promise<GuideMemory>;
  change(campaignId: string, version: number, change: Partial<GuideMemory>): Promise<void>;
}

const prefix = 'guide:';

/** Builds the store. A failing device keeps this page's memory and rejects, so that it is reported. */
export function createGuideStore({ storage }: PartContext): GuideStore {
  const store = keyed(storage, 'feature', 'functional');
  const page = new Map<string, GuideMemory>();
  const fit = (found: GuideMemory | undefined, version: number): GuideMemory =>
    found?.version === version ? found : { version };
  return {
    async read(id, version) {
      const found = page.get(id) ?? (await store.get<GuideMemory>(`${prefix}${id}`));
      return fit(found, version);
    },
    async change(id, version, change) {
      page.set(id, { ...fit(page.get(id), version), ...change });
      const now = await store.update<GuideMemory>(`${prefix}${id}`, (old) => ({
        ...fit(old, version),
        ...change,
      }));
      if (now) page.set(id, now);
    },
  };
}
