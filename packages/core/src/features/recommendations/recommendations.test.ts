import type { Experiment } from '@regulars/schema';
import { expect } from 'chai';
import {
  createTestFiles,
  newDevice,
  startEngine,
  type TestEngine,
} from '../../../../../test/support/engine.ts';
import { smallIndex } from '../../../../../test/support/small-index.ts';
import { until } from '../../../../../test/support/until.ts';
import type { CoreOptions } from '../../core-port.ts';
import { chain } from '../../middleware/middleware.ts';
import { sensitive } from '../../middleware/sensitive.ts';
import { assignVariant } from '../../rules/assign-variant.ts';
import { lazyPart } from '../lazy-part.ts';
import type { BridgeAnswer, ShopBridge } from '../shop-bridge.ts';
import type { CarouselView } from '../widget-view.ts';
import { recommendations } from './recommendations.ts';

const all = ['functional', 'analytics', 'personalization', 'marketing'] as const;
const campaign = (id: string, slot: string, props: object, more: object = {}) => ({
  ...{ id, status: 'live', purpose: 'necessary', trigger: { on: 'page' }, placement: { slot } },
  widget: { type: 'carousel', props: { min: 2, ...props } },
  content: { en: { title: 'For you' } },
  ...more,
});
const documentOf = (...campaigns: readonly object[]) => ({
  ...{ formatVersion: 1, revision: 1, zone: 'Europe/Sofia', fallbackLocales: ['en'] },
  campaigns,
});
const forYou = campaign('for-you', 'home', { strategy: 'for-you', max: 4 });

/** All that a database holds, as text. */
async function storedText(name: string): Promise<string> {
  const wait = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await wait(indexedDB.open(name));
  const names = [...db.objectStoreNames];
  const stores = db.transaction(names);
  const rows = await Promise.all(names.map((one) => wait(stores.objectStore(one).getAll())));
  db.close();
  return JSON.stringify(rows);
}

describe('recommendations', () => {
  const running: TestEngine[] = [];
  const start = (
    campaigns: readonly object[],
    options: Partial<CoreOptions> & {
      readonly device?: ReturnType<typeof newDevice>;
      readonly files?: Readonly<Record<string, string>>;
      readonly mayLoad?: (signal: AbortSignal) => Promise<void>;
      readonly late?: boolean;
      readonly index?: string;
    } = {},
  ) => {
    const { device = newDevice(), files = smallIndex, mayLoad, late, ...more } = options;
    const resources = createTestFiles(files);
    const { index = '/index/manifest.json', ...rest } = more;
    const own = recommendations({ index, mayLoad });
    const part = late
      ? lazyPart({ name: own.name, types: ['carousel'], load: () => Promise.resolve(own) })
      : own;
    const engine = startEngine(device, documentOf(...campaigns), { resources, parts: [part], ...rest });
    for (const slot of ['home', 'cart']) engine.host.subscribe(slot, () => {});
    running.push(engine);
    return Object.assign(engine, { loaded: resources.loaded });
  };
  const viewOf = (engine: TestEngine, slot = 'home') => engine.host.read(slot) as CarouselView | null;
  const idsOf = (engine: TestEngine, slot = 'home') =>
    viewOf(engine, slot)?.cards.map(({ product }) => product.id);
  const inspectOf = (engine: TestEngine, slot = 'home') =>
    (engine.inspect().parts.recommendations as Record<string, Record<string, unknown>>)[slot];
  const eventsOf = (engine: TestEngine) =>
    engine
      .inspect()
      .events.map(({ event }) => event)
      .filter(({ name }) => name.startsWith('recommendation_'))
      .reverse();
  const look = (engine: TestEngine, id: string, category?: string) =>
    engine.track('product_viewed', { product: { id, ...(category ? { category } : {}) } });
  /** A visitor who has looked at products on an earlier page. */
  const returning = async (...ids: readonly string[]) => {
    const device = newDevice();
    const first = start([], { device });
    first.setConsent(all);
    first.page();
    for (const id of ids) look(first, id);
    await first.flush();
    await first.stop();
    return device;
  };
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });

  it('R24 shows best sellers before any consent, says why, and fetches nothing but manifest and their cards', async () => {
    const engine = start([forYou]);
    engine.page();
    await engine.idle();
    expect(viewOf(engine)).to.include({ state: 'ready', strategy: 'for-you', indexVersion: 'small-1' });
    expect(idsOf(engine)).to.deep.equal(['p1', 'p2', 'p3', 'p4']);
    expect(inspectOf(engine)).to.deep.include({
      personal: false,
      why: 'no-consent',
      sources: { popular: 4 },
    });
    expect(engine.loaded).to.deep.equal(['/index/manifest.json', '/index/cards-best.json']);
  });

  it('learns nothing from products of sensitive categories: no list changes by them, and no list has them', async () => {
    const recent = campaign('recent', 'cart', { strategy: 'recently-viewed', max: 4, min: 1 });
    const engine = start([forYou, recent], { middleware: chain([sensitive(['health'])]) });
    engine.setConsent(all);
    engine.page();
    await engine.idle();
    const before = idsOf(engine);
    look(engine, 'tea', 'health/diets');
    engine.track('cart_product_added', { product: { id: 'tea' } });
    engine.page();
    await engine.idle();
    expect(idsOf(engine)).to.deep.equal(before);
    expect(inspectOf(engine)).to.deep.include({ personal: false, why: 'empty-journey' });
    expect(JSON.stringify(viewOf(engine, 'cart') ?? {})).not.to.contain('tea');
    expect(JSON.stringify(engine.journey.profile())).not.to.contain('health');
  });

  it('says that the journey is empty when consent is there', async () => {
    const engine = start([forYou]);
    engine.setConsent(all);
    engine.page();
    await engine.idle();
    expect(inspectOf(engine)).to.deep.include({ personal: false, why: 'empty-journey' });
  });

  it('ranks from the journey, finds a product without a category through the lookup, and names what led to a card', async () => {
    const engine = start([forYou], { device: await returning('cup', 'tea') });
    engine.setConsent(all);
    engine.page();
    await engine.idle();
    expect(inspectOf(engine)).to.deep.include({ personal: true, why: null });
    expect(idsOf(engine)).to.deep.equal(['t1', 't2', 't3', 't4']);
    expect(viewOf(engine)?.cards.map(({ because }) => because)).to.deep.equal(['tea', 'tea', 'tea', 'cup']);
    expect(engine.loaded).to.include('/index/lookup.json');
    expect(engine.loaded.filter((file) => file.includes('rows-'))).to.deep.equal(['/index/rows-t.json']);
  });

  it('fetches nothing before its campaign has won', async () => {
    const engine = start([
      campaign(
        'waits',
        'home',
        { strategy: 'for-you' },
        { trigger: { on: 'event', event: 'search_performed' } },
      ),
    ]);
    engine.setConsent(all);
    engine.page();
    await engine.idle();
    expect(engine.loaded).to.deep.equal([]);
    engine.track('search_performed', { term: 'tea' });
    await engine.idle();
    expect(engine.loaded[0]).to.equal('/index/manifest.json');
  });

  it('waits, loading, until data may be fetched', async () => {
    let allow = (): void => {};
    const mayLoad = () =>
      new Promise<void>((resolve) => {
        allow = resolve;
      });
    const engine = start([forYou], { mayLoad });
    engine.page();
    await engine.idle();
    expect(viewOf(engine)?.state).to.equal('loading');
    expect(engine.loaded).to.deep.equal([]);
    allow();
    await engine.idle();
    expect(viewOf(engine)?.state).to.equal('ready');
  });

  it('R32 never shows a product in two lists: the first to open keeps it', async () => {
    const engine = start([forYou, campaign('more', 'cart', { strategy: 'popular', max: 4 })]);
    engine.page();
    await engine.idle();
    const [home, cart] = [idsOf(engine, 'home') ?? [], idsOf(engine, 'cart') ?? []];
    expect(home).to.have.length(4);
    expect(cart).to.have.length(4);
    expect(home.filter((id) => cart.includes(id))).to.deep.equal([]);
    expect(inspectOf(engine, 'cart')?.removed).to.deep.include({ id: 'p1', reason: 'shown-elsewhere' });
  });

  it('R30 asks the shop for price and stock: what is sold out leaves, the next moves up, prices are of now', async () => {
    const shop = {
      priceAndStock: async () => ({
        p1: { inStock: false },
        p2: { price: { value: 700, currency: 'EUR' }, inStock: true },
      }),
      productData: async () => [{ id: 'p3', title: 'Продукт 3' }],
    };
    const engine = start([forYou], { shop });
    engine.page();
    await engine.idle();
    expect(idsOf(engine)).to.deep.equal(['p2', 'p3', 'p4', 'p5']);
    expect(viewOf(engine)?.cards[0]?.product.price?.value).to.equal(700);
    expect(viewOf(engine)?.cards[1]?.product).to.include({ title: 'Продукт 3', category: 'p' });
    expect(inspectOf(engine)?.removed).to.deep.equal([{ id: 'p1', reason: 'sold-out' }]);
  });

  it('uses the index when a hook of the shop fails, and reports it once', async () => {
    const shop = { priceAndStock: () => Promise.reject(new Error('down')) };
    const engine = start([forYou], { shop });
    engine.page();
    await engine.idle();
    expect(idsOf(engine)).to.have.length(4);
    expect(engine.problems).to.deep.equal(['shop-hook-failed priceAndStock']);
  });

  it('R28 leaves the slot to the shop when the index is missing, broken or of another format', async () => {
    for (const body of [undefined, '{', '{"v":2}', '[]', 'null']) {
      const engine = start([forYou], { files: body === undefined ? {} : { '/index/manifest.json': body } });
      engine.page();
      await engine.idle();
      expect(viewOf(engine)).to.equal(null);
      expect(inspectOf(engine)).to.deep.include({ state: 'error' });
      expect(engine.problems).to.deep.equal(['index-unavailable /index/manifest.json']);
    }
  });

  it('R28 falls to the shop’s own list without an index, or with one of another shop', async () => {
    const productData = async (ids: readonly string[]) => ids.map((id) => ({ id, title: id }));
    const own = campaign('for-you', 'home', { strategy: 'for-you', min: 2, items: ['o1', 'o2'] });
    const files = { '/index/manifest.json': '{' };
    const without = start([own], { files, shop: { productData } });
    without.page();
    await without.idle();
    expect(viewOf(without)?.cards.map(({ product, source }) => `${product.id} ${source}`)).to.deep.equal([
      'o1 shop',
      'o2 shop',
    ]);
    const manifest = { ...JSON.parse(smallIndex['/index/manifest.json'] ?? ''), shop: 'north' };
    for (const [shop, wanted] of [
      ['north', 'p2'],
      ['south', 'o1'],
    ] as const) {
      const engine = start([own], {
        files: { ...smallIndex, '/index/manifest.json': JSON.stringify(manifest) },
        shop: { productData },
        index: `/index/manifest.json#${shop}`,
      });
      engine.page();
      await engine.idle();
      expect(
        viewOf(engine)?.cards.map(({ product }) => product.id),
        shop,
      ).to.include(wanted);
    }
  });

  it('hides a list with fewer cards than its minimum', async () => {
    const engine = start([campaign('for-you', 'home', { strategy: 'for-you', min: 9 })]);
    engine.page();
    await engine.idle();
    expect(viewOf(engine)).to.equal(null);
    expect(inspectOf(engine)).to.deep.include({ state: 'empty' });
  });

  it('reports a list as shown once it stands, its cards as viewed and clicked', async () => {
    const engine = start([forYou]);
    engine.setConsent(all);
    engine.page();
    await engine.idle();
    expect(eventsOf(engine)).to.deep.equal([]);
    const { host } = engine;
    host.report({ type: 'shown', campaignId: 'for-you' });
    host.report({ type: 'shown', campaignId: 'for-you' });
    host.report({ type: 'card', campaignId: 'for-you', act: 'viewed', productId: 'p2', position: 1 });
    host.report({ type: 'card', campaignId: 'for-you', act: 'clicked', productId: 'p2', position: 1 });
    host.report({
      type: 'card',
      campaignId: 'for-you',
      act: 'clicked',
      productId: 'never-shown',
      position: 0,
    });
    await engine.idle();
    const common = {
      campaignId: 'for-you',
      slot: 'home',
      widget: 'carousel',
      strategy: 'for-you',
      source: 'popular',
      indexVersion: 'small-1',
    };
    expect(eventsOf(engine).map(({ name, props }) => ({ name, ...props }))).to.deep.equal([
      { name: 'recommendation_shown', ...common, productIds: ['p1', 'p2', 'p3', 'p4'] },
      { name: 'recommendation_viewed', ...common, productId: 'p2', position: 1 },
      { name: 'recommendation_clicked', ...common, productId: 'p2', position: 1 },
    ]);
  });

  it('R38 a click on a card is in storage before anything else happens, so that the next page sends it', async () => {
    const device = newDevice();
    const engine = start([forYou], { device });
    engine.setConsent(all);
    engine.page();
    await engine.idle();
    engine.host.report({ type: 'shown', campaignId: 'for-you' });
    await engine.idle();
    engine.host.report({ type: 'card', campaignId: 'for-you', act: 'clicked', productId: 'p2', position: 1 });
    // Nothing is flushed or stopped, as when the page goes: a reading asked for now stands behind what was written.
    expect(await storedText(device.name)).to.include('recommendation_clicked');
  });

  it('R40 keeps a visitor in one variant, splits 10,000 within 1 %, and names variant and index version in every event', async () => {
    const variants = [
      {
        id: 'similar',
        weight: 0.5,
        widget: { type: 'carousel', props: { strategy: 'similar', min: 2, max: 4 } },
      },
      {
        id: 'best',
        weight: 0.5,
        widget: { type: 'carousel', props: { strategy: 'popular', min: 2, max: 4 } },
      },
    ];
    const experiment = { seed: 'lists-1', variants };
    const tested = { ...forYou, purpose: 'personalization', experiment };
    const device = newDevice();
    const seen: (string | undefined)[] = [];
    for (let visit = 0; visit < 3; visit += 1) {
      const engine = start([tested], { device });
      engine.setConsent(all);
      engine.page();
      await engine.idle();
      const { campaignId } = viewOf(engine) ?? { campaignId: '' };
      engine.host.report({ type: 'shown', campaignId });
      const [card] = idsOf(engine) ?? [];
      for (const act of ['viewed', 'clicked', 'not-interested'] as const)
        engine.host.report({ type: 'card', campaignId, act, productId: card ?? '', position: 0 });
      await engine.idle();
      const events = eventsOf(engine);
      expect(events.map(({ name }) => name)).to.include.members([
        'recommendation_shown',
        'recommendation_viewed',
        'recommendation_clicked',
        'recommendation_refused',
      ]);
      for (const { props } of events) {
        expect(props).to.include({ indexVersion: 'small-1', widget: 'carousel', campaignId: 'for-you' });
        seen.push('variantId' in props ? props.variantId : undefined);
      }
      await engine.stop();
    }
    expect(new Set(seen).size).to.equal(1);
    expect(['similar', 'best']).to.include(seen[0]);
    const all10k = Array.from({ length: 10_000 }, (_, at) =>
      assignVariant(experiment as Experiment, `visitor-${at}`),
    );
    const first = all10k.filter((id) => id === 'similar').length;
    expect(Math.abs(first - 5000)).to.be.lessThan(100);
  });

  it('R35 goes back to best sellers as soon as consent is withdrawn; the journey is gone and nothing more is sent', async () => {
    const device = await returning('tea');
    const engine = start([forYou], { device });
    engine.setConsent(all);
    engine.page();
    await engine.idle();
    expect(inspectOf(engine)?.personal).to.equal(true);
    expect(await storedText(device.name)).to.include('"tea"');
    const sent = engine.delivery.batches.length;
    engine.setConsent(['functional']);
    look(engine, 'cup');
    await engine.idle();
    expect(inspectOf(engine)).to.deep.include({ personal: false, why: 'no-consent' });
    expect(idsOf(engine)).to.deep.equal(['p1', 'p2', 'p3', 'p4']);
    await until(async () => !/"(tea|cup)"/.test(await storedText(device.name)));
    await engine.flush();
    expect(engine.delivery.batches.length).to.equal(sent);
  });

  describe('a card put into the cart by its own button', () => {
    const add = {
      type: 'card',
      campaignId: 'for-you',
      act: 'add-to-cart',
      productId: 'p2',
      position: 1,
    } as const;
    const added = (engine: TestEngine) =>
      eventsOf(engine).filter(({ name }) => name === 'recommendation_added');
    const open = async (addToCart: NonNullable<ShopBridge['addToCart']>) => {
      const engine = start([forYou], { shop: { addToCart } });
      engine.setConsent(all);
      engine.page();
      await engine.idle();
      expect(viewOf(engine)?.addToCart).to.equal(true);
      engine.host.report(add);
      return engine;
    };
    const stateOf = (engine: TestEngine) => viewOf(engine)?.adding?.p2;

    it('is on its way at once, there when the shop says so, and recorded then with all that was shown', async () => {
      let answer = (_: BridgeAnswer): void => {};
      const asked: unknown[] = [];
      const engine = await open((...all) => {
        asked.push(all);
        return new Promise((resolve) => {
          answer = resolve;
        });
      });
      expect(stateOf(engine)).to.equal('busy');
      expect(added(engine)).to.deep.equal([]);
      answer({ ok: true });
      await until(() => stateOf(engine) === 'done');
      expect(asked).to.deep.equal([['p2', { quantity: 1 }]]);
      await until(() => added(engine).length === 1);
      expect(added(engine)[0]?.props).to.deep.include({
        ...{ campaignId: 'for-you', slot: 'home', widget: 'carousel', strategy: 'for-you' },
        ...{ indexVersion: 'small-1', source: 'popular', productId: 'p2', position: 1 },
      });
    });

    it('names the variants of its product in a click and in the cart, so that an order of one is its purchase', async () => {
      const variants = ['p2-s', 'p2-m'].map((id) => ({ id, label: id }));
      const asked: unknown[] = [];
      const shop: ShopBridge = {
        productData: async () => [{ id: 'p2', variants }],
        addToCart: async (id) => {
          asked.push(id);
          return { ok: true };
        },
      };
      const engine = start([forYou], { shop });
      engine.setConsent(all);
      engine.page();
      await engine.idle();
      for (const act of ['viewed', 'clicked', 'add-to-cart'] as const)
        engine.host.report({ ...add, act, variant: 'p2-m' });
      await until(() => added(engine).length === 1);
      expect(asked).to.deep.equal(['p2-m']);
      const of = (act: string) =>
        eventsOf(engine).find(({ name }) => name === `recommendation_${act}`)?.props;
      for (const act of ['clicked', 'added'])
        expect(of(act)).to.deep.include({ productId: 'p2', variants: ['p2-s', 'p2-m'] });
      expect(of('viewed')).to.not.have.property('variants');
    });

    for (const [how, fail] of [
      ['refuses', async () => ({ ok: false, reason: 'Sold out' })],
      ['fails', () => Promise.reject(new Error('down'))],
      [
        'throws',
        () => {
          throw new Error('down');
        },
      ],
    ] as [string, NonNullable<ShopBridge['addToCart']>][]) {
      it(`says that it failed when the shop ${how}, and records nothing`, async () => {
        const engine = await open(fail);
        await until(() => stateOf(engine) === 'failed');
        expect(engine.problems).to.deep.equal(['shop-hook-failed addToCart']);
        expect(added(engine)).to.deep.equal([]);
      });
    }
  });

  it('takes a product out of the lists when it is put into the cart', async () => {
    const engine = start([forYou]);
    engine.setConsent(all);
    engine.page();
    await engine.idle();
    engine.track('cart_product_added', { product: { id: 'p3' } });
    await engine.idle();
    expect(idsOf(engine)).to.deep.equal(['p1', 'p2', 'p4']);
  });

  it('makes a list anew with an order that is told after it, while nobody has seen it', async () => {
    const engine = start([forYou], { device: await returning('cup', 'tea') });
    engine.setConsent(all);
    engine.page();
    await engine.idle();
    const [bought = ''] = idsOf(engine) ?? [];
    engine.track('order_placed', { orderId: 'o1', products: [{ id: bought }] });
    await engine.idle();
    expect(idsOf(engine)).to.have.length.greaterThan(1);
    expect(idsOf(engine)).not.to.include(bought);
  });

  it('ranks a similar list by the product of the page alone', async () => {
    const similar = campaign(
      'similar',
      'home',
      { strategy: 'similar', max: 3 },
      { trigger: { on: 'event', event: 'product_viewed' } },
    );
    const engine = start([similar], { device: await returning('tea') });
    engine.setConsent(all);
    engine.page();
    await engine.idle();
    look(engine, 'cup', 't');
    await engine.idle();
    expect(idsOf(engine)).to.deep.equal(['t4', 't5', 't6']);
    expect(engine.loaded).not.to.include('/index/lookup.json');
  });

  for (const late of [false, true])
    it(`lists what was seen before, newest first, without the product of the page${late ? ', also when it starts late' : ''}`, async () => {
      const seen = campaign(
        'seen',
        'home',
        { strategy: 'recently-viewed' },
        { trigger: { on: 'event', event: 'product_viewed' } },
      );
      const engine = start([seen], { device: await returning('t1', 'cup', 'tea'), late });
      engine.setConsent(all);
      engine.page();
      await engine.idle();
      look(engine, 'cup', 't');
      await engine.idle();
      expect(idsOf(engine)).to.deep.equal(['tea', 't1']);
      expect(viewOf(engine)?.cards[0]?.source).to.equal('recent');
    });
});
