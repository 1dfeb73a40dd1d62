import { randomUUID } from 'node:crypto';
import type { ActionOutcome, ActionResults, ProgramDocument } from '@regulars/schema';
import { createHandler, type Database, type Handler } from '@regulars/server';
import { CAMPAIGNS, PROGRAM, SECRETS } from '../../support/server-fixture.ts';

/** A shopper who has shown the visitor token before, as all but first requests do. */
export interface Shopper {
  readonly anonymousId: string;
  readonly visitorToken: string;
  readonly playKey: string;
  claimToken?: string | undefined;
}

const wide = { burst: 1e9, perSecond: 1e9 };
const coupon = { type: 'coupon', template: 'ten-off', validDays: 30 } as const;

/** Two prizes, both coupons, so that every claim is the same work; one of them is counted. */
const program: ProgramDocument = {
  ...PROGRAM,
  pools: {
    always: {
      version: 1,
      rulesUrl: '/rules',
      fallback: 1,
      prizes: [
        { label: { en: 'Mug' }, weight: 100, stock: 1_000_000, reward: coupon },
        { label: { en: '10 % off' }, weight: 900, reward: coupon },
      ],
    },
  },
};

/** The server in this process, with every check, over an open database. */
export async function openWorkload(db: Database): Promise<Handler> {
  const handler = createHandler({
    db,
    basePath: '/regulars',
    keys: [{ key: 'shop-key', origins: ['https://shop.example'] }],
    secrets: SECRETS,
    shopHook: {
      mintCoupon: async ({ claimId }) => ({ code: `CODE-${claimId.slice(0, 8)}` }),
      verifyCustomerToken: async () => null,
    },
    campaigns: CAMPAIGNS,
    program,
    limits: { action: wide, person: wide, campaign: wide },
    logger: () => undefined,
  });
  await handler.ready;
  return handler;
}

/** One action through the handler. */
export async function act(handler: Handler, shopper: Shopper, action: object): Promise<ActionOutcome> {
  const { anonymousId, visitorToken } = shopper;
  const body = JSON.stringify({ v: 1, key: 'shop-key', anonymousId, visitorToken, action });
  const headers = { origin: 'https://shop.example', 'content-type': 'text/plain' };
  const request = new Request('https://api.example/regulars/v1/actions', { method: 'POST', body, headers });
  const answer = await handler.fetch(request, { address: '203.0.113.7' });
  const outcome = (await answer.json()) as ActionOutcome;
  if (!outcome.ok) throw new Error(`The server refused ${JSON.stringify(action)}: ${outcome.reason}`);
  return outcome;
}

/** A shopper's first spin. */
export async function spin(handler: Handler, shopper: Shopper): Promise<void> {
  const action = { type: 'draw', campaignId: 'open-wheel', playKey: shopper.playKey };
  const outcome = await act(handler, shopper, action);
  if (outcome.ok) shopper.claimToken = (outcome.result as ActionResults['draw']).claimToken;
}

/** Gets what the spin won. */
export async function collect(handler: Handler, shopper: Shopper): Promise<void> {
  await act(handler, shopper, { type: 'claim', claimToken: shopper.claimToken });
}

/** Makes shoppers whom the server knows. */
export async function makeShoppers(handler: Handler, count: number): Promise<Shopper[]> {
  const one = async (): Promise<Shopper> => {
    const newcomer = { anonymousId: randomUUID(), visitorToken: '', playKey: randomUUID() };
    const body = {
      v: 1,
      key: 'shop-key',
      anonymousId: newcomer.anonymousId,
      action: { type: 'visitor-ref' },
    };
    const init = { method: 'POST', body: JSON.stringify(body), headers: { origin: 'https://shop.example' } };
    const answer = await handler.fetch(new Request('https://api.example/regulars/v1/actions', init), {});
    const { visitorToken } = (await answer.json()) as { visitorToken: string };
    const shopper = { ...newcomer, visitorToken };
    await act(handler, shopper, { type: 'visitor-ref' });
    return shopper;
  };
  const shoppers: Shopper[] = [];
  for (let made = 0; made < count; made += 16) {
    shoppers.push(...(await Promise.all(Array.from({ length: Math.min(16, count - made) }, one))));
  }
  return shoppers;
}
