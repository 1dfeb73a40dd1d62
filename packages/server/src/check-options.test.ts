import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CAMPAIGNS, PROGRAM, SECRETS } from '../../../test/support/server-fixture.ts';
import { checkOptions } from './check-options.ts';
import type { Database } from './db/database.ts';
import type { HandlerOptions } from './options.ts';

const unused = async (): Promise<never> => assert.fail('the database is not asked');
const db: Database = {
  kind: 'memory',
  query: unused,
  script: unused,
  transaction: unused,
  close: async () => undefined,
};
const GOOD: HandlerOptions = {
  db,
  basePath: '/regulars',
  keys: [{ key: 'shop-key', origins: ['https://shop.example'] }],
  secrets: SECRETS,
  shopHook: { mintCoupon: unused, verifyCustomerToken: async () => null },
  campaigns: CAMPAIGNS,
  program: PROGRAM,
  environment: 'production',
};

test('starts in production with own keys and secrets', () => {
  checkOptions(GOOD);
});

test('refuses to start in production on demo keys, open origins and weak secrets', () => {
  const refused: Partial<HandlerOptions>[] = [
    { keys: [{ key: 'demo-key', origins: ['https://shop.example'] }] },
    { keys: [{ key: 'shop-key', origins: ['*'] }] },
    { secrets: { ...SECRETS, token: 'short' } },
    { secrets: { ...SECRETS, webhook: 'a-demo-secret-that-everybody-can-read-0123' } },
  ];
  for (const change of refused) {
    assert.throws(() => checkOptions({ ...GOOD, ...change }), { code: 'unsafe-production' });
    checkOptions({ ...GOOD, ...change, environment: 'development' });
  }
});

test('refuses a base path that is none', () => {
  assert.throws(() => checkOptions({ ...GOOD, basePath: 'regulars' }), { code: 'bad-options' });
});
