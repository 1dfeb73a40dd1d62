import { expect } from 'chai';
import { createTestFiles, newDevice, startEngine, type TestEngine } from '../../../../test/support/engine.ts';

const all = ['functional', 'analytics', 'personalization', 'marketing'] as const;
const plain = { formatVersion: 1, revision: 1, zone: 'UTC', fallbackLocales: ['en'], campaigns: [] };
const held = async (device: { readonly name: string }) => ({
  databases: (await indexedDB.databases())
    .map(({ name = '' }) => name)
    .filter((one) => one.startsWith(device.name)),
  local: Object.keys(localStorage).filter((one) => one.startsWith(device.name)),
  session: Object.keys(sessionStorage).filter((one) => one.startsWith('regulars')),
});
const nothing = { databases: [], local: [], session: [] };

import { openReservations } from '../storage/open-reservations.ts';

describe('a farewell document', () => {
  const running: TestEngine[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });
  const start = (...all: Parameters<typeof startEngine>): TestEngine => {
    const engine = startEngine(...all);
    running.push(engine);
    return engine;
  };

  for (const [what, document] of [
    ['alone', { farewell: true }],
    ['of the full form', { ...plain, farewell: true }],
    ['that is an object of the page', { ...plain, farewell: true }],
  ] as const) {
    it(`${what} erases all that was kept, and ends the engine`, async () => {
      const device = newDevice();
      const first = start(device, plain);
      first.setConsent(all);
      first.page();
      await first.idle();
      await first.stop();
      localStorage.setItem(`${device.name}/left/events/1`, '[]');
      sessionStorage.setItem('regulars-debug', '');
      expect((await held(device)).databases).to.have.length.above(0);

      const isObject = what.includes('object');
      const files = createTestFiles({ 'c.json': JSON.stringify(document), 'control.json': '{}' });
      const second = isObject
        ? start(device, document)
        : start(device, 'c.json', { control: 'control.json', resources: files });
      second.setConsent(all);
      second.track('search_performed', { term: 'x' });
      await second.idle();
      await second.stop();
      expect(await held(device)).to.deep.equal(nothing);
      const sent = second.delivery.batches.length;
      second.setConsent(all);
      expect(second.track('search_performed', { term: 'y' })).to.equal(null);
      expect(second.host.read('overlay')).to.equal(null);
      expect(second.delivery.batches).to.have.length(sent);
      expect(await held(device)).to.deep.equal(nothing);
      expect(second.problems).to.deep.equal([]);
    });
  }

  it('is the only request where nothing was kept', async () => {
    const device = newDevice();
    const files = createTestFiles({ 'c.json': '{"farewell":true}', 'control.json': '{}' });
    const engine = start(device, 'c.json', { control: 'control.json', resources: files });
    await engine.idle();
    expect(files.loaded).to.deep.equal(['c.json']);
  });

  it('is heeded by a page that decides from its stored copy', async () => {
    const device = newDevice();
    const options = { control: 'control.json' };
    const before = createTestFiles({ 'c.json': JSON.stringify(plain), 'control.json': '{}' });
    const first = start(device, 'c.json', { ...options, resources: before });
    first.setConsent(all);
    first.page();
    await first.idle();
    await first.stop();
    const after = createTestFiles({ 'c.json': '{"farewell":true}', 'control.json': '{}' });
    const second = start(device, 'c.json', { ...options, resources: after });
    second.setConsent(all);
    second.page();
    await second.idle();
    await second.stop();
    expect(await held(device)).to.deep.equal(nothing);
  });

  it('leaves the caps of another shop on the same origin, and no empty database', async () => {
    const device = newDevice();
    const name = `${device.name}-attention`;
    const attention = openReservations({ problems: { report: () => {} }, name });
    const rows = { [`${device.key}/tour`]: 1, 'other/tour': 2, budget: 3 };
    await attention.update(() => [rows, null]);
    await attention.forget(`${device.key}/`);
    expect(await attention.update((left) => [{}, left])).to.deep.equal({ 'other/tour': 2, budget: 3 });
    await attention.forget('other/');
    expect((await held(device)).databases).to.deep.equal([]);
  });
});
