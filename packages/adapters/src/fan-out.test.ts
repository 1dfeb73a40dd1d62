import { deliverTo } from '@regulars/core';
import { expect } from 'chai';
import { createTestDestination } from '../../../test/support/destination.ts';
import { everything, startJourney } from '../../../test/support/journey.ts';
import { sampleBatch } from './contract.ts';
import { type Branch, fanOut } from './fan-out.ts';

/** A journey with one more event, offered once to the branches. */
async function sendTo(branches: readonly Branch[]) {
  const tab = startJourney();
  const ending = new AbortController();
  const sync = deliverTo(fanOut(branches))({
    ...tab,
    key: 'test-key',
    credentials: { customer: null },
    random: () => 0.5,
    newId: () => crypto.randomUUID(),
    signal: ending.signal,
  });
  tab.consent.set(everything);
  await tab.journey.ready();
  tab.journey.track('page_viewed', {});
  await tab.journey.flush();
  await sync.send();
  const end = async (): Promise<void> => {
    ending.abort();
    await sync.stop();
    await tab.end();
  };
  return { tab, sync, end };
}

describe('fan-out', () => {
  const go = { signal: new AbortController().signal };

  it('J08 lets no failing destination hold the others: each has its own cursor', async () => {
    const good = createTestDestination();
    const bad = createTestDestination();
    bad.answers.push({ type: 'retry', afterMs: 60_000 });
    const { tab, sync, end } = await sendTo([
      { port: bad, id: 'bad' },
      { port: good, id: 'good' },
    ]);
    expect([bad.accepted.length, good.accepted.length]).to.deep.equal([0, 3]);
    tab.clock.ms += 60_000;
    await sync.send();
    expect(bad.accepted).to.deep.equal(good.accepted);
    await end();
  });

  it('gives a destination only what its purpose and its list of events allow', async () => {
    const port = createTestDestination();
    const [marketing, searches] = fanOut([
      { port, id: 'marketing', purpose: 'marketing' },
      { port, id: 'searches', events: ['search_performed'] },
    ]);
    const batch = sampleBatch(2);
    expect(await marketing?.send(batch, go)).to.deep.equal({ type: 'accepted' });
    expect(marketing?.exit(batch, go)).to.equal(false);
    expect(port.batches).to.deep.equal([]);
    await searches?.send(batch, go);
    expect(port.batches[0]?.events).to.have.length(2);
  });

  it('sends nothing that is no longer allowed: what was captured under a purpose stays here once it is withdrawn', async () => {
    const marketing = createTestDestination();
    const plain = createTestDestination();
    for (const { answers } of [marketing, plain]) answers.push({ type: 'retry', afterMs: 60_000 });
    const { tab, sync, end } = await sendTo([
      { port: marketing, id: 'marketing', purpose: 'marketing' },
      { port: plain, id: 'plain' },
    ]);
    tab.consent.set(['functional', 'analytics', 'personalization']);
    await tab.journey.flush();
    tab.clock.ms += 60_000;
    dispatchEvent(new PageTransitionEvent('pagehide'));
    await sync.send();
    expect(plain.accepted.length).to.be.greaterThan(2);
    expect([marketing.accepted, marketing.exits]).to.deep.equal([[], []]);
    await end();
  });

  it('refuses two destinations of one name, whose cursors would be one', () => {
    const port = createTestDestination();
    expect(() => fanOut([{ port }, { port }])).to.throw(TypeError, 'named "test"');
  });
});
