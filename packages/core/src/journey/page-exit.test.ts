import { expect } from 'chai';
import { everything, startJourney } from '../../../../test/support/journey.ts';

type Frame = Window & { go?: () => void };

const leftOf = (name: string): string[] => Object.keys(localStorage).filter((key) => key.startsWith(name));

describe('journey of a page that goes', () => {
  it('stores what was tracked in the last moment', async () => {
    const name = `regulars/${crypto.randomUUID()}`;
    const frame = document.createElement('iframe');
    const ready = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
    frame.srcdoc = `<script type="module">
      import { everything, startJourney } from '/test/support/journey.ts';
      const { journey, consent } = startJourney('${name}');
      consent.set(everything);
      await journey.ready();
      window.go = () => journey.track('page_viewed', {});
      parent.postMessage('ready');
    </script>`;
    document.body.append(frame);
    await ready;
    (frame.contentWindow as Frame).go?.();
    const gone = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.src = 'about:blank';
    frame.removeAttribute('srcdoc');
    await gone;
    frame.remove();
    const tab = startJourney(name);
    tab.consent.set(everything);
    await tab.journey.ready();
    tab.journey.track('product_viewed', { product: { id: 'a' } });
    await tab.journey.flush();
    const { events } = await tab.journey.exportJourney();
    expect(events.map((event) => event.name)).to.deep.equal([
      'session_started',
      'consent_changed',
      'page_viewed',
      'product_viewed',
    ]);
    expect(tab.journey.profile().counts.page_viewed?.total).to.equal(1);
    expect(leftOf(name)).to.deep.equal([]);
    await tab.end();
  });

  it('leaves nothing without consent, and takes it back when consent is withdrawn', async () => {
    const { journey, consent, end, name } = startJourney();
    journey.track('page_viewed', {});
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(leftOf(name)).to.deep.equal([]);
    consent.set(everything);
    await journey.ready();
    journey.track('page_viewed', {});
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(leftOf(name)).to.have.length(1);
    consent.set(['functional']);
    expect(leftOf(name)).to.deep.equal([]);
    await end();
  });

  it('J28 keeps what two tabs left at the same time, and takes it in before anything new is tracked', async () => {
    const one = startJourney();
    const two = startJourney(one.name);
    for (const { consent, journey } of [one, two]) {
      consent.set(everything);
      await journey.ready();
    }
    const ids = [one, two].map(({ journey }) => journey.track('page_viewed', {}));
    // Nothing of this page is written any more.
    for (const { storage } of [one, two])
      Object.assign(storage.base, { run: () => Promise.reject(new DOMException('gone', 'AbortError')) });
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    const next = startJourney(one.name);
    next.consent.set(everything);
    await next.journey.ready();
    const { events } = await next.journey.exportJourney();
    expect(events.map(({ id }) => id)).to.include.members(ids);
    expect(leftOf(one.name)).to.deep.equal([]);
    await next.end();
  });

  it('counts once what was both left and written', async () => {
    const { journey, consent, end, name } = startJourney();
    consent.set(everything);
    await journey.ready();
    journey.track('page_viewed', {});
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await journey.flush();
    journey.track('product_viewed', { product: { id: 'a' } });
    await journey.flush();
    expect(journey.profile().counts.page_viewed?.total).to.equal(1);
    const { events } = await journey.exportJourney();
    expect(events.filter(({ name }) => name === 'page_viewed')).to.have.length(1);
    expect(leftOf(name)).to.deep.equal([]);
    await end();
  });

  it('reads the end of a long log alone for what a page left', async () => {
    const { journey, consent, storage, end } = startJourney();
    consent.set(everything);
    await journey.ready();
    journey.track('page_viewed', {});
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    // As the last sweep noted it.
    await storage.base.run(['kv'], 'readwrite', ({ kv }) => kv.put({ off: 5000 }, 'analytics/size'));
    const { getAll } = IDBObjectStore.prototype;
    const from: unknown[] = [];
    IDBObjectStore.prototype.getAll = function (query, count) {
      if (this.name === 'log') from.push(Object(query).lower);
      return getAll.call(this, query as IDBKeyRange, count);
    };
    try {
      await journey.flush();
    } finally {
      IDBObjectStore.prototype.getAll = getAll;
    }
    expect(from).to.deep.equal([5000 - 64]);
    expect((await journey.exportJourney()).events.map(({ name }) => name)).to.include('page_viewed');
    await end();
  });

  it('writes what a click led to before its page can go', async () => {
    const { journey, consent, end } = startJourney();
    consent.set(everything);
    await journey.ready();
    const stored = new Promise<void>((resolve) => journey.onStored(() => resolve()));
    const link = document.createElement('a');
    link.addEventListener('click', (event) => {
      event.stopPropagation();
      journey.track('product_clicked', { product: { id: 'a' } });
    });
    document.body.append(link);
    // Whatever waits for a clock never comes: only the click can have written it.
    const { setTimeout: timer } = globalThis;
    globalThis.setTimeout = ((act: () => void, ms = 0) => (ms > 0 ? 0 : timer(act))) as typeof setTimeout;
    try {
      link.click();
      await stored;
    } finally {
      globalThis.setTimeout = timer;
    }
    link.remove();
    await end();
  });
});
