import type { EventName } from '@regulars/schema';
import { expect } from 'chai';
import { everything, startJourney, type TestJourney } from '../../../../test/support/journey.ts';
import { until } from '../../../../test/support/until.ts';
import { startCollecting } from './collect.ts';
import type { Collecting, Collector } from './collector.ts';
import { dataLayer } from './data-layer/index.ts';
import { exitIntent } from './exit-intent/index.ts';
import { frustration } from './frustration/index.ts';
import { impressions } from './impressions/index.ts';
import { markup } from './markup/index.ts';
import { shopifyEvents } from './shopify/index.ts';
import { structuredData } from './structured-data/index.ts';

interface Page {
  readonly tab: TestJourney;
  readonly collecting: Collecting;
  readonly heard: [EventName, object][];
  readonly stop: () => void;
  /** Resolves with the props of the next event of a name. */
  next(name: EventName): Promise<object>;
}

describe('collectors of what pages say and visitors do', () => {
  const pages: Page[] = [];
  const start = (...collectors: readonly Collector[]): Page => {
    const tab = startJourney();
    tab.consent.set(everything);
    const heard: [EventName, object][] = [];
    const waiting: [EventName, (props: object) => void][] = [];
    tab.journey.onEvent(({ name, props }) => {
      heard.push([name, props]);
      for (const [wanted, tell] of waiting) if (wanted === name) tell(props);
    });
    const { journey, consent, problems, now } = tab;
    const started = startCollecting(collectors, { journey, consent, problems, now });
    const next = (name: EventName): Promise<object> =>
      new Promise((resolve) => waiting.push([name, resolve]));
    const page = { tab, heard, next, ...started };
    pages.push(page);
    return page;
  };
  const put = (html: string): Element => {
    const box = document.createElement('div');
    box.className = 'words';
    box.innerHTML = html;
    document.body.append(box);
    return box;
  };
  const named = ({ heard }: Page, name: EventName): object[] =>
    heard.filter(([one]) => one === name).map(([, props]) => props);
  afterEach(async () => {
    for (const { tab, stop } of pages.splice(0)) {
      stop();
      await tab.end();
    }
    for (const box of document.querySelectorAll('.words')) box.remove();
    Reflect.deleteProperty(window, 'dataLayer');
    scrollTo(0, 0);
  });

  it('reads a product from microdata where there is neither JSON-LD nor Open Graph', async () => {
    put(`<div itemscope itemtype="https://schema.org/Product"><meta itemprop="sku" content="hat-1"><h1 itemprop="name">Hat</h1>
      <span itemprop="brand" itemscope itemtype="https://schema.org/Brand"><i itemprop="name">Parapet</i></span>
      <div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><b itemprop="price" content="20.50">20,50</b>
      <meta itemprop="priceCurrency" content="EUR"><link itemprop="availability" href="https://schema.org/OutOfStock"></div></div>`);
    const page = start(structuredData());
    expect(await page.next('product_viewed')).to.deep.equal({
      product: {
        id: 'hat-1',
        title: 'Hat',
        price: { value: 2050, currency: 'EUR' },
        brand: 'Parapet',
        inStock: false,
      },
    });
  });

  const hat = `data-regulars-product="hat-1" data-regulars-title="Hat" data-regulars-price="20.50" data-regulars-currency="EUR"`;
  const product = { id: 'hat-1', title: 'Hat', price: { value: 2050, currency: 'EUR' } };

  it('reads view, list and search with its count from markup', async () => {
    put(`<main ${hat} data-regulars-view></main><ul data-regulars-list="also"><li ${hat}></li></ul>
      <p data-regulars-search="red hat" data-regulars-results="0"></p>`);
    const page = start(markup());
    await until(() => named(page, 'search_performed').length > 0);
    expect(named(page, 'product_viewed')).to.deep.equal([{ product }]);
    expect(named(page, 'list_viewed')).to.deep.equal([{ listId: 'also', products: [product] }]);
    expect(named(page, 'search_performed')).to.deep.equal([{ term: 'red hat', resultCount: 0 }]);
  });

  it('records the marked act of a click, with its product and quantity, and the click on a promotion', async () => {
    const box =
      put(`<article ${hat}><button data-regulars-act="cart_product_added" data-regulars-quantity="2"><b>Add</b></button>
      <button data-regulars-act="order_placed">no act of a click</button></article>
      <a data-regulars-promotion="spring" data-regulars-slot="top">Spring</a>`);
    const page = start(markup());
    for (const one of box.querySelectorAll<HTMLElement>('b, button + button, a')) one.click();
    await until(() => named(page, 'promotion_clicked').length > 0);
    expect(named(page, 'cart_product_added')).to.deep.equal([{ product: { ...product, quantity: 2 } }]);
    expect(named(page, 'promotion_clicked')).to.deep.equal([{ promotionId: 'spring', slot: 'top' }]);
    expect(named(page, 'order_placed')).to.deep.equal([]);
  });

  it('counts an act once that markup and the data layer both tell', async () => {
    put(`<main ${hat} data-regulars-view></main>`);
    Reflect.set(window, 'dataLayer', [
      { event: 'view_item', ecommerce: { items: [{ item_id: 'hat-1' }] } },
      { event: 'search', search_term: 'read after it' },
    ]);
    const page = start(markup(), dataLayer());
    await until(() => named(page, 'search_performed').length > 0);
    expect(named(page, 'product_viewed')).to.have.length(1);
  });

  it('counts an act once that all five sources tell: structured data, data layer, markup, Shopify and the shop itself', async () => {
    type Listener = (event: { name: string; data: object }) => void;
    let tell: Listener = () => {};
    const shopify = { subscribe: (_name: string, listener: Listener) => (tell = listener) };
    put(`<main ${hat} data-regulars-view></main>
      <div itemscope itemtype="https://schema.org/Product"><meta itemprop="sku" content="hat-1"></div>`);
    const item = { item_id: 'hat-1', item_name: 'Hat' };
    Reflect.set(window, 'dataLayer', [{ event: 'view_item', ecommerce: { items: [item] } }]);
    const page = start(dataLayer(), structuredData(), markup(), shopifyEvents(shopify));
    const merchandise = { id: 'v1', product: { id: 'hat-1', title: 'Hat' } };
    tell({ name: 'product_viewed', data: { productVariant: merchandise } });
    page.collecting.record('shop', 'product_viewed', { product: { id: 'hat-1' } });
    const order = { transaction_id: 'o1', items: [item] };
    (Reflect.get(window, 'dataLayer') as unknown[]).push({ event: 'purchase', ecommerce: order });
    tell({ name: 'checkout_completed', data: { checkout: { order: { id: 'o1' }, lineItems: [] } } });
    page.collecting.record('shop', 'order_placed', { orderId: 'o1', products: [] });
    // What came last of all has been read when another act of its source has.
    const removed = page.next('cart_product_removed');
    tell({ name: 'product_removed_from_cart', data: { cartLine: { merchandise, quantity: 1 } } });
    await removed;
    expect(named(page, 'product_viewed')).to.have.length(1);
    expect(named(page, 'order_placed')).to.have.length(1);
  });

  it('records what Shopify tells its pixels, but for page views', async () => {
    type Listener = (event: { name: string; data: object }) => void;
    let tell: Listener = () => {};
    const page = start(
      shopifyEvents({
        subscribe(_name, listener) {
          tell = listener;
        },
      }),
    );
    const merchandise = {
      id: 'v1',
      price: { amount: 20.5, currencyCode: 'EUR' },
      product: { id: 'p1', title: 'Hat', vendor: 'Parapet' },
    };
    const added = page.next('cart_product_added');
    tell({ name: 'page_viewed', data: {} });
    tell({ name: 'product_added_to_cart', data: { cartLine: { merchandise, quantity: 2 } } });
    expect(await added).to.deep.equal({
      product: {
        id: 'p1',
        title: 'Hat',
        brand: 'Parapet',
        variant: 'v1',
        price: { value: 2050, currency: 'EUR' },
        quantity: 2,
      },
    });
    expect(named(page, 'page_viewed')).to.have.length(1);
  });

  it('counts what was half in view for a second, once a page view, and never what was not', async () => {
    const box = put(`<div ${hat} style="height: 40px"></div>
      <div data-regulars-promotion="below" style="margin-top: 300vh; height: 40px"></div>`);
    const page = start(impressions());
    const from = performance.now();
    await page.next('product_seen');
    expect(performance.now() - from).to.be.above(950);
    expect(named(page, 'promotion_viewed')).to.deep.equal([]);
    // Out of view and back: still the same view of it.
    const seen = page.next('promotion_viewed');
    box.lastElementChild?.scrollIntoView();
    expect(await seen).to.deep.equal({ promotionId: 'below' });
    const again = page.next('product_seen');
    page.collecting.page();
    scrollTo(0, 0);
    await again;
    expect(named(page, 'product_seen')).to.have.length(2);
  });

  it('takes a pointer that leaves by the upper edge for an exit, once a page view and not at the start', () => {
    const page = start(exitIntent());
    const leave = (clientY: number): boolean =>
      document.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, clientY, relatedTarget: null }));
    leave(-1);
    page.tab.clock.ms += 6000;
    leave(200);
    leave(-1);
    leave(-1);
    const exits = (): number =>
      page.tab.journey.waiting().filter(({ name }) => name === 'exit_intended').length;
    expect(exits()).to.equal(1);
    page.collecting.page();
    page.tab.clock.ms += 6000;
    leave(-1);
    // A campaign that waits for the same exit tells of it too.
    page.collecting.record('campaign', 'exit_intended', { how: 'pointer' });
    expect(exits()).to.equal(2);
  });

  it('takes a flick back to the top of a touch screen for an exit', async () => {
    const { matchMedia } = window;
    window.matchMedia = () => ({ matches: true }) as MediaQueryList;
    try {
      put('<div style="height: 3000px"></div>');
      const page = start(exitIntent());
      page.tab.clock.ms += 6000;
      scrollTo(0, 1500);
      window.dispatchEvent(new Event('scroll'));
      scrollTo(0, 300);
      window.dispatchEvent(new Event('scroll'));
      expect(page.tab.journey.waiting().find(({ name }) => name === 'exit_intended')?.props).to.deep.equal({
        how: 'flick',
      });
    } finally {
      window.matchMedia = matchMedia;
    }
  });

  it('notices three quick clicks on one spot and a button that does nothing, without its words', async () => {
    const box = put('<button id="pay">Pay as jane@mail.example</button><button id="works">More</button>');
    const [dead, works] = box.querySelectorAll('button');
    const page = start(frustration());
    works?.addEventListener('click', () => box.append('more'));
    for (let i = 0; i < 3; i++) works?.click();
    await until(() => named(page, 'click_frustrated').length > 0);
    expect(named(page, 'click_frustrated')).to.deep.equal([{ kind: 'rage', target: 'button#works' }]);
    // The scrolling of a test before is told with the next frames.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    const told = page.next('click_frustrated');
    dead?.click();
    expect(await told).to.deep.equal({ kind: 'dead', target: 'button#pay' });
  });
});
