import type { EventName } from '@regulars/schema';
import { expect } from 'chai';
import { everything, startJourney, type TestJourney } from '../../../../test/support/journey.ts';
import { until } from '../../../../test/support/until.ts';
import { startCollecting } from './collect.ts';
import type { Collecting, Collector } from './collector.ts';
import { dataLayer } from './data-layer/index.ts';
import { engagement } from './engagement.ts';
import { structuredData } from './structured-data/index.ts';

interface Page {
  readonly tab: TestJourney;
  readonly collecting: Collecting & { stop(): void };
  readonly heard: [EventName, object][];
}

const watchedEngagement = (tab: TestJourney): object | undefined =>
  tab.journey.waiting().find(({ name }) => name === 'engagement_recorded')?.props;

describe('collectors', () => {
  const running: Page[] = [];
  const nodes: HTMLElement[] = [];
  const address = location.href;
  const start = (collectors: readonly Collector[] = [], granted = true): Page => {
    const tab = startJourney();
    if (granted) tab.consent.set(everything);
    const heard: [EventName, object][] = [];
    tab.journey.onEvent(({ name, props }) => heard.push([name, props]));
    const { journey, consent, problems, now } = tab;
    const started = startCollecting(collectors, { journey, consent, problems, now });
    const collecting = { ...started.collecting, stop: started.stop };
    const page = { tab, collecting, heard };
    running.push(page);
    return page;
  };
  const addJsonLd = (value: unknown): void => {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.textContent = typeof value === 'string' ? value : JSON.stringify(value);
    document.head.append(script);
    nodes.push(script);
  };
  const hat = {
    '@type': 'Product',
    sku: 'hat-1',
    name: 'Hat',
    category: 'hats',
    brand: { '@type': 'Brand', name: 'Parapet' },
    offers: { price: '20.00', priceCurrency: 'EUR', availability: 'https://schema.org/InStock' },
  };
  const layer = (): unknown[] => Reflect.get(window, 'dataLayer');
  afterEach(async () => {
    for (const { tab, collecting } of running.splice(0)) {
      collecting.stop();
      await tab.end();
    }
    for (const node of nodes.splice(0)) node.remove();
    Reflect.deleteProperty(window, 'dataLayer');
    history.replaceState(null, '', address);
  });

  it('records the load of a page once, and each route of a single-page shop', async () => {
    const { heard, tab } = start();
    history.pushState(null, '', '/hats?utm_source=letter&gclid=g1');
    const views = (): object[] => heard.filter(([name]) => name === 'page_viewed').map(([, props]) => props);
    await until(() => views().length === 2);
    const seen = (): string[] => tab.journey.inspect().recent.map(({ event }) => event.page.url);
    expect(seen()).to.include(`${location.origin}/hats`);
    history.replaceState(null, '', '/hats?utm_source=letter&gclid=g1#top');
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    history.pushState(null, '', '/shoes');
    await until(() => views().length === 3 && seen().includes(`${location.origin}/shoes`));
    expect(views()).to.have.length(3);
    expect(views()[0]).to.include({ kind: 'load' });
    expect(views()[1]).to.deep.include({ kind: 'route', utm: { source: 'letter', gclid: 'g1' } });
    expect(views()[2]).to.include({ kind: 'route' });
  });

  it('records routes without the Navigation API too, and gives the two methods of the history back', async () => {
    const own = Object.getOwnPropertyDescriptor(window, 'navigation');
    Object.defineProperty(window, 'navigation', { configurable: true, value: undefined });
    const { pushState, replaceState } = history;
    try {
      const { heard, collecting } = start();
      const routes = (): number =>
        heard.filter(([name, props]) => name === 'page_viewed' && 'kind' in props && props.kind === 'route')
          .length;
      history.pushState(null, '', '/old-hats');
      await until(() => routes() === 1);
      history.replaceState(null, '', '/old-shoes');
      await until(() => routes() === 2);
      history.back();
      await until(() => routes() === 3);
      collecting.stop();
    } finally {
      if (own) Object.defineProperty(window, 'navigation', own);
      else Reflect.deleteProperty(window, 'navigation');
    }
    expect(history.pushState).to.equal(pushState);
    expect(history.replaceState).to.equal(replaceState);
  });

  it('counts the page of an answer as a visit under functional alone, and records nothing of it', async () => {
    const { tab } = start([], false);
    tab.consent.set(['functional', 'marketing']);
    await tab.journey.ready();
    await tab.journey.flush();
    expect(tab.journey.sessionNumber()).to.equal(1);
    expect((await tab.journey.exportJourney()).events).to.deep.equal([]);
    // A later yes to more records the page, once.
    tab.consent.set(everything);
    await tab.journey.ready();
    await tab.journey.flush();
    const { events } = await tab.journey.exportJourney();
    expect(events.filter(({ name }) => name === 'page_viewed')).to.have.length(1);
    expect(tab.journey.sessionNumber()).to.equal(1);
  });

  it('J56 records a page that comes back from the back-forward cache', () => {
    const { tab } = start();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    const kinds = tab.journey.inspect().recent.map(({ event }) => (event.props as { kind?: string }).kind);
    expect(kinds).to.deep.equal(['restore', 'load']);
  });

  it('J52 records the current page once on a grant, and nothing from before', async () => {
    const { tab, collecting } = start([], false);
    collecting.record('shop', 'product_viewed', { product: { id: 'a' } });
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    tab.consent.set(everything);
    tab.consent.set(['functional', 'analytics']);
    await tab.journey.ready();
    await tab.journey.flush();
    const { events } = await tab.journey.exportJourney();
    const views = events.filter(({ name }) => name === 'page_viewed' || name === 'product_viewed');
    expect(views.map(({ name, props }) => [name, (props as { kind?: string }).kind])).to.deep.equal([
      ['page_viewed', 'grant'],
    ]);
  });

  it('reads the product of a page from its JSON-LD', () => {
    addJsonLd('{ broken');
    addJsonLd({ '@graph': [{ '@type': 'BreadcrumbList' }, hat] });
    const { tab } = start([structuredData()]);
    const [seen] = tab.journey.inspect().recent;
    expect(seen?.event.props).to.deep.equal({
      product: {
        id: 'hat-1',
        title: 'Hat',
        category: 'hats',
        brand: 'Parapet',
        price: { value: 2000, currency: 'EUR' },
        inStock: true,
      },
    });
  });

  it('takes a page with several products for a list, not a product page', () => {
    addJsonLd([hat, { ...hat, sku: 'hat-2' }]);
    const { tab } = start([structuredData()]);
    expect(tab.journey.inspect().recent.map(({ event }) => event.name)).to.deep.equal(['page_viewed']);
  });

  it('reads Open Graph where there is no JSON-LD', async () => {
    for (const [property, content] of [
      ['product:retailer_item_id', 'coat-1'],
      ['og:title', 'Coat'],
      ['product:price:amount', '1500'],
      ['product:price:currency', 'JPY'],
    ]) {
      const meta = document.createElement('meta');
      meta.setAttribute('property', property ?? '');
      meta.content = content ?? '';
      document.head.append(meta);
      nodes.push(meta);
    }
    const { tab } = start([structuredData()]);
    const seen = () => tab.journey.inspect().recent.find(({ event }) => event.name === 'product_viewed');
    expect((await until(seen)).event.props).to.deep.equal({
      product: { id: 'coat-1', title: 'Coat', price: { value: 1500, currency: 'JPY' } },
    });
  });

  it('reads GA4 pushes from before and after, as objects and as gtag arguments', async () => {
    const item = { item_id: 'hat-1', item_name: 'Hat', price: 20.5, item_category: 'hats', quantity: 2 };
    Reflect.set(window, 'dataLayer', [
      { event: 'view_item', ecommerce: { currency: 'EUR', items: [item] } },
      { ecommerce: null },
      'noise',
      null,
    ]);
    const { tab } = start([dataLayer()]);
    layer().push({ event: 'add_to_cart', ecommerce: { currency: 'EUR', items: [item] } });
    layer().push(
      { event: 'gtm.click' },
      { 0: 'event', 1: 'search', 2: { search_term: 'red hat' }, length: 3 },
    );
    layer().push({
      event: 'purchase',
      ecommerce: { transaction_id: 'o1', value: 41, currency: 'EUR', coupon: 'SPRING', items: [item] },
    });
    const seen = tab.journey.inspect().recent.map(({ event }) => event);
    expect(seen.map(({ name }) => name).reverse()).to.deep.equal([
      'page_viewed',
      'product_viewed',
      'cart_product_added',
      'search_performed',
      'order_placed',
    ]);
    expect(seen[0]?.props).to.deep.include({ orderId: 'o1', total: { value: 4100, currency: 'EUR' } });
    await tab.journey.flush();
    expect(tab.journey.profile().orders.count).to.equal(1);
    expect(layer()).to.have.length(8);
  });

  describe('what the page said before the grant', () => {
    const purchase = {
      event: 'purchase',
      ecommerce: { transaction_id: 'o1', items: [{ item_id: 'hat-1' }] },
    };
    const orders = async ({ tab }: Page): Promise<number> => {
      await tab.journey.flush();
      return tab.journey.profile().orders.count;
    };

    it('counts on a page reached by a click, when the yes was given before this page', async () => {
      // As browsers do after a navigation within the shop: the click on the page before still counts as activation.
      Object.defineProperty(navigator, 'userActivation', {
        configurable: true,
        value: { hasBeenActive: true, isActive: false },
      });
      try {
        Reflect.set(window, 'dataLayer', [purchase]);
        const page = start([dataLayer()], false);
        window.dispatchEvent(new Event('scroll'));
        page.tab.consent.set(everything);
        expect(await orders(page)).to.equal(1);
        const views = page.tab.journey.inspect().recent.filter(({ event }) => event.name === 'page_viewed');
        expect(views.map(({ event }) => (event.props as { kind?: string }).kind)).to.include('load');
      } finally {
        Reflect.deleteProperty(navigator, 'userActivation');
      }
    });

    for (const type of ['pointerdown', 'keydown'])
      it(`is left out after a ${type} on this page, which may have been the yes`, async () => {
        Reflect.set(window, 'dataLayer', [purchase]);
        const page = start([dataLayer()], false);
        document.body.dispatchEvent(new Event(type, { bubbles: true }));
        page.tab.consent.set(everything);
        expect(await orders(page)).to.equal(0);
      });
  });

  it('counts the same act from two sources once', async () => {
    addJsonLd(hat);
    Reflect.set(window, 'dataLayer', [{ event: 'view_item', ecommerce: { items: [{ item_id: 'hat-1' }] } }]);
    const { tab, collecting } = start([structuredData(), dataLayer()]);
    collecting.record('shop', 'product_viewed', { product: { id: 'hat-1' } });
    collecting.record('shop', 'cart_product_added', { product: { id: 'hat-1' } });
    layer().push({ event: 'add_to_cart', ecommerce: { items: [{ item_id: 'hat-1' }] } });
    collecting.record('shop', 'cart_product_added', { product: { id: 'hat-1' } });
    await tab.journey.flush();
    const { counts, cart } = tab.journey.profile();
    expect(counts.product_viewed?.total).to.equal(1);
    expect(counts.cart_product_added?.total).to.equal(2);
    expect(cart).to.deep.equal({ 'hat-1': 2 });
  });

  it('measures attention until the page is left', async () => {
    const { tab, collecting } = start([engagement()]);
    tab.clock.ms += 5000;
    window.dispatchEvent(new KeyboardEvent('keydown'));
    tab.clock.ms += 60_000;
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    const measured = tab.journey.inspect().recent.find(({ event }) => event.name === 'engagement_recorded');
    expect(measured?.event.props).to.deep.include({ engagedMs: 35_000 });
    collecting.stop();
  });

  it('tells the deepest place that was seen of each page view, and begins anew with the next', () => {
    // As high as told, whatever else the test's page holds.
    const tall = document.createElement('div');
    tall.style.cssText = 'position: absolute; top: 0; width: 1px; height: 20000px';
    document.body.append(tall);
    nodes.push(tall);
    const { tab, collecting } = start([engagement()]);
    const goTo = (y: number): void => {
      scrollTo(0, y);
      window.dispatchEvent(new Event('scroll'));
      tab.clock.ms += 1000;
    };
    const depths = (): (number | undefined)[] =>
      tab.journey
        .waiting()
        .filter(({ name }) => name === 'engagement_recorded')
        .map(({ props }) => (props as { scrollDepth?: number }).scrollDepth);
    const { scrollHeight } = document.documentElement;
    expect(scrollHeight).to.be.at.least(20_000);
    goTo(9000);
    goTo(100);
    collecting.page();
    goTo(300);
    collecting.page();
    goTo(scrollHeight);
    collecting.page();
    const wanted = [9000 + innerHeight, 300 + innerHeight, scrollHeight].map((seen) => seen / scrollHeight);
    for (const [at, depth] of depths().entries()) expect(depth).to.be.closeTo(wanted[at] ?? -1, 0.001);
    expect(depths()).to.have.length(3);
    scrollTo(0, 0);
  });

  it('counts a visit under functional, and records its page once when analytics follows on the same page', async () => {
    Reflect.set(window, 'dataLayer', [{ event: 'view_item', ecommerce: { items: [{ item_id: 'hat-1' }] } }]);
    const { tab } = start([dataLayer()], false);
    tab.consent.set(['functional']);
    await tab.journey.flush();
    expect(tab.journey.sessionNumber()).to.equal(1);
    expect((await tab.journey.exportJourney()).events).to.deep.equal([]);
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    tab.clock.ms += 5000;
    tab.consent.set(['functional', 'analytics']);
    layer().push({ event: 'add_to_cart', ecommerce: { items: [{ item_id: 'hat-1' }] } });
    await tab.journey.flush();
    const { events } = await tab.journey.exportJourney();
    // What the data layer said before the yes stays unsaid.
    expect(events.map(({ name }) => name)).to.deep.equal([
      'session_started',
      'consent_changed',
      'page_viewed',
      'cart_product_added',
    ]);
    expect(events[2]).to.deep.include({ t: tab.clock.ms, consent: ['necessary', 'functional', 'analytics'] });
    expect(events[2]?.props).to.deep.include({ kind: 'grant' });
    // Of one visit, not of a second one.
    expect(tab.journey.sessionNumber()).to.equal(1);
    tab.consent.set(['functional', 'analytics', 'personalization']);
    await tab.journey.flush();
    const views = (await tab.journey.exportJourney()).events.filter(({ name }) => name === 'page_viewed');
    expect(views).to.have.length(1);
  });

  it('J57 stops counting while the window has lost its focus, though it is visible', () => {
    const { tab } = start([engagement()]);
    tab.clock.ms += 5000;
    window.dispatchEvent(new Event('blur'));
    tab.clock.ms += 10_000;
    window.dispatchEvent(new Event('focus'));
    tab.clock.ms += 2000;
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    const measured = watchedEngagement(tab);
    expect(measured).to.deep.include({ engagedMs: 7000 });
  });

  it('J58 tells of a page that is left once, though it is hidden and then gone', () => {
    const { tab } = start([engagement()]);
    tab.clock.ms += 5000;
    const visibility = Object.getOwnPropertyDescriptor(Document.prototype, 'visibilityState');
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    try {
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      window.dispatchEvent(new PageTransitionEvent('pagehide'));
    } finally {
      Reflect.deleteProperty(document, 'visibilityState');
    }
    expect(visibility).to.not.equal(undefined);
    const told = tab.journey.waiting().filter(({ name }) => name === 'engagement_recorded');
    expect(told).to.have.length(1);
  });

  it('counts attention from when it was allowed, though its watcher comes later', async () => {
    const { tab, collecting } = start([(context) => engagement(context.now() - 2000)(context)]);
    tab.clock.ms += 1000;
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    const measured = tab.journey.inspect().recent.find(({ event }) => event.name === 'engagement_recorded');
    expect(measured?.event.props).to.deep.include({ engagedMs: 3000 });
    collecting.stop();
  });

  it('puts the page back as it was when it stops', () => {
    Reflect.set(window, 'dataLayer', []);
    const { push } = layer();
    const { pushState } = history;
    const { collecting, tab } = start([dataLayer()]);
    expect(layer().push).to.not.equal(push);
    collecting.stop();
    expect(layer().push).to.equal(push);
    expect(history.pushState).to.equal(pushState);
    history.pushState(null, '', '/elsewhere');
    expect(tab.journey.inspect().recent).to.have.length(1);
  });

  it('goes on when a collector throws', () => {
    const { tab } = start([
      () => {
        throw new Error('mine');
      },
      structuredData(),
    ]);
    expect(tab.problems.list().map(({ code }) => code)).to.deep.equal(['collector-failed']);
  });
});
