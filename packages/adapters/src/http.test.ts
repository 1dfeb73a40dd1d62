import type { ActionPort, DeliveryPort } from '@regulars/core';
import { expect } from 'chai';
import { type FakeMood, openFakeBackend } from '../../../test/support/fake-backend.ts';
import { type BackendMood, deliveryContract, sampleBatch } from './contract.ts';
import { httpAdapter } from './http.ts';
import { httpActions } from './http-actions.ts';

const moods: Readonly<Record<BackendMood, FakeMood>> = {
  accepting: { status: 200 },
  picky: { status: 200, picky: true },
  busy: { status: 429, headers: { 'retry-after': '2' }, body: '{"retryAfterMs":2000}' },
  'too-large': { status: 413, body: '{"reason":"too-large"}' },
  refusing: { status: 403, body: '{"reason":"key-unknown"}' },
  failing: { status: 500, body: 'oops', type: 'text/plain' },
  garbage: { status: 200, body: '<html>', type: 'text/html' },
  hanging: { status: 200, hang: 5000 },
  down: { cut: true },
};

const context = { anonymousId: 'visitor-1', locale: 'bg' };
const go = (): { signal: AbortSignal } => ({ signal: new AbortController().signal });

function open(options: { timeoutMs?: number; endpoint?: string } = {}): {
  backend: ReturnType<typeof openFakeBackend>;
  port: DeliveryPort & ActionPort;
} {
  const backend = openFakeBackend();
  const endpoint = (options.endpoint ?? '') + backend.url;
  const wire = { key: 'demo-key', ...options, endpoint };
  return { backend, port: { ...httpAdapter(wire), ...httpActions(wire) } };
}

/** Polls the backend until a body is there: what the browser sends on its own has no event to wait for. */
async function firstBody(backend: ReturnType<typeof openFakeBackend>): Promise<string> {
  for (;;) {
    const [seen] = await backend.log();
    if (seen) return seen.body;
  }
}

describe('http adapter', () => {
  describe('keeps the delivery contract', () => {
    const backend = openFakeBackend();
    const cases = deliveryContract({
      create: () => httpAdapter({ endpoint: backend.url, key: 'demo-key', timeoutMs: 3000 }),
      setMood: (mood) => backend.setMood(moods[mood]),
      received: async () =>
        (await backend.log()).map(({ body }) =>
          JSON.parse(body).events.map((event: { id: string }) => event.id),
        ),
    });
    for (const one of cases) it(one.name, () => one.run());
  });

  it('sends small bodies as plain text and large ones packed', async () => {
    const { backend, port } = open();
    await port.send(sampleBatch(1), go());
    await port.send(sampleBatch(30), go());
    const seen = await backend.log();
    expect(seen.map((one) => one.encoding)).to.deep.equal(['', 'gzip']);
    expect(seen.every((one) => one.path === 'v1/batch' && one.type === 'text/plain')).to.equal(true);
  });

  it('needs no preflight across origins, whatever the size', async () => {
    const { backend, port } = open({ endpoint: location.origin.replace('localhost', '127.0.0.1') });
    const outcome = await port.send(sampleBatch(30), go());
    expect(outcome).to.deep.equal({ type: 'accepted' });
    expect((await backend.log()).map((one) => one.path)).to.deep.equal(['v1/batch']);
  });

  it('J10 gives up an unanswered request after its time, as one that met no network', async () => {
    const { backend, port } = open({ timeoutMs: 50 });
    await backend.setMood({ hang: 5000, status: 200 });
    expect(await port.send(sampleBatch(1), go())).to.deep.equal({ type: 'retry' });
  });

  for (const [status, headers, body, afterMs] of [
    [503, { 'retry-after': '7' }, '', 7000],
    [429, {}, '{"retryAfterMs":1500}', 1500],
    [503, { 'retry-after': '999999' }, '', 3_600_000],
    [500, { 'retry-after': 'soon' }, '', undefined],
    [503, { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }, '', undefined],
    [408, {}, '', undefined],
  ] as const) {
    it(`J06 waits ${afterMs} ms, an hour at most, after ${status} with ${JSON.stringify(headers)}${body}`, async () => {
      const { backend, port } = open();
      await backend.setMood({ status, headers, body });
      expect(await port.send(sampleBatch(1), go())).to.deep.equal({ type: 'retry', afterMs });
    });
  }

  it('J07 reads Retry-After given as a date', async () => {
    const { backend, port } = open();
    await backend.setMood({
      status: 503,
      headers: { 'retry-after': new Date(Date.now() + 60_000).toUTCString() },
    });
    const outcome = await port.send(sampleBatch(1), go());
    expect(outcome.type).to.equal('retry');
    expect(outcome.type === 'retry' && outcome.afterMs).to.be.within(50_000, 61_000);
  });

  it('halves what a backend cannot read and takes its verdict per event where there is one', async () => {
    const { backend, port } = open();
    await backend.setMood({ status: 400, body: '{"reason":"bad-request"}' });
    expect(await port.send(sampleBatch(2), go())).to.deep.equal({ type: 'too-large' });
    await backend.setMood({ status: 422, body: '{"rejected":[{"id":"a","reason":"props"}]}' });
    expect(await port.send(sampleBatch(2), go())).to.deep.equal({
      type: 'partly',
      rejected: [{ id: 'a', reason: 'props' }],
    });
  });

  it('pauses with the reason, and with the status where none is given', async () => {
    const { backend, port } = open();
    await backend.setMood({ status: 401, body: '{"reason":"key-unknown"}' });
    expect(await port.send(sampleBatch(1), go())).to.deep.equal({ type: 'pause', reason: 'key-unknown' });
    await backend.setMood({ status: 404, body: 'no', type: 'text/plain' });
    expect(await port.send(sampleBatch(1), go())).to.deep.equal({ type: 'pause', reason: 'http-404' });
  });

  it('J02 tries again after every 5xx, and pauses at refusals it does not know', async () => {
    const { backend, port } = open();
    const outcomes: Record<number, string> = {};
    for (const status of [500, 501, 503, 505, 511, 408, 404, 410, 460, 413]) {
      await backend.setMood({ status, body: '{}' });
      outcomes[status] = (await port.send(sampleBatch(1), go())).type;
    }
    expect(outcomes).to.deep.equal({
      ...Object.fromEntries([500, 501, 503, 505, 511, 408].map((status) => [status, 'retry'])),
      ...Object.fromEntries([404, 410, 460].map((status) => [status, 'pause'])),
      413: 'too-large',
    });
  });

  it('J03 tries again after 408 and halves at 413', async () => {
    const { backend, port } = open();
    await backend.setMood({ status: 408, body: '{}' });
    expect((await port.send(sampleBatch(1), go())).type).to.equal('retry');
    await backend.setMood({ status: 413, body: '{}' });
    expect((await port.send(sampleBatch(1), go())).type).to.equal('too-large');
  });

  it('hands on the token that the backend gives for the device, and nothing else of that name', async () => {
    const { backend, port } = open();
    await backend.setMood({ status: 200, body: '{"type":"accepted","visitorToken":"mine"}' });
    expect(await port.send(sampleBatch(1), go())).to.deep.equal({ type: 'accepted', visitorToken: 'mine' });
    await backend.setMood({ status: 200, body: '{"type":"accepted","visitorToken":{"no":1}}' });
    expect(await port.send(sampleBatch(1), go())).to.deep.equal({ type: 'accepted' });
  });

  it('J19 survives a page whose own fetch throws', async () => {
    const { port } = open();
    const { fetch } = globalThis;
    globalThis.fetch = () => {
      throw new Error('the page has its own');
    };
    try {
      expect((await port.send(sampleBatch(1), go())).type).to.equal('retry');
    } finally {
      globalThis.fetch = fetch;
    }
  });

  it('J20 sends the body plain when it cannot be compressed', async () => {
    const { backend, port } = open();
    const { CompressionStream } = globalThis;
    globalThis.CompressionStream = class {
      constructor() {
        throw new Error('none here');
      }
    } as never;
    try {
      expect((await port.send(sampleBatch(30), go())).type).to.equal('accepted');
    } finally {
      globalThis.CompressionStream = CompressionStream;
    }
    expect((await backend.log()).map(({ encoding }) => encoding)).to.deep.equal(['']);
  });

  it('J20 sends the body plain when its compression stalls', async () => {
    const { backend, port } = open();
    const { CompressionStream, setTimeout: later } = globalThis;
    globalThis.CompressionStream = class {
      readonly readable = new ReadableStream();
      readonly writable = new WritableStream();
    } as never;
    // The second that it is waited for is over at once.
    globalThis.setTimeout = ((act: () => void, ms: number) => later(act, ms === 1000 ? 0 : ms)) as never;
    try {
      expect((await port.send(sampleBatch(30), go())).type).to.equal('accepted');
    } finally {
      Object.assign(globalThis, { CompressionStream, setTimeout: later });
    }
    expect((await backend.log()).map(({ encoding }) => encoding)).to.deep.equal(['']);
  });

  it('J21 counts the last body in bytes, not in letters', () => {
    const { port } = open();
    const letters = JSON.stringify(sampleBatch(10, 2500)).length;
    expect(letters).to.be.below(48 * 1024);
    expect(port.exit(sampleBatch(10, 2500), go())).to.equal(false);
  });

  it('takes an empty 204 for a yes and a login page for none', async () => {
    const { backend, port } = open();
    await backend.setMood({ status: 204, body: '' });
    expect(await port.send(sampleBatch(1), go())).to.deep.equal({ type: 'accepted' });
    await backend.setMood({ status: 200, body: '<html>', type: 'text/html' });
    expect((await port.send(sampleBatch(1), go())).type).to.equal('retry');
  });

  describe('on exit', () => {
    const later = Object.getOwnPropertyDescriptor(globalThis, 'fetchLater');
    const restore = (): void => {
      if (later) Object.defineProperty(globalThis, 'fetchLater', later);
      else Reflect.deleteProperty(globalThis, 'fetchLater');
      Reflect.deleteProperty(navigator, 'sendBeacon');
    };
    const put = (target: object, name: string, value: unknown): void => {
      Object.defineProperty(target, name, { value, configurable: true, writable: true });
    };
    afterEach(restore);

    it('uses fetchLater first and hands over the signal that cancels it', () => {
      const calls: [string, RequestInit][] = [];
      put(globalThis, 'fetchLater', (url: string, init: RequestInit) => calls.push([url, init]));
      const { backend, port } = open();
      const { signal } = new AbortController();
      expect(port.exit(sampleBatch(1), { signal })).to.equal(true);
      expect(calls[0]?.[0]).to.equal(`${backend.url}/v1/batch`);
      expect(calls[0]?.[1].signal).to.equal(signal);
    });

    it('sends a beacon when fetchLater is missing or over its quota', async () => {
      put(globalThis, 'fetchLater', () => {
        throw new DOMException('full', 'QuotaExceededError');
      });
      const { backend, port } = open();
      const batch = sampleBatch(1);
      expect(port.exit(batch, go())).to.equal(true);
      expect(JSON.parse(await firstBody(backend)).batchId).to.equal(batch.batchId);
    });

    it('sends a keepalive request when the beacon is refused', async () => {
      put(globalThis, 'fetchLater', undefined);
      put(navigator, 'sendBeacon', () => false);
      const { backend, port } = open();
      const batch = sampleBatch(1);
      expect(port.exit(batch, go())).to.equal(true);
      expect(JSON.parse(await firstBody(backend)).batchId).to.equal(batch.batchId);
    });
  });

  describe('performing actions', () => {
    it('sends who asks and gives the answer back', async () => {
      const { backend, port } = open();
      const answer = { ok: true, result: { visitorRef: 'ref' }, now: 5 };
      await backend.setMood({ status: 200, body: JSON.stringify(answer) });
      expect(await port.perform({ type: 'visitor-ref' }, { context })).to.deep.equal(answer);
      const [seen] = await backend.log();
      expect(seen?.path).to.equal('v1/actions');
      expect(JSON.parse(seen?.body ?? '')).to.deep.equal({
        v: 1,
        key: 'demo-key',
        ...context,
        action: { type: 'visitor-ref' },
      });
    });

    it('passes a refusal on and names the ones without words', async () => {
      const { backend, port } = open();
      const outcomes: unknown[] = [];
      const moodsSeen: FakeMood[] = [
        { status: 409, body: '{"ok":false,"reason":"already-played"}' },
        { status: 429, body: '' },
        { status: 500, body: '<html>', type: 'text/html' },
        { status: 200, body: '[1]' },
        { cut: true },
      ];
      for (const mood of moodsSeen) {
        await backend.setMood(mood);
        outcomes.push(await port.perform({ type: 'visitor-ref' }, { context }));
      }
      expect(outcomes).to.deep.equal([
        { ok: false, reason: 'already-played' },
        { ok: false, reason: 'rate-limited' },
        { ok: false, reason: 'unavailable' },
        { ok: false, reason: 'unavailable' },
        { ok: false, reason: 'offline' },
      ]);
    });
  });
});
