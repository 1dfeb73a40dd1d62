import { createCore } from '@regulars/core';
import { campaigns, type Presenter, presenterPort } from '@regulars/core/campaigns';
import { expect } from 'chai';
import { createTestFiles, newDevice, startEngine, type TestEngine } from '../../../../test/support/engine.ts';
import { compileDocument } from '../rules/compile-campaign.ts';
import { compiledForm } from '../rules/compiled-form.ts';

const all = ['functional', 'analytics', 'personalization'] as const;
const tour = {
  id: 'hello',
  status: 'live',
  trigger: { on: 'page' },
  placement: { overlay: 'tour' },
  widget: { type: 'tour', props: { steps: [{ id: 'one', body: 'body' }] } },
  content: { en: { body: 'Hello' } },
};
const documentOf = (...list: readonly object[]) => ({
  formatVersion: 1,
  revision: 1,
  zone: 'Europe/Sofia',
  fallbackLocales: ['en'],
  campaigns: list,
});

describe('a published document', () => {
  const running: TestEngine[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });
  /** Runs a page over the text of a document that bears the mark. */
  const page = async (document: object): Promise<TestEngine> => {
    const resources = createTestFiles({ 'campaigns.json': JSON.stringify(document) });
    const engine = startEngine(newDevice(), 'campaigns.json', { resources });
    running.push(engine);
    engine.setConsent(all);
    await engine.idle();
    return engine;
  };
  const outcomes = (engine: TestEngine) =>
    Object.fromEntries(engine.inspect().campaigns.map(({ id, outcome }) => [id, outcome]));
  const published = (...list: readonly object[]) => ({ compiled: compiledForm, ...documentOf(...list) });

  it('is decided as it stands', async () => {
    const { document } = compileDocument(documentOf(tour));
    expect(document).to.include({ compiled: compiledForm });
    const engine = await page({ ...document });
    expect(engine.problems).to.deep.equal([]);
    expect(engine.host.read('overlay')).to.include({ campaignId: 'hello' });
  });

  it('may compare times', async () => {
    const before = { attr: 'visitor.firstSeen', op: 'before', value: '2099-01-01' };
    const engine = await page(published({ ...tour, audience: { any: [before] } }));
    engine.track('cart_viewed', {});
    await engine.idle();
    expect(engine.problems).to.deep.equal([]);
    expect(outcomes(engine)).to.deep.equal({ hello: 'reserved' });
  });

  it('of another form is checked again', async () => {
    const engine = await page({
      ...published({ ...tour, trigger: 'never' }, { ...tour, id: 'good' }),
      compiled: 0,
    });
    expect(engine.problems).to.deep.equal(['trigger-invalid hello']);
    expect(outcomes(engine)).to.deep.equal({ good: 'reserved' });
  });

  it('whose operator nobody here knows shows nothing of that campaign and names it once', async () => {
    const odd = { ...tour, priority: 9, audience: { attr: 'session.count', op: 'resembles', value: 1 } };
    const engine = await page(published(odd, { ...tour, id: 'good' }));
    engine.track('cart_viewed', {});
    await engine.idle();
    expect(engine.problems).to.deep.equal(['operator-unknown hello']);
    expect(outcomes(engine)).to.deep.equal({ hello: 'refused', good: 'reserved' });
  });

  it('whose widget nobody here knows shows nothing of that campaign and names it once', async () => {
    const odd = { ...tour, priority: 9, widget: { type: 'hologram', props: {} } };
    const engine = await page(published(odd, { ...tour, id: 'good' }));
    engine.track('cart_viewed', {});
    await engine.idle();
    expect(engine.problems).to.deep.equal(['widget-unknown hello']);
    expect(outcomes(engine)).to.deep.equal({ hello: 'refused', good: 'reserved' });
  });

  it('reaches no prototype', async () => {
    const text = JSON.stringify(published(tour)).replace('{', '{"__proto__":{"polluted":1},');
    const resources = createTestFiles({ 'campaigns.json': text });
    const engine = startEngine(newDevice(), 'campaigns.json', { resources });
    running.push(engine);
    engine.setConsent(all);
    await engine.idle();
    expect('polluted' in {}).to.equal(false);
    expect(outcomes(engine)).to.deep.equal({ hello: 'reserved' });
  });
});

describe('rules of a game', () => {
  it('lead to the language of the texts', async () => {
    const shown: unknown[] = [];
    const presenter: Presenter = {
      type: 'wheel',
      refusal: () => null,
      open({ widget, pool, lang }) {
        shown.push([
          lang,
          'rulesUrl' in widget.props && widget.props.rulesUrl,
          pool?.rulesUrl,
          pool?.freeEntry?.url,
        ]);
        return () => {};
      },
    };
    const wheel = {
      ...tour,
      purpose: 'necessary',
      placement: { slot: 'aside' },
      widget: { type: 'wheel', props: { draw: 'thanks', showOdds: true, rulesUrl: '/{{lang}}/rules' } },
      content: { bg: { title: 'Награда' } },
    };
    const pools = {
      thanks: { prizes: [], rulesUrl: '/rules?l={{lang}}', freeEntry: { url: '/{{lang}}/free' } },
    };
    const { name, key } = newDevice();
    const core = createCore({
      ...{ namespace: name, key, attention: `${name}-attention`, locale: 'bg-BG' },
      parts: [
        { name: 'own', start: ({ ports }) => ports.provide(presenterPort, presenter) },
        campaigns({ document: { ...documentOf(wheel), pools } }),
      ],
    });
    await core.idle();
    await core.stop();
    expect(shown).to.deep.equal([['bg', '/bg/rules', '/rules?l=bg', '/bg/free']]);
  });
});

describe('campaigns without a host', () => {
  it('show through a presenter of one’s own, by profile and caps', async () => {
    const device = newDevice();
    const shown: string[] = [];
    const problems: string[] = [];
    const presenter: Presenter = {
      type: 'tour',
      refusal: () => null,
      open({ campaign, slot }, events) {
        shown.push(`${campaign.id} in ${slot}`);
        events.shown();
        return () => {};
      },
    };
    const loyal = {
      ...tour,
      id: 'loyal',
      placement: { slot: 'aside' },
      audience: { did: 'product_viewed', count: { gte: 2 } },
    };
    const visit = async (): Promise<void> => {
      const core = createCore({
        namespace: device.name,
        attention: `${device.name}-attention`,
        key: device.key,
        onProblem: ({ code }) => problems.push(code),
        parts: [
          { name: 'own', start: ({ ports }) => ports.provide(presenterPort, presenter) },
          campaigns({ document: documentOf(tour, loyal) }),
        ],
      });
      core.setConsent(all);
      await core.idle();
      for (const id of ['a', 'b']) core.track('product_viewed', { product: { id } });
      await core.idle();
      expect(problems).to.deep.equal([]);
      await core.stop();
    };
    await visit();
    expect(shown).to.have.members(['hello in overlay', 'loyal in aside']);
    // An overlay without a `frequency` shows once, on the next page as well.
    await visit();
    expect(shown.slice(2)).to.deep.equal(['loyal in aside']);
  });
});
