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
    const mark = sensitive(['health']);
    const flagsOf = (category: string | undefined, id = String(category)) => {
      const product = { id, ...(category && { category }) };
      const draft = mark({ name: 'product_viewed', props: { product } });
      return (draft?.props as { product: { flags?: string[] } } | undefined)?.product.flags;
    };
    expect(flagsOf('health')).to.deep.equal(['sensitive']);
    expect(flagsOf('health/diets', 'p9')).to.deep.equal(['sensitive']);
    expect(flagsOf('healthy-snacks')).to.equal(undefined);
    // The cart's event names no category: the product is known from this page.
    expect(flagsOf(undefined, 'p9')).to.deep.equal(['sensitive']);
    expect(flagsOf(undefined, 'p10')).to.equal(undefined);
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
});
