import type { ResourcePort } from '@regulars/core';
import { expect } from 'chai';
import { newDevice, startEngine, type TestDevice, type TestEngine } from '../../../../test/support/engine.ts';

const all = ['functional', 'analytics', 'personalization'] as const;
const modal = (id: string, trigger: object) => ({
  id,
  status: 'live',
  trigger,
  placement: { overlay: 'tour' },
  frequency: { maxShows: 9 },
  widget: { type: 'tour', props: { steps: [{ id: 'one', body: 'body' }] } },
  content: { en: { body: 'Hello' } },
});
const document = {
  formatVersion: 1,
  revision: 1,
  zone: 'Europe/Sofia',
  fallbackLocales: ['en'],
  campaigns: [modal('first', { on: 'page' }), modal('second', { on: 'event', event: 'cart_viewed' })],
};

/** Files of which the control file answers when the test says so. */
function createFiles(control: () => string | Promise<string>): ResourcePort & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async load(name) {
      asked.push(name);
      return { type: 'fresh', body: name === 'control.json' ? await control() : JSON.stringify(document) };
    },
  };
}

describe('the control file', () => {
  const running: TestEngine[] = [];
  const real = globalThis.setInterval;
  /** What runs each minute, as the engine asked for it. */
  let everyMinute: (() => void)[] = [];
  beforeEach(() => {
    everyMinute = [];
    const noted = (run: () => void, ms?: number, ...rest: unknown[]) => {
      if (ms === 60_000) everyMinute.push(run);
      return real(run, ms, ...rest);
    };
    globalThis.setInterval = noted as typeof setInterval;
  });
  afterEach(async () => {
    globalThis.setInterval = real;
    for (const one of running.splice(0)) await one.stop();
  });
  const start = (
    resources: ResourcePort,
    more: Parameters<typeof startEngine>[2] = {},
    {
      device = newDevice(),
      source = 'c.json' as string | object,
    }: { device?: TestDevice; source?: string | object } = {},
  ): TestEngine => {
    const engine = startEngine(device, source, { control: 'control.json', resources, ...more });
    running.push(engine);
    engine.setConsent(all);
    return engine;
  };
  const shown = (engine: TestEngine): string | undefined =>
    (engine.host.read('overlay') as { readonly campaignId?: string } | null)?.campaignId;
  const why = (engine: TestEngine, id: string): string | undefined =>
    engine
      .inspect()
      .campaigns.find((one) => one.id === id)
      ?.reasons.at(-1)?.why;

  for (const [what, source] of [
    ['a document from the network', 'c.json'],
    ['a document of the page', document],
  ] as const) {
    it(`is read before anything of ${what} opens`, async () => {
      let answer = (_body: string): void => {};
      const control = new Promise<string>((resolve) => {
        answer = resolve;
      });
      let opened = 0;
      let ask = (): void => {};
      const wasAsked = new Promise<void>((resolve) => {
        ask = resolve;
      });
      const files = createFiles(() => {
        ask();
        return control;
      });
      const engine = start(files, {}, { source });
      engine.host.subscribe('overlay', () => {
        opened += 1;
      });
      await wasAsked;
      await engine.journey.flush();
      expect([shown(engine), opened]).to.deep.equal([undefined, 0]);
      answer('{"paused":["first"]}');
      await engine.idle();
      expect([shown(engine), why(engine, 'first')]).to.deep.equal([undefined, 'paused']);
      engine.track('cart_viewed', {});
      await engine.idle();
      expect(shown(engine)).to.equal('second');
    });
  }

  it('is read on every page, also where the document is kept', async () => {
    const device = newDevice();
    const first = start(
      createFiles(() => '{}'),
      {},
      { device },
    );
    await first.idle();
    expect(shown(first)).to.equal('first');
    await first.stop();
    const second = start(
      createFiles(() => '{"pausedAll":true}'),
      {},
      { device },
    );
    await second.idle();
    expect([shown(second), why(second, 'first')]).to.deep.equal([undefined, 'paused-all']);
  });

  it('stops new shows of an open page within 60 s, and closes what opened by itself', async () => {
    let body = '{}';
    const files = createFiles(() => body);
    const engine = start(files);
    await engine.idle();
    expect(shown(engine)).to.equal('first');
    body = '{"paused":["first","second"]}';
    expect(everyMinute).to.have.length(1);
    everyMinute[0]?.();
    await engine.idle();
    expect(shown(engine)).to.equal(undefined);
    engine.track('cart_viewed', {});
    await engine.idle();
    expect([shown(engine), why(engine, 'second')]).to.deep.equal([undefined, 'paused']);
    body = '{"paused":[]}';
    everyMinute[0]?.();
    await engine.idle();
    expect(shown(engine)).to.be.oneOf(['first', 'second']);
  });

  it('is read anew before a page that slept decides, and not twice a minute', async () => {
    let body = '{"paused":["first"]}';
    let now = Date.parse('2026-11-22T12:00:00Z');
    const files = createFiles(() => body);
    const engine = start(files, { clock: () => now });
    await engine.idle();
    const asked = (): number => files.asked.filter((name) => name === 'control.json').length;
    expect(asked()).to.equal(1);
    now += 59_000;
    engine.track('product_viewed', { product: { id: 'a' } });
    await engine.idle();
    expect(asked()).to.equal(1);
    // No timer ran: the laptop was shut.
    now += 3_600_000;
    body = '{"pausedAll":true}';
    engine.track('cart_viewed', {});
    await engine.idle();
    expect(asked()).to.equal(2);
    expect([shown(engine), why(engine, 'second')]).to.deep.equal([undefined, 'paused-all']);
  });
});
