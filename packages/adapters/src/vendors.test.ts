import type { DeliveryPort } from '@regulars/core';
import type { SignalBatch } from '@regulars/schema';
import { expect } from 'chai';
import { openFakeBackend } from '../../../test/support/fake-backend.ts';
import { vendorMoods as moods } from '../../../test/support/vendor-moods.ts';
import { cloudEventsAdapter } from './cloud-events.ts';
import { deliveryContract, sampleBatch } from './contract.ts';
import { fanOut } from './fan-out.ts';
import { ga4Adapter } from './ga4.ts';
import { klaviyoAdapter } from './klaviyo.ts';
import { posthogAdapter } from './posthog.ts';
import { segmentAdapter } from './segment.ts';
import { shopifyAdapter } from './shopify.ts';
import { snowplowAdapter } from './snowplow.ts';

const silent = 'it answers for the batch, not for single events';
const inThePage = 'it is in the page: it cannot be busy, refuse or be out of reach';
const go = (): { signal: AbortSignal } => ({ signal: new AbortController().signal });

/** A vendor: its adapter at a backend, and the event ids of a body as it reads them. */
interface VendorCase {
  readonly name: string;
  readonly create: (url: string) => DeliveryPort;
  readonly idsOf: (body: string) => string[];
}

/** The branch, which is there. */
function chosen(port: DeliveryPort | undefined): DeliveryPort {
  if (!port) throw new Error('the fan-out has fewer branches');
  return port;
}

const vendors: readonly VendorCase[] = [
  {
    name: 'CloudEvents',
    create: (url) => cloudEventsAdapter({ url: `${url}/events` }),
    idsOf: (body) => JSON.parse(body).map(({ id }: { id: string }) => id),
  },
  {
    name: 'a branch of a fan-out',
    create: (url) =>
      chosen(fanOut([{ port: ga4Adapter() }, { port: cloudEventsAdapter({ url: `${url}/events` }) }])[1]),
    idsOf: (body) => JSON.parse(body).map(({ id }: { id: string }) => id),
  },
  {
    name: 'Segment',
    create: (endpoint) => segmentAdapter({ writeKey: 'key', endpoint }),
    idsOf: (body) => JSON.parse(body).batch.map(({ messageId }: { messageId: string }) => messageId),
  },
  {
    name: 'RudderStack and Jitsu',
    create: (endpoint) => segmentAdapter({ writeKey: 'key', endpoint, auth: 'basic' }),
    idsOf: (body) => JSON.parse(body).batch.map(({ messageId }: { messageId: string }) => messageId),
  },
  {
    name: 'PostHog',
    create: (endpoint) => posthogAdapter({ apiKey: 'key', endpoint }),
    idsOf: (body) => JSON.parse(body).batch.map(({ uuid }: { uuid: string }) => uuid),
  },
  {
    name: 'Snowplow',
    create: (collector) => snowplowAdapter({ collector, appId: 'shop' }),
    idsOf: (body) => JSON.parse(body).data.map(({ eid }: { eid: string }) => eid),
  },
  {
    name: 'Klaviyo',
    create: (endpoint) =>
      klaviyoAdapter({ companyId: 'ABC', endpoint, profile: () => ({ external_id: 'customer-1' }) }),
    idsOf: (body) =>
      JSON.parse(body).data.attributes.events.data.map(
        ({ attributes }: { attributes: { unique_id: string } }) => attributes.unique_id,
      ),
  },
];

describe('adapters of foreign backends', () => {
  for (const { name, create, idsOf } of vendors)
    describe(`${name} keeps the delivery contract`, () => {
      const backend = openFakeBackend();
      const cases = deliveryContract({
        create: () => create(backend.url),
        setMood: (mood) => backend.setMood(moods[mood]),
        received: async () => (await backend.log()).map(({ body }) => idsOf(body)),
        without: { picky: silent },
      });
      for (const one of cases) it(one.name, () => one.run());
    });

  const tokens: SignalBatch = { ...sampleBatch(1), customerToken: 'secret-1', visitorToken: 'secret-2' };
  for (const { name, create } of vendors)
    it(`${name} is told neither the customer's token nor the visitor's`, async () => {
      const backend = openFakeBackend();
      await create(backend.url).send(tokens, go());
      const [seen] = await backend.log();
      expect(seen?.body).to.not.contain('secret-');
    });

  it('PostHog that is over its quota is left in peace for a minute', async () => {
    const backend = openFakeBackend();
    await backend.setMood({ status: 200, body: '{"status":1,"quota_limited":["events"]}' });
    const outcome = await posthogAdapter({ apiKey: 'key', endpoint: backend.url }).send(sampleBatch(1), go());
    expect(outcome).to.deep.equal({ type: 'retry', afterMs: 60_000 });
  });

  it('Klaviyo waits, and keeps the events, until somebody is known', async () => {
    const backend = openFakeBackend();
    const port = klaviyoAdapter({ companyId: 'ABC', endpoint: backend.url, profile: () => undefined });
    expect(await port.send(sampleBatch(1), go())).to.deep.equal({ type: 'pause', reason: 'profile-unknown' });
    expect(port.exit(sampleBatch(1), go())).to.equal(false);
    expect(await backend.log()).to.deep.equal([]);
  });
});

describe('adapters within the page', () => {
  const without = Object.fromEntries(
    Object.keys(moods)
      .filter((mood) => mood !== 'accepting')
      .map((mood) => [mood, inThePage]),
  );
  const page = globalThis as { dataLayer?: Record<string, unknown>[]; Shopify?: object };
  afterEach(() => {
    delete page.dataLayer;
    delete page.Shopify;
  });

  describe('GA4 keeps the delivery contract', () => {
    const cases = deliveryContract({
      create: () => ga4Adapter({ commerce: true }),
      setMood: async () => {
        page.dataLayer = [];
      },
      received: async () => [(page.dataLayer ?? []).flatMap(({ event_id: id }) => (id ? [String(id)] : []))],
      without,
      inPage: true,
    });
    for (const one of cases) it(one.name, () => one.run());
  });

  describe('Shopify keeps the delivery contract', () => {
    let told: string[] = [];
    const cases = deliveryContract({
      create: () => shopifyAdapter({ commerce: true }),
      setMood: async () => {
        told = [];
        page.Shopify = {
          analytics: { publish: (_name: string, { id }: { id: string }) => told.push(id) },
        };
      },
      received: async () => [told],
      without,
      inPage: true,
    });
    for (const one of cases) it(one.name, () => one.run());
  });

  const of = (name: string, props: object): SignalBatch => {
    const batch = sampleBatch(1);
    const [event] = batch.events;
    return { ...batch, events: [{ ...event, name, props } as never] };
  };

  it('tells Google of prizes and lists, but not of commerce that the page tells itself', async () => {
    const port = ga4Adapter();
    await port.send(of('product_viewed', { product: { id: 'a' } }), go());
    await port.send(of('tour_completed', { campaignId: 'welcome' }), go());
    expect(page.dataLayer?.map(({ event }) => event)).to.deep.equal([undefined, 'tutorial_complete']);
  });

  it('says what a purchase was worth in the words of Google', async () => {
    const props = {
      orderId: 'o1',
      total: { value: 4100, currency: 'EUR' },
      products: [{ id: 'hat', title: 'Hat', price: { value: 2050, currency: 'EUR' }, quantity: 2 }],
    };
    await ga4Adapter({ commerce: true }).send(of('order_placed', props), go());
    expect(page.dataLayer?.at(-1)).to.deep.include({
      event: 'purchase',
      ecommerce: {
        transaction_id: 'o1',
        value: 41,
        currency: 'EUR',
        items: [{ item_id: 'hat', item_name: 'Hat', price: 20.5, quantity: 2 }],
      },
    });
  });

  it('waits for Shopify to be there, and survives a pixel that throws', async () => {
    const port = shopifyAdapter();
    expect(await port.send(sampleBatch(1), go())).to.deep.equal({ type: 'retry' });
    page.Shopify = {
      analytics: {
        publish() {
          throw new Error('theirs');
        },
      },
    };
    expect(await port.send(of('tour_started', { campaignId: 'a' }), go())).to.deep.equal({ type: 'retry' });
  });
});
