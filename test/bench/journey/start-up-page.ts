/** The page of a shop with campaigns and delivery, started when the bench says so. */
import { httpAdapter } from '@regulars/adapters/http';
import { type Core, createCore, deliverTo, hostPart } from '@regulars/core';
import { campaigns } from '@regulars/core/campaigns';
import { collect } from '@regulars/core/collect';
import { tours } from '@regulars/core/tours';
import type { Segment } from '../../../packages/core/src/rules/segment.ts';
import { sampleDocument } from '../../support/sample-document.ts';

/** What the bench may do in the page. */
export interface StartUpPage {
  /** Starts the engine; resolves with the ms until the document's campaign is decided, and until nothing is under way. */
  start(shiftMs: number): Promise<{ readonly decidedMs: number; readonly idleMs: number }>;
  /** Fills the log with so many events: segments as tracking writes them, again and again. */
  fill(count: number): Promise<void>;
}

let core: Core | undefined;
const task = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const startUp: StartUpPage = {
  async start(shiftMs) {
    const from = performance.now();
    const engine = createCore({
      namespace: 'regulars/bench',
      key: 'bench',
      clock: () => Date.now() + shiftMs,
      parts: [collect(), hostPart(), campaigns({ document: sampleDocument }), tours()],
      delivery: deliverTo([httpAdapter({ endpoint: location.origin, key: 'bench' })]),
    });
    core = engine;
    engine.setConsent(['functional', 'analytics', 'personalization']);
    await engine.ready;
    // Asked of the part alone: the whole inspector would read the log.
    const part = engine.rooms.parts.find(({ name }) => name === 'campaigns');
    const isDecided = (): boolean => {
      const { campaigns: all = [] } = Object(part?.inspect?.()) as { campaigns?: readonly unknown[] };
      return all.length > 0;
    };
    while (!isDecided()) await task();
    const decidedMs = performance.now() - from;
    await engine.idle();
    return { decidedMs, idleMs: performance.now() - from };
  },
  async fill(count) {
    for (let one = 0; one < 64; one++)
      core?.track('custom_recorded', { label: 'bench', values: { product: 'hat-1', price: 20 } });
    await core?.journey.flush();
    await core?.rooms.storage.base.run(['log'], 'readwrite', async ({ log }) => {
      const [, segment] = (await log.entries<Segment>()).find(([, { n }]) => n > 30) ?? [];
      if (!segment) throw new Error('the log holds no long segment');
      const writes = [];
      for (let held = 0; held < count; held += segment.n) writes.push(log.put(segment));
      await Promise.all(writes);
    });
  },
};
Object.assign(globalThis, { startUp });
