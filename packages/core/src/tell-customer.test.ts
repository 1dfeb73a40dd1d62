import type { ConsentPurpose } from '@regulars/schema';
import { expect } from 'chai';
import { newDevice, startEngine, type TestDevice, type TestEngine } from '../../../test/support/engine.ts';
import { storedKeys } from '../../../test/support/stored-keys.ts';
import { customerPort } from './journey/customer-port.ts';
import { keyed } from './storage/keyed-store.ts';

const document = { formatVersion: 1, revision: 1, zone: 'UTC', fallbackLocales: ['en'], campaigns: [] };
/** A token of the shop as its server signs it, of which the script reads only whose it is. */
const tokenOf = (sub: string, nonce = '1') => `${btoa('{}')}.${btoa(JSON.stringify({ sub, nonce }))}.x`;
const product = { product: { id: 'p1', category: 'pots' } };

describe('the signed-in customer', () => {
  const running: TestEngine[] = [];
  const start = async (
    device: TestDevice,
    token: string | null,
    consent: readonly ConsentPurpose[] = ['functional', 'analytics', 'personalization'],
  ): Promise<TestEngine & { told: boolean[] }> => {
    const engine = startEngine(device, document);
    running.push(engine);
    const told: boolean[] = [];
    engine.rooms.ports.provide(customerPort, (isSignedIn) => told.push(isSignedIn));
    engine.setConsent(consent);
    engine.identify(token);
    await engine.idle();
    return Object.assign(engine, { told });
  };
  const productsOf = (engine: TestEngine) => Object.keys(engine.journey.profile().products);
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });

  it('leaves nothing personal behind when somebody signs out, and keeps the device’s id', async () => {
    const engine = await start(newDevice(), tokenOf('anna'));
    const id = engine.journey.anonymousId();
    engine.track('product_viewed', product);
    await engine.idle();
    expect(productsOf(engine)).to.deep.equal(['p1']);
    engine.identify(null);
    await engine.idle();
    expect(engine.told).to.deep.equal([true, false]);
    expect(productsOf(engine)).to.deep.equal([]);
    expect(engine.journey.anonymousId()).to.equal(id);
    expect(JSON.stringify((await engine.exportJourney())?.stores.profile)).not.to.contain('pots');
  });

  it('knows a person by the subject: a fresh token of the same one changes nothing, another person everything', async () => {
    const device = newDevice();
    const first = await start(device, tokenOf('anna'));
    first.track('product_viewed', product);
    await first.idle();
    await first.stop();
    const same = await start(device, tokenOf('anna', '2'));
    expect(productsOf(same)).to.deep.equal(['p1']);
    await same.stop();
    expect(productsOf(await start(device, tokenOf('boris')))).to.deep.equal([]);
  });

  it('takes what was saved, what lists learnt and games under way with the person, and leaves tours', async () => {
    const device = newDevice();
    const engine = await start(device, tokenOf('anna'));
    const { storage } = engine.rooms;
    await keyed(storage, 'feature', 'functional').set('wishlist', { products: [{ id: 'p1' }] });
    await keyed(storage, 'feature', 'functional').set('guide:seen', { at: 1 });
    await keyed(storage, 'feature', 'personalization').set('tried:list', { trending: [1, 1] });
    await keyed(storage, 'play', 'necessary').set('play:wheel', { key: 'k', draw: { code: 'WON' } });
    engine.identify(tokenOf('boris'));
    await engine.idle();
    expect(await storedKeys(device.name, 'feature')).to.deep.equal(['functional/guide:seen']);
    expect(await storedKeys(device.name, 'play')).to.deep.equal([]);
  });

  it('knows of another person on the next page without leave to keep more than the profile', async () => {
    const device = newDevice();
    const consent = ['analytics', 'personalization'] as const;
    const first = await start(device, tokenOf('anna'), consent);
    first.track('product_viewed', product);
    await first.idle();
    await first.stop();
    const same = await start(device, tokenOf('anna', '2'), consent);
    expect(productsOf(same)).to.deep.equal(['p1']);
    await same.stop();
    expect(productsOf(await start(device, null, consent))).to.deep.equal([]);
  });

  it('signs the other tabs out at once', async () => {
    const device = newDevice();
    const [one, two] = [await start(device, tokenOf('anna')), await start(device, tokenOf('anna'))];
    two.track('product_viewed', product);
    await two.idle();
    const heard = new Promise<void>((resolve) => {
      two.rooms.ports.provide(customerPort, (isSignedIn) => {
        if (!isSignedIn) resolve();
      });
    });
    one.identify(null);
    await heard;
    await one.idle();
    await two.idle();
    expect(two.told.at(-1)).to.equal(false);
    await two.flush();
    two.track('search_performed', { term: 'x' });
    await two.idle();
    expect(productsOf(two)).to.deep.equal([]);
    expect(two.delivery.batches.at(-1)).not.to.have.property('customerToken');
  });
});
