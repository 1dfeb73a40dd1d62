import { expect } from 'chai';
import {
  createTestFiles,
  newDevice,
  startEngine,
  type TestDevice,
  type TestEngine,
} from '../../../../../test/support/engine.ts';
import { smallIndex } from '../../../../../test/support/small-index.ts';
import { storedKeys } from '../../../../../test/support/stored-keys.ts';
import { until } from '../../../../../test/support/until.ts';
import type { ShopBridge } from '../shop-bridge.ts';
import type { CarouselView } from '../widget-view.ts';
import { recommendations } from './recommendations.ts';

const all = ['functional', 'analytics', 'personalization', 'marketing'] as const;
const list = (id: string, slot: string, props: object) => ({
  ...{ id, status: 'live', purpose: 'necessary', trigger: { on: 'page' }, placement: { slot } },
  widget: { type: 'carousel', props },
  content: { en: { title: id } },
});
const document = {
  ...{ formatVersion: 1, revision: 1, zone: 'Europe/Sofia', fallbackLocales: ['en'] },
  campaigns: [
    list('best', 'home', { strategy: 'popular', min: 2, max: 4, hearts: true }),
    list('saved', 'cart', { strategy: 'wishlist', min: 1, max: 4 }),
    list('plain', 'foot', { strategy: 'trending', min: 1, max: 4 }),
  ],
};

describe('the visitor’s list', () => {
  const running: TestEngine[] = [];
  const start = async (
    device: TestDevice,
    {
      shop,
      consent = all as readonly (typeof all)[number][],
    }: { shop?: ShopBridge; consent?: readonly (typeof all)[number][] } = {},
  ) => {
    const engine = startEngine(device, document, {
      resources: createTestFiles(smallIndex),
      parts: [recommendations({ index: '/index/manifest.json' })],
      ...(shop ? { shop } : {}),
    });
    for (const slot of ['home', 'cart', 'foot']) engine.host.subscribe(slot, () => {});
    running.push(engine);
    engine.setConsent(consent);
    engine.page();
    await engine.idle();
    return engine;
  };
  const viewOf = (engine: TestEngine, slot = 'home') => engine.host.read(slot) as CarouselView | null;
  const idsOf = (engine: TestEngine, slot: string) =>
    viewOf(engine, slot)?.cards.map(({ product }) => product.id);
  const heart = (
    engine: TestEngine,
    productId: string,
    act: 'save' | 'unsave' = 'save',
    campaignId = 'best',
  ) => engine.host.report({ type: 'card', campaignId, act, productId, position: 0 });
  const leave = async (engine: TestEngine) => {
    await engine.idle();
    await engine.flush();
    await engine.stop();
  };
  const saves = (engine: TestEngine) =>
    engine
      .inspect()
      .events.map(({ event }) => event.name)
      .filter((name) => name.startsWith('wishlist'));
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });

  it('saves by a heart, shows it at once, records it, and lists it on the next page in the strategy wishlist', async () => {
    const device = newDevice();
    const one = await start(device);
    expect(viewOf(one)?.saved).to.deep.equal([]);
    expect(viewOf(one, 'cart')?.state ?? 'closed').not.to.equal('ready');
    heart(one, 'p2');
    heart(one, 'p1');
    await until(() => viewOf(one)?.saved?.length === 2);
    heart(one, 'p2', 'unsave');
    heart(one, 'p3');
    await until(() => viewOf(one)?.saved?.join() === 'p3,p1');
    // Each is recorded once it is stored.
    await until(() => saves(one).length === 4);
    expect(saves(one).sort()).to.deep.equal([
      ...Array(3).fill('wishlist_product_added'),
      'wishlist_product_removed',
    ]);
    await leave(one);
    const two = await start(device);
    expect(idsOf(two, 'cart')).to.deep.equal(['p3', 'p1']);
    expect(viewOf(two, 'cart')?.saved).to.deep.equal(['p3', 'p1']);
    // What the list of what is saved shows, no other list takes away from it.
    expect(idsOf(two, 'home')).to.deep.equal(['p2', 'p4', 'p5', 'p6']);
  });

  it('keeps a heart of a page that goes before it is written: the next page writes and records it, once', async () => {
    const device = newDevice();
    const one = await start(device);
    const { get } = IDBObjectStore.prototype;
    // The page goes while the write is under way.
    IDBObjectStore.prototype.get = function (key) {
      if (key === 'functional/wishlist') dispatchEvent(new PageTransitionEvent('pagehide'));
      return get.call(this, key);
    };
    heart(one, 'p2');
    await until(() => saves(one).length === 1);
    IDBObjectStore.prototype.get = get;
    const left = Object.keys(localStorage).filter((key) => key.includes(`${device.name}/left/wish`));
    expect(left).to.have.length(1);
    const word = localStorage[left[0] ?? ''];
    await leave(one);
    const other = newDevice();
    localStorage.setItem(`${other.name}/left/wish/1`, word);
    const two = await start(other);
    await until(() => saves(two).length === 1);
    expect(viewOf(two)?.saved).to.deep.equal(['p2']);
    await leave(two);
    const three = await start(other);
    expect(viewOf(three)?.saved).to.deep.equal(['p2']);
    expect(saves(three)).to.deep.equal([]);
    for (const key of left) localStorage.removeItem(key);
    expect(Object.keys(localStorage).filter((key) => key.includes('/left/wish'))).to.deep.equal([]);
  });

  it('needs leave to keep something for the visitor, no more: no hearts without, and withdrawal empties it', async () => {
    const device = newDevice();
    const one = await start(device, { consent: [] });
    expect(viewOf(one)).to.include({ state: 'ready' });
    expect(viewOf(one)).not.to.have.property('saved');
    await leave(one);
    const two = await start(device, { consent: ['functional', 'analytics'] });
    heart(two, 'p1');
    await until(() => viewOf(two)?.saved?.join() === 'p1');
    await until(async () => (await storedKeys(device.name, 'feature')).length === 1);
    two.setConsent(['analytics']);
    await until(() => viewOf(two)?.saved === undefined);
    await until(async () => (await storedKeys(device.name, 'feature')).length === 0);
    await leave(two);
    const three = await start(device, { consent: ['functional'] });
    expect(viewOf(three)?.saved).to.deep.equal([]);
  });

  it('is in the export, and erasure takes it off the device and the cards', async () => {
    const device = newDevice();
    const one = await start(device);
    heart(one, 'p1');
    await until(() => viewOf(one)?.saved?.join() === 'p1');
    await one.idle();
    expect(JSON.stringify(await one.exportJourney())).to.match(/wishlist.*p1/);
    await one.forget();
    await until(() => viewOf(one)?.saved?.length === 0);
    await leave(one);
    const two = await start(device);
    expect(viewOf(two)?.saved).to.deep.equal([]);
  });

  it('counts the shop’s own hearts, once', async () => {
    const device = newDevice();
    const one = await start(device);
    one.track('wishlist_product_added', { product: { id: 'own', title: 'Own' } });
    await until(() => viewOf(one)?.saved?.join() === 'own');
    expect(saves(one)).to.deep.equal(['wishlist_product_added']);
    await leave(one);
    expect(idsOf(await start(device), 'cart')).to.deep.equal(['own']);
  });

  describe('on the shop’s own page', () => {
    let place: HTMLElement;
    const addHearts = (markup: string): HTMLButtonElement[] => {
      place = window.document.createElement('div');
      place.innerHTML = markup;
      window.document.body.append(place);
      return [...place.querySelectorAll('button')];
    };
    const state = ({ hidden, ariaPressed }: HTMLButtonElement): string =>
      hidden ? 'hidden' : String(ariaPressed);
    afterEach(() => place.remove());

    it('works where no list stands: saves by a press, counts, and follows hearts that come later', async () => {
      const device = newDevice();
      const hearts = addHearts(`<a href="/p/own" data-regulars-product="own" data-regulars-title="Own pot"
          data-regulars-price="12.50" data-regulars-currency="EUR"><img src="data:," width="40" height="30">
          <button data-regulars-heart="own" hidden></button></a>
        <button data-regulars-heart="p1" hidden></button> <b data-regulars-heart></b>`);
      const one = startEngine(
        device,
        { ...document, campaigns: [] },
        {
          resources: createTestFiles(smallIndex),
          parts: [recommendations({ index: '/index/manifest.json' })],
        },
      );
      running.push(one);
      one.page();
      await one.idle();
      expect(hearts.map(state)).to.deep.equal(['hidden', 'hidden']);
      one.setConsent(['functional', 'analytics']);
      await until(() => hearts.map(state).join() === 'false,false');
      expect(place.querySelector('b')?.textContent).to.equal('');
      hearts[0]?.click();
      await until(() => hearts.map(state).join() === 'true,false');
      expect(place.querySelector('b')?.textContent).to.equal('1');
      const later = window.document.createElement('button');
      later.dataset.regularsHeart = 'own';
      place.append(later);
      await until(() => state(later) === 'true');
      hearts[1]?.click();
      await until(() => hearts.map(state).join() === 'true,true');
      hearts[1]?.click();
      await until(() => saves(one).length === 3);
      await leave(one);
      const two = await start(device, { consent: ['functional'] });
      const [card] = viewOf(two, 'cart')?.cards ?? [];
      expect(card?.product).to.deep.include({
        ...{ id: 'own', title: 'Own pot', price: { value: 1250, currency: 'EUR' } },
        ...{ url: `${location.origin}/p/own`, image: { src: 'data:,', width: 40, height: 30 } },
      });
      expect(hearts.map(state)).to.deep.equal(['true', 'false']);
      two.setConsent([]);
      await until(() => hearts.map(state).join() === 'hidden,hidden');
    });
  });

  it('keeps what is sold out or in the cart on the list of what is saved', async () => {
    const device = newDevice();
    const shop: ShopBridge = { priceAndStock: async () => ({ p1: { inStock: false } }) };
    const one = await start(device, { shop });
    heart(one, 'p2');
    await until(() => viewOf(one)?.saved?.length === 1);
    one.track('wishlist_product_added', { product: { id: 'p1' } });
    await until(() => viewOf(one)?.saved?.length === 2);
    one.track('cart_product_added', { product: { id: 'p2' } });
    await leave(one);
    const two = await start(device, { shop });
    const cards = viewOf(two, 'cart')?.cards ?? [];
    expect(cards.map(({ product }) => [product.id, product.inStock])).to.deep.equal([
      ['p1', false],
      ['p2', undefined],
    ]);
    two.track('cart_product_added', { product: { id: 'p2' } });
    await two.idle();
    expect(idsOf(two, 'cart')).to.deep.equal(['p1', 'p2']);
  });

  it('agrees with the shop’s list: merged when it opens, told after each heart, and again later when the shop could not hear', async () => {
    const device = newDevice();
    const one = await start(device);
    heart(one, 'p1');
    await until(() => viewOf(one)?.saved?.join() === 'p1');
    await leave(one);
    const told: string[] = [];
    let held: readonly string[] | null = ['p3', 'p2'];
    let deaf = true;
    const shop: ShopBridge = {
      wishlist: async () => held,
      saveWishlist: async (ids) => {
        told.push(ids.join());
        if (deaf) return { ok: false, reason: 'later' };
        held = ids;
        return { ok: true };
      },
    };
    const two = await start(device, { shop });
    expect(viewOf(two)?.saved).to.deep.equal(['p1', 'p3', 'p2']);
    expect(told).to.deep.equal(['p1,p3,p2']);
    heart(two, 'p2', 'unsave', 'saved');
    await until(() => told.length === 2);
    await leave(two);
    deaf = false;
    const three = await start(device, { shop });
    expect(viewOf(three)?.saved).to.deep.equal(['p1', 'p3']);
    await until(() => held?.join() === 'p1,p3');
    await leave(three);
    // Nobody is signed in: the shop has no list, and the device's stands.
    held = null;
    expect(viewOf(await start(device, { shop }))?.saved).to.deep.equal(['p1', 'p3']);
  });

  it('goes on without a shop that fails', async () => {
    const one = await start(newDevice(), {
      shop: { wishlist: () => Promise.reject(new Error('down')) },
    });
    expect(viewOf(one)?.saved).to.deep.equal([]);
    expect(one.problems).to.deep.equal(['shop-hook-failed wishlist']);
  });
});
