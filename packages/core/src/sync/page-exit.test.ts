import { expect } from 'chai';
import { createTestDestination } from '../../../../test/support/destination.ts';
import { everything, startJourney } from '../../../../test/support/journey.ts';
import { createId } from '../lib/id.ts';
import { deliverTo } from './sync-engine.ts';

describe('delivery of a page that is navigated away', () => {
  it('leaves its lease: the next page sends everything at once', async () => {
    const name = `regulars/${crypto.randomUUID()}`;
    const frame = document.createElement('iframe');
    const sends = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
    frame.srcdoc = `<script type="module">
      import { everything, startJourney } from '/test/support/journey.ts';
      import { createTestDestination } from '/test/support/destination.ts';
      import { deliverTo } from '/packages/core/src/sync/sync-engine.ts';
      const { journey, consent, storage, problems, now, signal } = startJourney('${name}');
      const send = () => {
        parent.postMessage('sending');
        return new Promise(() => {});
      };
      const newId = () => crypto.randomUUID();
      const shared = { journey, consent, storage, problems, now, signal, newId, random: Math.random };
      deliverTo([createTestDestination({ send })])({ ...shared, key: 'key', credentials: { customer: null } });
      consent.set(everything);
      await journey.ready();
      journey.track('order_placed', { orderId: 'o1', products: [] });
    </script>`;
    document.body.append(frame);
    await sends;
    const gone = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.src = 'about:blank';
    frame.removeAttribute('srcdoc');
    await gone;
    frame.remove();

    const tab = startJourney(name);
    const backend = createTestDestination();
    const { journey, consent, storage, problems, now, signal } = tab;
    const shared = { journey, consent, storage, problems, now, signal, random: Math.random };
    const newId = (): string => createId(now(), Math.random);
    const sync = deliverTo([backend])({ ...shared, newId, key: 'key', credentials: { customer: null } });
    consent.set(everything);
    await journey.ready();
    await sync.send();
    expect(backend.batches.flatMap(({ events }) => events).map((event) => event.name)).to.include(
      'order_placed',
    );
    await tab.end();
    await sync.stop();
  });
});
