import { expect } from 'chai';
import { newDevice, startEngine, type TestEngine } from '../../../../test/support/engine.ts';
import { foldProfile } from '../rules/fold-profile.ts';
import { emptyProfile } from '../rules/profile.ts';
import { chain } from './middleware.ts';
import { sensitive } from './sensitive.ts';

const document = { formatVersion: 1, revision: 1, zone: 'UTC', fallbackLocales: ['en'], campaigns: [] };
const event = (name: 'product_viewed' | 'order_placed', props: object) =>
  ({ name, t: 1, page: { url: 'https://shop.example/' }, props }) as never;

describe('sensitive', () => {
  const running: TestEngine[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });

  it('marks products of the categories and of what is below them, and leaves others as they are', () => {
    const page = sensitive(['health']);
    const flagsOf = (category: string | undefined, id = String(category), mark = page) => {
      const product = { id, ...(category && { category }) };
      const draft = mark({ name: 'product_viewed', props: { product } });
      return (draft?.props as { product: { flags?: string[] } } | undefined)?.product.flags;
    };
    expect(flagsOf('health')).to.deep.equal(['sensitive']);
    expect(flagsOf('health/diets', 'p9')).to.deep.equal(['sensitive']);
    expect(flagsOf('healthy-snacks')).to.equal(undefined);
    // The cart's event names no category: the product is known from this page.
    expect(flagsOf(undefined, 'p9')).to.deep.equal(['sensitive']);
    expect(flagsOf('pots', 'p10')).to.equal(undefined);
    expect(flagsOf(undefined, 'p10')).to.equal(undefined);
    // On a later page nobody knows what it was: it is kept out, unless the shop can tell.
    const next = sensitive(['health']);
    expect(flagsOf(undefined, 'p9', next)).to.deep.equal(['sensitive']);
    expect(flagsOf(undefined, 'p10', next)).to.deep.equal(['sensitive']);
    const told = sensitive(['health'], (id) => (id === 'p9' ? 'health/diets' : 'pots'));
    expect(flagsOf(undefined, 'p9', told)).to.deep.equal(['sensitive']);
    expect(flagsOf(undefined, 'p10', told)).to.equal(undefined);
  });

  it('the fold keeps nothing of a sensitive product, and the rest of an order', () => {
    const secret = { id: 's', category: 'health', brand: 'Quiet', flags: ['sensitive'] };
    expect(foldProfile(emptyProfile, event('product_viewed', { product: secret }))).to.equal(emptyProfile);
    const order = { orderId: 'o', products: [secret, { id: 'p', category: 'pots' }] };
    const folded = foldProfile(emptyProfile, event('order_placed', order));
    expect(JSON.stringify(folded)).not.to.match(/health|Quiet|"s"/);
    expect(Object.keys(folded.products)).to.deep.equal(['p']);
    expect(folded.orders.count).to.equal(1);
  });

  it('is measured where that was allowed, and never enters the stored profile', async () => {
    const engine = startEngine(newDevice(), document, { middleware: chain([sensitive(['health'])]) });
    running.push(engine);
    engine.setConsent(['functional', 'analytics', 'personalization']);
    engine.track('product_viewed', { product: { id: 's1', category: 'health' } });
    engine.track('cart_product_added', { product: { id: 's1' } });
    engine.track('product_viewed', { product: { id: 'p1', category: 'pots' } });
    await engine.idle();
    const journey = await engine.exportJourney();
    expect(JSON.stringify(journey?.stores.profile))
      .to.contain('pots')
      .and.not.to.match(/health|s1/);
    expect(JSON.stringify(journey?.events)).to.contain('s1');
    expect(engine.journey.profile().cart).to.deep.equal({});
  });

  it('keeps it out on the next page too, where the cart names no category', async () => {
    const device = newDevice();
    const open = (): TestEngine => {
      const engine = startEngine(device, document, { middleware: chain([sensitive(['health'])]) });
      running.push(engine);
      engine.setConsent(['functional', 'analytics', 'personalization']);
      return engine;
    };
    const first = open();
    first.track('product_viewed', { product: { id: 's1', category: 'health' } });
    await first.idle();
    await first.stop();
    const next = open();
    next.track('cart_product_added', { product: { id: 's1' } });
    await next.idle();
    expect(JSON.stringify(next.journey.profile())).not.to.contain('s1');
    expect(JSON.stringify((await next.exportJourney())?.stores.profile)).not.to.contain('s1');
  });
});
