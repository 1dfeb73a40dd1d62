import { type CampaignDocument, campaignDocument } from '@regulars/schema';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  createTestFiles,
  documentOf,
  newDevice,
  startEngine,
  type TestEngine,
} from '../../../../test/support/engine.ts';
import { compileDocument } from '../rules/compile-campaign.ts';
import { quietReason } from './quiet-rules.ts';
import { searchWaitMs } from './search-arrival.ts';

const all = ['functional', 'analytics', 'personalization'] as const;
const modal = {
  id: 'hello',
  status: 'live',
  trigger: { on: 'click', selector: '.js-hello' },
  placement: { overlay: 'tour' },
  widget: { type: 'tour', props: { steps: [{ id: 'one', body: 'body' }] } },
  content: { en: { body: 'Hello' } },
};

describe('quiet rules', () => {
  const start = location.href;
  const reasonAt = (path: string, options: Partial<Parameters<typeof quietReason>[0]> = {}) => {
    history.replaceState(null, '', path);
    return quietReason({ quietPaths: [], checkoutStarted: false, ...options });
  };
  const added: Element[] = [];
  const add = (html: string): HTMLElement => {
    const box = document.createElement('div');
    box.innerHTML = html;
    document.body.append(box);
    added.push(box);
    return box.firstElementChild as HTMLElement;
  };
  afterEach(() => {
    history.replaceState(null, '', start);
    for (const one of added.splice(0)) one.remove();
  });

  const quiet = [
    '/checkout',
    '/checkout/payment',
    '/en/checkouts/cn/abc',
    '/checkout/onepage/',
    '/order',
    '/pl/zamowienie',
    '/kasa/',
    '/%D0%BF%D0%BB%D0%B0%D1%89%D0%B0%D0%BD%D0%B5',
    '/ru/%D0%BE%D1%84%D0%BE%D1%80%D0%BC%D0%BB%D0%B5%D0%BD%D0%B8%D0%B5-%D0%B7%D0%B0%D0%BA%D0%B0%D0%B7%D0%B0',
    '/onestepcheckout.html',
  ];
  for (const path of quiet) {
    it(`keep ${path} quiet`, () => expect(reasonAt(path)).to.equal('checkout'));
  }
  for (const path of ['/', '/c/checkout-bags', '/order/123', '/p/kasai-vase']) {
    it(`leave ${path} alone`, () => expect(reasonAt(path)).to.equal(null));
  }
  it('follow the checkout event, the paths of the document and a mark of the shop', () => {
    expect(reasonAt('/', { checkoutStarted: true })).to.equal('checkout');
    expect(reasonAt('/account/payment-methods', { quietPaths: ['/account/payment*'] })).to.equal(
      'quiet-path',
    );
    add('<div data-regulars-quiet>Sign here</div>');
    expect(reasonAt('/')).to.equal('quiet-field');
  });
  it('wait out the first seconds after a search, and no other arrival', () => {
    for (const from of [
      'https://www.google.bg/',
      'https://duckduckgo.com/?q=x',
      'https://search.yahoo.co.jp/',
      'https://ya.ru/',
    ])
      expect(searchWaitMs(from, 1000), from).to.equal(5000);
    for (const from of [
      '',
      'https://shop.example/',
      'https://google.example.com.evil.test/',
      'https://notgoogle.com/',
      'about:blank',
    ])
      expect(searchWaitMs(from, 1000), from).to.equal(0);
    expect(searchWaitMs('https://www.google.bg/', 6000)).to.equal(0);
  });
  it('follow a visible card field, not a hidden one', () => {
    const field = add('<input autocomplete="cc-number">');
    expect(reasonAt('/')).to.equal('quiet-field');
    field.hidden = true;
    expect(reasonAt('/')).to.equal(null);
  });
  it('follow an open dialog', () => {
    const dialog = add('<dialog>Cart</dialog>') as HTMLDialogElement;
    expect(reasonAt('/')).to.equal(null);
    dialog.showModal();
    expect(reasonAt('/')).to.equal('dialog');
  });
  it('leave a visitor in peace who is at what is held of them', () => {
    const [slot, other] = [add('<regulars-slot></regulars-slot>'), add('<button>Elsewhere</button>')];
    const held = document.createElement('regulars-privacy');
    slot.attachShadow({ mode: 'open' }).append(held);
    const inside = held.attachShadow({ mode: 'open' });
    inside.innerHTML = '<button>Erase</button>';
    inside.querySelector('button')?.focus();
    expect(reasonAt('/')).to.equal('dialog');
    other.focus();
    expect(reasonAt('/')).to.equal(null);
  });
  it('follow typing, not a field that only has the focus', () => {
    const field = add('<input type="search">') as HTMLInputElement;
    field.focus();
    expect(reasonAt('/')).to.equal(null);
    field.value = 'hat';
    expect(reasonAt('/')).to.equal('typing');
  });
});

describe('campaigns', () => {
  const running: TestEngine[] = [];
  const start = (...args: Parameters<typeof startEngine>): TestEngine => {
    const engine = startEngine(...args);
    running.push(engine);
    return engine;
  };
  const click = (selector: string): void => {
    const button = document.createElement('button');
    button.className = selector;
    document.body.append(button);
    button.click();
    button.remove();
  };
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });

  it('open what a click asks for, without consent', async () => {
    const engine = start(newDevice(), documentOf(modal));
    await engine.idle();
    expect(engine.inspect().campaigns[0]?.outcome).to.equal('waiting');
    click('js-hello');
    await engine.idle();
    expect(engine.host.read('overlay')).to.include({ campaignId: 'hello' });
  });

  it('name a selector that is none once, and hear the other clicks', async () => {
    const broken = { ...modal, id: 'broken', trigger: { on: 'click', selector: 'a[' } };
    const engine = start(newDevice(), documentOf(broken, modal));
    await engine.idle();
    click('other');
    click('js-hello');
    await engine.idle();
    expect(engine.problems).to.deep.equal(['selector-invalid broken']);
    expect(engine.host.read('overlay')).to.include({ campaignId: 'hello' });
  });

  it('fire after an event and after a delay, each once a page view', async () => {
    const byEvent = { ...modal, id: 'by-event', trigger: { on: 'event', event: 'cart_viewed' } };
    const byDelay = { ...modal, id: 'by-delay', priority: 1, trigger: { on: 'delay', ms: 30 } };
    const engine = start(newDevice(), documentOf(byEvent, byDelay));
    engine.setConsent(all);
    await engine.idle();
    const firedOf = () => engine.inspect().campaigns.map(({ reasons }) => reasons[0]?.why);
    expect(firedOf()[0]).to.equal('not-fired');
    await new Promise<void>((resolve) => {
      engine.host.subscribe('overlay', resolve);
      if (engine.host.read('overlay')) resolve();
    });
    engine.track('cart_viewed', {});
    await engine.idle();
    expect(firedOf()).to.deep.equal(['fired', 'fired']);
    expect(engine.host.read('overlay')).to.include({ campaignId: 'by-delay' });
  });

  it('use the stored copy of the document at once and a newer one on the next page', async () => {
    const device = newDevice();
    const pageWith = async (name: string): Promise<readonly string[]> => {
      const files = createTestFiles({ 'campaigns.json': JSON.stringify(documentOf({ ...modal, id: name })) });
      const engine = start(device, 'campaigns.json', { resources: files });
      engine.setConsent(all);
      await engine.idle();
      expect(files.loaded).to.deep.equal(['campaigns.json']);
      const found = engine.inspect().campaigns.map(({ id }) => id);
      await engine.stop();
      return found;
    };
    expect(await pageWith('first')).to.deep.equal(['first']);
    expect(await pageWith('second')).to.deep.equal(['first']);
    expect(await pageWith('third')).to.deep.equal(['second']);
  });

  it('keep a document as it was checked, with what was refused of it', async () => {
    const device = newDevice();
    const source = documentOf(modal, { ...modal, id: 'bad', widget: { type: 'hologram', props: {} } });
    const audience = { use: 'toString' };
    const body = JSON.stringify({
      ...source,
      campaigns: [...source.campaigns, { ...modal, id: 'own', audience }],
    });
    const resources = createTestFiles({ 'campaigns.json': body });
    for (const page of ['first', 'second']) {
      const engine = start(device, 'campaigns.json', { resources });
      engine.setConsent(all);
      await engine.idle();
      expect(
        engine.inspect().campaigns.map(({ id }) => id),
        page,
      ).to.deep.equal(['hello']);
      expect(engine.problems, page).to.deep.equal(['widget-unknown bad', 'audience-unknown own']);
      await engine.stop();
    }
  });

  it('keep the document to themselves while nothing may be stored', async () => {
    const device = newDevice();
    const files = createTestFiles({ 'campaigns.json': JSON.stringify(documentOf(modal)) });
    const engine = start(device, 'campaigns.json', { resources: files });
    engine.setConsent([]);
    await engine.idle();
    expect((await indexedDB.databases()).map(({ name }) => name)).not.to.include(device.name);
  });

  it('say so when the control file does not answer, and decide with what they hold', async () => {
    const engine = start(newDevice(), documentOf(modal), {
      control: 'control.json',
      resources: createTestFiles({}),
    });
    await engine.idle();
    expect(engine.problems).to.deep.equal(['control-unanswered control.json']);
    expect(await engine.open('hello')).to.equal(true);
  });

  it('decide the slots of a route anew', async () => {
    const here = location.href;
    const onRoute = { ...modal, id: 'on-route', trigger: { on: 'page', path: '/route' } };
    const engine = start(newDevice(), documentOf(onRoute));
    engine.setConsent(all);
    await engine.idle();
    expect(engine.inspect().campaigns[0]?.outcome).to.equal('waiting');
    history.pushState(null, '', '/route');
    engine.page();
    await engine.idle();
    expect(engine.host.read('overlay')).to.include({ campaignId: 'on-route' });
    history.replaceState(null, '', here);
  });

  it('compile a document alike live and as the validator returns it', () => {
    const value = fc.constantFrom('a', 1, true, { value: 5, currency: 'EUR' });
    const condition = fc.oneof(
      fc.record({
        attr: fc.constantFrom('cart.total', 'page.path'),
        op: fc.constantFrom('eq', 'gte', 'in', 'glob'),
        value,
      }),
      fc.record({ did: fc.constant('order_placed'), withinDays: fc.integer({ min: 1, max: 30 }) }),
    );
    const audience = fc.oneof(
      condition,
      fc.record({ all: fc.array(condition, { minLength: 1 }) }),
      fc.record({ not: condition }),
    );
    fc.assert(
      fc.property(audience, fc.integer(), fc.boolean(), (found, priority, isLive) => {
        const source = documentOf({
          ...modal,
          audience: found,
          priority,
          status: isLive ? 'live' : 'paused',
        });
        const parsed = campaignDocument.parse(source) satisfies CampaignDocument;
        expect(compileDocument(JSON.stringify(source))).to.deep.equal(compileDocument(parsed));
        expect(compileDocument(source).problems).to.deep.equal([]);
      }),
    );
  });
});
