import { expect } from 'chai';
import { everything, startJourney } from '../../../../test/support/journey.ts';

type Frame = Window & { go?: () => void };

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
    await tab.end();
  });

  it('counts once what was both left and written', async () => {
    const { journey, consent, end } = startJourney();
    consent.set(everything);
    await journey.ready();
    journey.track('page_viewed', {});
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await journey.flush();
    journey.track('product_viewed', { product: { id: 'a' } });
    await journey.flush();
    expect(journey.profile().counts.page_viewed?.total).to.equal(1);
    const { events, stores } = await journey.exportJourney();
    expect(events.filter(({ name }) => name === 'page_viewed')).to.have.length(1);
    expect(stores.sess?.map(([key]) => key)).to.deep.equal(['now']);
    await end();
  });
});
