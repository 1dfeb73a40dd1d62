import { expect } from 'chai';
import { newDevice, startEngine, type TestDevice, type TestEngine } from '../../../../test/support/engine.ts';
import { endPort } from '../journey/end-port.ts';
import type { Part } from '../journey/part.ts';
import { deliverTo } from '../sync/sync-engine.ts';
import { crossSubdomain } from './cross-subdomain.ts';
import { group } from './group.ts';
import { linkDomains, linkTo } from './link-domains.ts';
import { reset } from './reset.ts';

const document_ = { formatVersion: 1, revision: 1, zone: 'UTC', fallbackLocales: ['en'], campaigns: [] };
const granted = ['functional', 'analytics', 'personalization'] as const;
const minute = 60_000;

/** The cookie of a device's shop, `undefined`: there is none. */
const cookieOf = ({ key }: TestDevice): string | undefined =>
  document.cookie.match(new RegExp(`regulars-id-${key}=([^;]*)`))?.[1];
const putCookie = ({ key }: TestDevice, value: string, maxAge = 60): void => {
  // biome-ignore lint/suspicious/noDocumentCookie: what a visitor or another subdomain does
  document.cookie = `regulars-id-${key}=${value}; Path=/; Max-Age=${maxAge}; SameSite=Lax`;
};
/** The same shop on another subdomain: a database of its own, the same cookies. */
const otherOrigin = ({ key }: TestDevice): TestDevice => ({ ...newDevice(), key });

describe('identity', () => {
  const running: TestEngine[] = [];
  const devices: TestDevice[] = [];
  const launch = (device: TestDevice, part: Part, options: object = {}): TestEngine => {
    const engine = startEngine(device, document_, { parts: [part], ...options });
    running.push(engine);
    devices.push(device);
    return engine;
  };
  const shared = (domain = location.hostname) => crossSubdomain({ domain });
  const page = async (device: TestDevice, part = shared()): Promise<TestEngine> => {
    const engine = launch(device, part);
    engine.setConsent(granted);
    engine.page();
    await engine.idle();
    return engine;
  };
  const keptId = async (engine: TestEngine) =>
    (await engine.exportJourney())?.stores.kv?.find(([key]) => key === 'id')?.[1];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
    for (const one of devices.splice(0)) {
      putCookie(one, '', 0);
      indexedDB.deleteDatabase(one.name);
      indexedDB.deleteDatabase(`${one.name}-attention`);
    }
  });

  describe('across subdomains', () => {
    it('gives two subdomains one visitor: the older id wins on both, also after a page load', async () => {
      const shop = newDevice();
      const blog = otherOrigin(shop);
      // The blog was there first, before the shop asked for one visitor.
      const before = startEngine(blog, document_);
      running.push(before);
      before.setConsent(granted);
      before.page();
      await before.idle();
      const oldest = before.journey.anonymousId();
      await before.stop();
      const one = await page(shop);
      expect(one.journey.anonymousId()).not.to.equal(oldest);
      expect(cookieOf(shop)).to.equal(one.journey.anonymousId());
      const two = await page(blog);
      expect(two.journey.anonymousId()).to.equal(oldest);
      expect(cookieOf(shop)).to.equal(oldest);
      await one.stop();
      const again = await page(shop);
      expect(again.journey.anonymousId()).to.equal(oldest);
      expect(await keptId(again)).to.equal(oldest);
      expect(again.delivery.batches.at(-1)?.anonymousId).to.equal(oldest);
    });

    it('J49 cookie and database heal each other; a damaged cookie names nobody', async () => {
      const device = newDevice();
      const first = await page(device);
      const id = first.journey.anonymousId();
      await first.stop();
      putCookie(device, '', 0);
      await (await page(device)).stop();
      expect(cookieOf(device)).to.equal(id);
      // Another origin of the shop has no database yet, as after its deletion.
      const lost = await page(otherOrigin(device));
      expect(await keptId(lost)).to.equal(id);
      await lost.stop();
      for (const wrong of [
        'x',
        '00000000-0000-4000-8000-000000000000',
        'ffffffff-ffff-7000-8000-000000000000',
      ]) {
        putCookie(device, wrong);
        const healed = await page(device);
        expect(healed.journey.anonymousId(), wrong).to.equal(id);
        expect(cookieOf(device), wrong).to.equal(id);
        await healed.stop();
      }
    });

    it('J49 without cookies the database keeps the id, without a database the cookie, without both memory', async () => {
      const device = newDevice();
      const noCookie = () => shared('other.invalid');
      const first = await page(device, noCookie());
      const id = first.journey.anonymousId();
      await first.stop();
      expect(cookieOf(device)).to.equal(undefined);
      const second = await page(device, noCookie());
      expect(second.journey.anonymousId()).to.equal(id);
      await second.stop();

      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = () => {
        throw new DOMException('refused', 'SecurityError');
      };
      try {
        const bare = newDevice();
        const one = await page(bare);
        await one.stop();
        const two = await page(bare);
        expect(two.journey.anonymousId()).to.equal(one.journey.anonymousId());
        await two.stop();
        const none = await page(newDevice(), noCookie());
        expect(none.journey.anonymousId()).to.match(/^[\da-f-]{36}$/);
        expect(none.track('search_performed', { term: 'x' })).to.be.a('string');
      } finally {
        IDBFactory.prototype.open = open;
      }
    });

    it('sets and reads no cookie while consent is pending, and takes it away with the last purpose that covers it', async () => {
      const device = newDevice();
      const engine = launch(device, shared());
      await engine.ready;
      await engine.idle();
      expect(cookieOf(device)).to.equal(undefined);
      const purposes = [['functional'], ['analytics']] as const;
      for (const some of purposes) {
        engine.setConsent(some);
        await engine.idle();
        expect(cookieOf(device), String(some)).to.equal(engine.journey.anonymousId());
      }
      engine.setConsent(['personalization', 'marketing']);
      expect(cookieOf(device)).to.equal(undefined);
      engine.setConsent(null);
      await engine.idle();
      expect(cookieOf(device)).to.equal(undefined);
      // One that was set before a no, by another page.
      putCookie(device, engine.journey.anonymousId());
      engine.setConsent([]);
      expect(cookieOf(device)).to.equal(undefined);
    });

    it('names a new visitor after forget(), and nobody after a farewell', async () => {
      const device = newDevice();
      const engine = await page(device);
      const id = engine.journey.anonymousId();
      await engine.forget();
      await engine.idle();
      expect(engine.journey.anonymousId()).not.to.equal(id);
      expect(cookieOf(device)).to.equal(engine.journey.anonymousId());
      const { sayFarewell } = await import('../campaigns/farewell.ts');
      expect(engine.rooms.ports.use(endPort)).to.have.length(1);
      await sayFarewell(engine.rooms);
      expect(cookieOf(device)).to.equal(undefined);
    });
  });

  describe('across domains', () => {
    const original = location.href;
    const clock = { ms: Date.now() };
    const part = () => linkDomains({ domains: ['pay.example'] });
    const visit = async (address: string, consent: readonly (typeof granted)[number][] = granted) => {
      history.replaceState(null, '', address);
      // Ids of one millisecond have no order.
      clock.ms += 1;
      const engine = launch(newDevice(), part(), { clock: () => clock.ms });
      engine.setConsent(consent);
      await engine.idle();
      return engine;
    };
    /** Where a click on a link would lead. */
    const follow = (href: string): string => {
      const link = Object.assign(document.createElement('a'), { href });
      link.append(document.createElement('b'));
      document.body.append(link);
      let led = '';
      const stay = (event: Event) => {
        event.preventDefault();
        led = link.href;
      };
      addEventListener('click', stay, { once: true });
      link.querySelector('b')?.click();
      setTimeout(() => link.remove());
      return led;
    };
    /** The address as this page's own, so that it can be visited here. */
    const local = (address: string) => `${location.pathname}${new URL(address).search}`;
    afterEach(() => history.replaceState(null, '', original));

    it('takes the id along to the shop’s other domains alone, and leaves the page’s links as they were', async () => {
      const engine = await visit(original);
      const led = new URL(follow('https://www.pay.example/cart?item=1#top'));
      const [id] = (led.searchParams.get('regulars-id') ?? '').split('.');
      expect(id).to.equal(engine.journey.anonymousId());
      expect(led.searchParams.get('item')).to.equal('1');
      expect(led.hash).to.equal('#top');
      for (const other of [
        'https://notpay.example/',
        'https://pay.example.evil.example/',
        '/help',
        'mailto:a@b.example',
      ])
        expect(follow(other)).not.to.contain('regulars-id');
      const link = Object.assign(document.createElement('a'), { href: 'https://pay.example/' });
      document.body.append(link);
      link.addEventListener('click', (event) => event.preventDefault());
      link.click();
      await new Promise((resolve) => setTimeout(resolve));
      expect(link.getAttribute('href')).to.equal('https://pay.example/');
      link.remove();
    });

    it('adopts the id on arrival for two minutes, and never from another browser or a changed address', async () => {
      const engine = await visit(original);
      const id = engine.journey.anonymousId();
      const led = follow('https://pay.example/');
      expect((await visit(local(led))).journey.anonymousId()).to.equal(id);
      clock.ms += 2 * minute;
      expect((await visit(local(led))).journey.anonymousId()).not.to.equal(id);
      const fresh = linkTo('https://pay.example/', id, clock.ms);
      expect((await visit(local(fresh))).journey.anonymousId()).to.equal(id);
      expect((await visit(`${local(fresh)}1`)).journey.anonymousId()).not.to.equal(id);
      const agent = Object.getOwnPropertyDescriptor(Navigator.prototype, 'userAgent') ?? {};
      Object.defineProperty(navigator, 'userAgent', { configurable: true, value: 'Another browser' });
      try {
        expect((await visit(local(fresh))).journey.anonymousId()).not.to.equal(id);
      } finally {
        Reflect.deleteProperty(navigator, 'userAgent');
      }
      expect(agent).to.have.property('get');
    });

    it('says and hears nothing without leave to measure', async () => {
      const engine = await visit(original, ['functional']);
      expect(follow('https://pay.example/')).to.equal('https://pay.example/');
      const other = linkTo('https://pay.example/', '018f0000-0000-7000-8000-000000000000', clock.ms);
      expect((await visit(local(other), ['functional'])).journey.anonymousId()).not.to.contain('018f');
      expect((await visit(local(other))).journey.anonymousId()).to.contain('018f');
      expect(engine.problems).to.deep.equal([]);
    });
  });

  it('J48 reset() parts two people of one device: all that waits is sent, then everything is new, and the backend keeps its own', async () => {
    const device = newDevice();
    const engine = await page(device);
    engine.identify(`${btoa('{}')}.${btoa(JSON.stringify({ sub: 'anna' }))}.x`);
    await engine.idle();
    engine.track('product_viewed', { product: { id: 'p1' } });
    await reset(engine);
    const told = engine.delivery.batches.flatMap(({ events }) => events.map(({ name }) => name));
    expect(told).to.include.members(['product_viewed', 'customer_identified', 'customer_signed_out']);
    expect(new Set(engine.delivery.batches.map(({ anonymousId }) => anonymousId)).size).to.equal(1);
    const id = engine.delivery.batches[0]?.anonymousId;
    expect(engine.journey.anonymousId()).not.to.equal(id);
    expect(cookieOf(device)).not.to.equal(id);
    expect(engine.journey.profile().products).to.deep.equal({});
    engine.track('search_performed', { term: 'boris' });
    await engine.idle();
    const journey = await engine.exportJourney();
    expect(journey?.events.map(({ name }) => name)).to.deep.equal([
      'session_started',
      'consent_changed',
      'search_performed',
    ]);
    expect(engine.journey.sessionNumber()).to.equal(1);
    expect(JSON.stringify(journey)).not.to.contain(String(id));
  });

  it('reset() gives a receipt for what nobody had taken, under the new id', async () => {
    const refusing = {
      id: 'down',
      limits: { maxEvents: 100, maxBytes: 60_000, maxEventBytes: 8000, maxAgeMs: 864e5 },
      idempotent: 'event' as const,
      erasure: 'Nothing.',
      send: async () => ({ type: 'retry' as const }),
      exit: () => false,
    };
    const engine = launch(newDevice(), shared(), { delivery: deliverTo([refusing]) });
    engine.setConsent(granted);
    engine.track('search_performed', { term: 'secret' });
    await engine.idle();
    const held = (await engine.exportJourney())?.events.length;
    await reset(engine);
    await engine.idle();
    const events = (await engine.exportJourney())?.events ?? [];
    expect(JSON.stringify(events)).not.to.contain('secret');
    expect(events.find(({ name }) => name === 'events_lost')?.props).to.deep.equal({
      reason: 'reset',
      count: held,
    });
  });

  it('group() records who the visitor belongs to', async () => {
    const engine = await page(newDevice());
    expect(group(engine, 'acme', { seats: 12 })).to.be.a('string');
    await engine.idle();
    expect((await engine.exportJourney())?.events.at(-1)?.props).to.deep.equal({
      label: 'group_joined',
      values: { seats: 12, groupId: 'acme' },
    });
  });
});
