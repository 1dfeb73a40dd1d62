import { createMockServer } from '@regulars/server/mock';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import type { Inspection, Regulars } from 'regulars';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { campaigns } from './campaigns.ts';
import { search, startShop } from './shop.ts';

const yes = ['functional', 'analytics', 'personalization'] as const;
const november = Date.parse('2026-11-20T12:00:00Z');
const backend = createMockServer({
  http,
  endpoint: 'https://shop.example/regulars',
  now: () => november,
  actions: {
    read: { ok: true, result: { wallet: { points: 120, pending: 0, entries: [] } }, now: november },
  },
});
const network = setupServer(...backend.handlers);

beforeAll(() => network.listen({ onUnhandledFrame: 'error' }));
afterAll(() => network.close());

let regulars: Regulars;
const problems = new Set<string>();
function openAccountPage(now = november): Regulars {
  document.body.innerHTML =
    '<regulars-slot name="account-wallet" style="min-block-size: 10rem">Sign in to see your points.</regulars-slot>';
  problems.clear();
  regulars = startShop({
    test: { document: campaigns, now: () => now, random: () => 0.5, force: true },
    onProblem: ({ code }) => problems.add(code),
  });
  return regulars;
}
afterEach(async () => {
  await regulars.forget();
  await regulars.stop();
  backend.reset();
  // This page has no IndexedDB: the journey lives in memory, and that is all there is to complain about.
  expect([...problems]).toEqual(['storage-refused']);
});

/** The last step of a campaign's decision: where it was refused, or that it renders. */
const lastReason = (id: string): Inspection['campaigns'][number]['reasons'][number] | undefined =>
  regulars
    .inspect()
    .campaigns.find((one) => one.id === id)
    ?.reasons.at(-1);

it('sends nothing before the visitor has answered the banner, and the search afterwards', async () => {
  openAccountPage();
  search(regulars, 'lantern');
  await regulars.flush();
  expect(backend.events).toEqual([]);

  regulars.setConsent([...yes]);
  search(regulars, 'teapot');
  await regulars.flush();
  const searches = backend.events.filter(({ name }) => name === 'search_performed');
  expect(searches.map(({ props }) => props)).toContainEqual({ term: 'teapot' });
});

it('shows the points after the second search', async () => {
  openAccountPage().setConsent([...yes]);
  search(regulars, 'lantern');
  await regulars.idle();
  expect(lastReason('points-for-searchers')).toMatchObject({ step: 'audience', ok: false });

  search(regulars, 'teapot');
  await regulars.idle();
  expect(regulars.inspect().slots['account-wallet']).toBe('points-for-searchers');
  expect(regulars.host.read('account-wallet')).toMatchObject({ type: 'wallet', known: { points: 120 } });
});

it('shows nothing when the month is over, and says why', async () => {
  openAccountPage(Date.parse('2026-12-01T12:00:00Z')).setConsent([...yes]);
  await regulars.idle();
  expect(lastReason('points-for-searchers')).toMatchObject({ step: 'schedule', ok: false });
});

it('keeps the signals while the backend is in trouble', async () => {
  openAccountPage().setConsent([...yes]);
  backend.trouble({ type: 'status', status: 503 });
  search(regulars, 'lantern');
  await regulars.flush();
  expect(backend.events).toEqual([]);
  const kept = regulars.inspect().events.find(({ event }) => event.name === 'search_performed');
  expect(kept?.state).toBe('stored');
  expect(problems.delete('delivery-waits')).toBe(true);
});
