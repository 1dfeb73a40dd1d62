import type { GameView } from '@regulars/core';
import { expect } from 'chai';
import {
  newDevice,
  startEngine,
  type TestDevice,
  type TestEngine,
} from '../../../../../test/support/engine.ts';
import {
  createPrizeBackend,
  killPoints,
  type PrizeBackend,
} from '../../../../../test/support/prize-backend.ts';
import { until } from '../../../../../test/support/until.ts';
import { keepSwitch, switchesPort } from '../../journey/switches.ts';
import { rewards } from './rewards.ts';

const props = { draw: 'pool', showOdds: true, rulesUrl: '/rules' };
const questions = [{ text: 'q', answers: ['a', 'b'] }];

/** A document with one game of a type in the slot `game`. */
const documentOf = (type: string, more: object = {}) => ({
  formatVersion: 1,
  revision: 1,
  zone: 'UTC',
  fallbackLocales: ['en'],
  pools: {
    pool: {
      rulesUrl: '/rules',
      prizes: [
        { label: { en: '10 %' }, oddsBp: 4000 },
        { label: { en: 'Nothing' }, oddsBp: 6000 },
      ],
    },
  },
  campaigns: [
    {
      id: 'the-game',
      status: 'live',
      purpose: 'necessary',
      trigger: { on: 'page' },
      placement: { slot: 'game' },
      widget: { type, props: { ...props, ...more } },
      content: { en: { title: 'Play' } },
    },
  ],
});

describe('games', () => {
  const running: TestEngine[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });

  async function open(
    device: TestDevice,
    backend: PrizeBackend,
    document = documentOf('scratch'),
  ): Promise<TestEngine> {
    const engine = startEngine(device, document, { actions: backend.port, parts: [rewards()] });
    running.push(engine);
    engine.host.subscribe('game', () => {});
    engine.setConsent([]);
    engine.page();
    return engine;
  }
  const viewOf = (engine: TestEngine) => engine.host.read('game') as GameView | null;
  const press = (engine: TestEngine, act: 'draw' | 'claim', more: object = {}) =>
    engine.host.report({ type: 'game', campaignId: 'the-game', act, ...more });
  /** Resolves when the game is in a state; hung requests make `idle` wait for ever. */
  const inState = async (engine: TestEngine, ...states: string[]): Promise<GameView> => {
    for (;;) {
      const view = viewOf(engine);
      if (view && states.includes(view.state)) return view;
      await new Promise(requestAnimationFrame);
    }
  };
  const drawsOf = ({ asked }: PrizeBackend) => asked.filter(({ type }) => type === 'draw');

  for (const type of ['wheel', 'scratch', 'box', 'reels']) {
    it(`draws and claims with the face of a ${type}, one outcome for a play`, async () => {
      const backend = createPrizeBackend();
      const engine = await open(newDevice(), backend, documentOf(type));
      await inState(engine, 'idle');
      press(engine, 'draw');
      expect(await inState(engine, 'drawn')).to.include({ type, prizeIndex: 0, win: true });
      press(engine, 'claim');
      expect(await inState(engine, 'claimed')).to.include({ code: 'CODE-1' });
    });
  }

  it('goes away when the visitor switches games off, here and on the next page, and comes back when they are on', async () => {
    const device = newDevice();
    const backend = createPrizeBackend();
    const first = await open(device, backend);
    await inState(first, 'idle');
    const turn = async (engine: TestEngine, games: boolean): Promise<void> => {
      const switches = await keepSwitch(engine.rooms.storage, 'games', games);
      for (const tell of engine.rooms.ports.use(switchesPort)) tell(switches);
    };
    await turn(first, false);
    await until(() => viewOf(first) === null);
    await first.stop();
    const second = await open(device, backend);
    await second.idle();
    expect(viewOf(second)).to.equal(null);
    expect(drawsOf(backend)).to.deep.equal([]);
    await turn(second, true);
    await second.stop();
    await inState(await open(device, backend), 'idle');
  });

  it('W36 asks once for two presses at once', async () => {
    const backend = createPrizeBackend();
    const engine = await open(newDevice(), backend);
    await inState(engine, 'idle');
    press(engine, 'draw');
    press(engine, 'draw');
    await inState(engine, 'drawn');
    press(engine, 'claim');
    press(engine, 'claim');
    await inState(engine, 'claimed');
    expect(drawsOf(backend)).to.have.length(1);
    expect(backend.asked.filter(({ type }) => type === 'claim')).to.have.length(1);
  });

  for (const point of killPoints) {
    it(`W41 finds its prize after the page was killed at ${point}`, async () => {
      const device = newDevice();
      const backend = createPrizeBackend();
      const first = await open(device, backend);
      await inState(first, 'idle');
      backend.hangAt(point);
      press(first, 'draw');
      if (point.startsWith('claim')) {
        await inState(first, 'drawn');
        press(first, 'claim');
      }
      await inState(
        first,
        point.endsWith('answered') ? (point.startsWith('draw') ? 'drawn' : 'claimed') : 'drawing',
        'claiming',
      );
      // The key is stored before the backend is asked; a page that dies earlier has drawn nothing.
      const last = point.startsWith('draw') ? 'draw' : 'claim';
      while (!backend.asked.some(({ type }) => type === last)) await new Promise(requestAnimationFrame);
      await first.stop();
      backend.hangAt(null);
      const second = await open(device, backend);
      const found = await inState(second, 'drawn', 'claimed');
      if (found.state === 'drawn') press(second, 'claim');
      expect(await inState(second, 'claimed')).to.include({ prizeIndex: 0, code: 'CODE-1' });
      expect(backend.plays.size).to.equal(1);
      expect(backend.codes.size).to.equal(1);
    });
  }

  it('W42 never queues a draw while offline, and claims once what was drawn when the line is back', async () => {
    const device = newDevice();
    const backend = createPrizeBackend();
    const engine = await open(device, backend);
    await inState(engine, 'idle');
    press(engine, 'draw');
    await inState(engine, 'drawn');
    backend.refuse('offline');
    press(engine, 'claim');
    await engine.idle();
    expect(viewOf(engine)).to.include({ state: 'drawn', reason: 'offline' });
    backend.refuse(null);
    press(engine, 'claim');
    expect(await inState(engine, 'claimed')).to.include({ code: 'CODE-1' });
    expect(backend.codes.size).to.equal(1);
  });

  it('W43 gives one code to two tabs that claim the same prize', async () => {
    const device = newDevice();
    const backend = createPrizeBackend();
    const [one, two] = [await open(device, backend), await open(device, backend)];
    await inState(one, 'idle');
    press(one, 'draw');
    await inState(one, 'drawn');
    await inState(two, 'idle', 'drawn');
    press(two, 'draw');
    await inState(two, 'drawn');
    press(one, 'claim');
    press(two, 'claim');
    const codes = [(await inState(one, 'claimed')).code, (await inState(two, 'claimed')).code];
    expect(codes).to.deep.equal(['CODE-1', 'CODE-1']);
    expect(backend.plays.size).to.equal(1);
  });

  it('W44 keeps no code and no other outcome on the device before the claim', async () => {
    const device = newDevice();
    const backend = createPrizeBackend();
    const engine = await open(device, backend);
    await inState(engine, 'idle');
    press(engine, 'draw');
    const view = await inState(engine, 'drawn');
    expect(view).not.to.have.property('code');
    const rows = await everyRow(device.name);
    expect(rows).to.contain('prizeIndex');
    expect(rows).not.to.match(/CODE-|stock|seed|weight/);
  });

  it('begins anew after a refusal, and keeps the key of what may still come through', async () => {
    const device = newDevice();
    const backend = createPrizeBackend();
    const engine = await open(device, backend);
    await inState(engine, 'idle');
    backend.refuse('already-played');
    press(engine, 'draw');
    expect(await inState(engine, 'refused')).to.include({ reason: 'already-played' });
    await engine.stop();
    const asked = backend.asked.length;
    const next = await open(device, backend);
    await inState(next, 'idle');
    await next.idle();
    expect(backend.asked).to.have.length(asked);
  });

  it('sends the answers of a quiz and the confirmed age with the draw, and lets a failed quiz be tried again', async () => {
    const backend = createPrizeBackend();
    const engine = await open(newDevice(), backend, documentOf('quiz', { questions }));
    await inState(engine, 'idle');
    backend.refuse('quiz-failed');
    press(engine, 'draw', { answers: [0], ageConfirmed: true });
    await inState(engine, 'refused');
    backend.refuse(null);
    press(engine, 'draw', { answers: [1] });
    await inState(engine, 'drawn');
    const [first, second] = drawsOf(backend);
    expect(first).to.deep.include({ answers: [0], ageConfirmed: true });
    expect(second).to.deep.include({ answers: [1] });
    expect((first as { playKey: string }).playKey).not.to.equal((second as { playKey: string }).playKey);
  });

  it('shows no game whose pool is not published', async () => {
    const engine = await open(newDevice(), createPrizeBackend(), documentOf('reels', { draw: 'elsewhere' }));
    await engine.idle();
    expect(viewOf(engine)).to.equal(null);
  });
});

/** Everything that a device keeps, as text. */
async function everyRow(name: string): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const texts: string[] = [];
  for (const store of db.objectStoreNames) {
    const all = db.transaction(store).objectStore(store).getAll();
    await new Promise((resolve) => {
      all.onsuccess = resolve;
    });
    texts.push(JSON.stringify(all.result));
  }
  db.close();
  return texts.join('\n');
}
