import type { IndexManifest, Strategy } from '@regulars/schema';
import type { PartContext } from '../../journey/part.ts';
import { chooseByTrial, type Tried } from '../../rules/thompson-rule.ts';
import { keyed } from '../../storage/keyed-store.ts';

/** Which strategy a list uses on this page, and from what that was drawn. */
export interface Trial {
  readonly strategy: Strategy;
  /** Per strategy what was counted, here and in the shop, and the share drawn from it. */
  readonly tried: Readonly<
    Record<string, { readonly views: number; readonly clicks: number; readonly share: number }>
  >;
  /** Counts a card seen or followed on this device, for the next draw. Never rejects. */
  readonly count: (act: 'viewed' | 'clicked') => Promise<void>;
}

/** This device's own counts of one campaign, by strategy. */
type Counts = Readonly<Record<string, Tried>>;

/** What the shop published and what this device counted, together; a strategy nobody was shown is `[0, 0]`. */
function sumOf(strategy: string, ...all: readonly (Counts | undefined)[]): Tried {
  return all.reduce<Tried>(
    ([views, clicks], counts) => {
      const [moreViews, moreClicks] =
        counts && Object.hasOwn(counts, strategy) ? (counts[strategy] ?? [0, 0]) : [0, 0];
      return [views + moreViews, clicks + moreClicks];
    },
    [0, 0],
  );
}

/**
 * Draws the strategy of a list; `null`: there is nothing to draw from. Reads and keeps this device's own counts only
 * where `personal`: with leave, and while the visitor has not switched such lists off.
 */
export async function tryStrategies(
  { storage, random, problems }: PartContext,
  campaignId: string,
  {
    tries,
    published,
    personal,
  }: {
    readonly tries: readonly Strategy[];
    readonly published: IndexManifest['tried'];
    readonly personal: boolean;
  },
): Promise<Trial | null> {
  const store = keyed(storage, 'feature', 'personalization');
  const key = `tried:${campaignId}`;
  const own = personal ? await store.get<Counts>(key) : undefined;
  const shop = published && Object.hasOwn(published, campaignId) ? published[campaignId] : undefined;
  const of = (strategy: string): Tried => sumOf(strategy, shop, own);
  const { chosen, samples } = chooseByTrial(tries, of, random);
  if (!chosen) return null;
  const tried = tries.map((strategy) => {
    const [views, clicks] = of(strategy);
    return [strategy, { views, clicks, share: samples[strategy] ?? 0 }] as const;
  });
  const count = async (act: 'viewed' | 'clicked'): Promise<void> => {
    try {
      await store.update<Counts>(key, (counts = {}) => {
        const [views, clicks] = sumOf(chosen, counts);
        return { ...counts, [chosen]: act === 'viewed' ? [views + 1, clicks] : [views, clicks + 1] };
      });
    } catch (cause) {
      problems.report({ code: 'list-failed', message: 'Not counted.', key: campaignId, cause });
    }
  };
  return {
    ...{ strategy: chosen, tried: Object.fromEntries(tried) },
    count: personal ? count : async () => {},
  };
}
