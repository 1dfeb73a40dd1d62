import type { Campaign, CampaignDocument } from '@regulars/schema';
import { expect } from 'chai';
import fc from 'fast-check';
import type { AttentionState } from './attention.ts';
import type { Claim } from './book-show.ts';
import { confirm, release, reserve } from './book-show.ts';

const caps: CampaignDocument['caps'] = {
  overlay: { perSession: 2, perDay: 3, pauseMinutes: 1 },
  tags: { promo: { max: 2, days: 1 } },
  kinds: { modal: { max: 3, days: 2 } },
};
const campaigns = ['a', 'b', 'c'].map(
  (id): Campaign => ({
    id,
    status: 'live',
    trigger: { on: 'page' },
    tags: id === 'c' ? [] : ['promo'],
    placement: { overlay: id === 'b' ? 'bar' : 'modal' },
    frequency: { maxShows: 4, cap: { max: 2, days: 1 } },
    widget: { type: 'wallet', props: {} },
    content: {},
  }),
);

/** One step of one tab: it tries to reserve, shows what it has, gives it back, dies, or time goes by. */
const step = fc.record({
  tab: fc.nat(2),
  act: fc.constantFrom('reserve', 'show', 'release', 'die', 'wait', 'back'),
  campaign: fc.nat(2),
  seconds: fc.constantFrom(1, 20, 61, 3600, 90_000),
});

describe('caps under any interleaving of tabs', () => {
  it('are never exceeded, also by a clock that goes back and by tabs that die', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        let now = Date.UTC(2026, 5, 1);
        let rows: Record<string, unknown> = {};
        const attention: Claim['attention'] = {
          key: 'k',
          read: async () => state(),
          change: async (work) => {
            const [changed, answer] = work(state());
            rows = { ...rows, ...changed };
            return answer;
          },
          forget: async () => {},
          close: () => {},
        };
        const state = (): AttentionState => ({
          history: Object.fromEntries(
            Object.entries(rows)
              .filter(([key]) => key.startsWith('k/'))
              .map(([key, row]) => [key.slice(2), row as never]),
          ),
          budget: (rows.budget as never) ?? { seenMs: 0, shows: [] },
        });
        const held: (Claim | undefined)[] = [];
        const shows: { readonly at: number; readonly campaign: Campaign; readonly session: string }[] = [];
        let seen = 0;
        for (const [index, { tab, act, campaign, seconds }] of steps.entries()) {
          if (act === 'wait') now += seconds * 1000;
          else if (act === 'back') now -= 3600_000;
          else if (act === 'die') held[tab] = undefined;
          else if (act === 'reserve' && !held[tab]) {
            const session = `k#${Math.floor(index / 20)}`;
            const claim: Claim = {
              attention,
              campaign: campaigns[campaign] as Campaign,
              caps,
              session,
              token: `${tab}-${index}`,
              by: 'fired',
              now: () => now,
            };
            if ((await reserve(claim)) === null) held[tab] = claim;
          } else if (act === 'release' && held[tab]) {
            await release(held[tab]);
            held[tab] = undefined;
          } else if (act === 'show' && held[tab]) {
            // Within its lease; a later one is void and the arbiter asks again.
            const lease = state().budget.lease;
            if (lease?.token === held[tab].token && lease.until > Math.max(now, state().budget.seenMs)) {
              await confirm(held[tab]);
              seen = Math.max(seen, now);
              shows.push({ at: seen, campaign: held[tab].campaign, session: `${held[tab].session}` });
            }
            held[tab] = undefined;
          }
        }
        const within = (list: typeof shows, ms: number): number =>
          Math.max(0, ...list.map(({ at }) => list.filter((one) => one.at <= at && one.at > at - ms).length));
        const day = 864e5;
        expect(within(shows, day)).to.be.at.most(3);
        expect(
          within(
            shows.filter((one) => one.campaign.tags?.length),
            day,
          ),
        ).to.be.at.most(2);
        expect(
          within(
            shows.filter(
              (one) => 'overlay' in one.campaign.placement && one.campaign.placement.overlay === 'modal',
            ),
            2 * day,
          ),
        ).to.be.at.most(3);
        for (const one of campaigns) {
          const own = shows.filter(({ campaign }) => campaign === one);
          expect(own.length).to.be.at.most(4);
          expect(within(own, day)).to.be.at.most(2);
        }
        for (const session of new Set(shows.map((one) => one.session)))
          expect(shows.filter((one) => one.session === session).length).to.be.at.most(2);
      }),
      { numRuns: 400 },
    );
  });
});
