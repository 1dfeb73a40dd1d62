import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import type { ShopHook } from '@regulars/server';
import { type ShopHookBench, shopHookContract } from '@regulars/server/shop-hook-contract';
import { createCustomerTokens } from '../../demo/src/backend/customers.ts';
import { readDocuments } from '../../demo/src/documents.ts';
import { type OpenShop, openShop } from '../../demo/src/open-shop.ts';
import { openInMemory } from '../support/pglite-image.ts';

const secret = createHash('sha256').update(randomUUID()).digest('hex');
const db = await openInMemory();
const shop: OpenShop = await openShop({
  db,
  secrets: { customer: secret, webhook: secret },
  program: readDocuments().program,
  retryMs: 3_600_000,
  send: async () => new Response('{}'),
});
after(async () => {
  await shop.webhook.stop();
  await db.close();
});

const benchOf = (hook: ShopHook): ShopHookBench => ({
  hook,
  template: 'percent-10',
  unknownTemplate: 'percent-1000',
  customer: async () => ({
    token: await shop.tokens.sign('customer-ana', 'customer'),
    customerId: 'customer-ana',
  }),
  expiredToken: () =>
    createCustomerTokens(secret, () => Date.now() - 86_400_000).sign('customer-ana', 'customer'),
});

describe("the demo shop's hook", () => {
  for (const { name, run } of shopHookContract(benchOf(shop.hook))) it(name, run);
});

describe('the contract of the shop hook', () => {
  const failures = async (change: Partial<ShopHook>): Promise<number> => {
    const cases = shopHookContract(benchOf({ ...shop.hook, ...change }));
    const ends = await Promise.allSettled(cases.map(({ run }) => run()));
    return ends.filter(({ status }) => status === 'rejected').length;
  };

  const { mintCoupon } = shop.hook;
  const breaks: readonly (readonly [string, Partial<ShopHook>, number])[] = [
    ['a new code each time', { mintCoupon: async () => ({ code: randomUUID() }) }, 3],
    ['one code for all', { mintCoupon: async () => ({ code: 'SAVE10' }) }, 2],
    ['an empty code', { mintCoupon: async (request) => ({ ...(await mintCoupon(request)), code: '' }) }, 2],
    [
      'a coupon that is valid too long',
      {
        mintCoupon: async (request) => ({ ...(await mintCoupon(request)), endsAt: Number.MAX_SAFE_INTEGER }),
      },
      1,
    ],
    [
      'a check that believes everybody',
      { verifyCustomerToken: async () => ({ customerId: 'customer-ana', expiresAt: Date.now() + 1000 }) },
      3,
    ],
    ['a check that throws', { verifyCustomerToken: () => Promise.reject(new Error('bad token')) }, 4],
    [
      'seconds in place of milliseconds',
      {
        verifyCustomerToken: async (token) => {
          const known = await shop.hook.verifyCustomerToken(token);
          return known && { ...known, expiresAt: known.expiresAt / 1000 };
        },
      },
      1,
    ],
  ];
  for (const [what, change, count] of breaks)
    it(`finds ${what}`, async () => assert.equal(await failures(change), count));

  it('asks for no customers where the shop has none', () => {
    const { customer: _, expiredToken: __, ...bench } = benchOf(shop.hook);
    assert.equal(shopHookContract(bench).length, 7);
  });
});
