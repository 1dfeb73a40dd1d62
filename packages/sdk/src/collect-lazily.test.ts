import type { Collector } from '@regulars/core';
import { expect } from 'chai';
import { collectLater } from './collect-later.ts';
import { collectLazily, lazyCollectors } from './collect-lazily.ts';
import type { RegularsOptions } from './regulars-port.ts';

type Context = Parameters<Collector>[0];

/** A page's context: consent given, routes told by hand. */
function createContext(): { readonly context: Context; readonly route: () => void } {
  const routes = new Set<() => void>();
  const context: Context = {
    now: Date.now,
    consent: {
      allows: () => true,
      state: () => 'answered',
      granted: () => ['analytics'],
      subscribe: () => () => {},
    },
    problems: { report: () => {} },
    replay: false,
    record: () => null,
    onPage(listener) {
      routes.add(listener);
      return () => routes.delete(listener);
    },
    onLeave: () => () => {},
  };
  const route = (): void => {
    for (const tell of routes) tell();
  };
  return { context, route };
}

describe('lazy collectors', () => {
  const added: Element[] = [];
  const addJsonLd = (value: object): void => {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.textContent = JSON.stringify(value);
    document.head.append(script);
    added.push(script);
  };
  afterEach(() => {
    for (const one of added.splice(0)) one.remove();
  });
  const said = (name: string): number | undefined =>
    lazyCollectors({ yesMs: 0, pushed: 0 })
      .find((one) => one.name === name)
      ?.said();

  it('read structured data only where it speaks of a product', () => {
    addJsonLd({ '@type': 'Organization', name: 'Parapet' });
    expect(said('structured-data')).to.equal(-1);
    addJsonLd({ '@graph': [{ '@type': 'Product', sku: 'a' }] });
    expect(said('structured-data')).to.equal(0);
  });

  it('run for rage clicks and exits only where the shop asks for them, in a list or in one text', () => {
    const asked = (collect?: RegularsOptions['collect']): readonly string[] =>
      lazyCollectors({ yesMs: 0, pushed: 0 }, collect)
        .filter(({ name, said: at }) => /frustration|exit/.test(name) && at() === 0)
        .map(({ name }) => name);
    expect(asked()).to.deep.equal([]);
    expect(asked(['frustration'])).to.deep.equal(['frustration']);
    expect(asked('exit-intent frustration')).to.deep.equal(['frustration', 'exit-intent']);
  });

  it('read Open Graph only where it names an article', () => {
    const meta = document.createElement('meta');
    meta.setAttribute('property', 'og:title');
    document.head.append(meta);
    added.push(meta);
    expect(said('structured-data')).to.equal(-1);
    meta.setAttribute('property', 'product:retailer_item_id');
    expect(said('structured-data')).to.equal(0);
  });

  it('read what the data layer said while they were fetched, and nothing from before the yes', async () => {
    const page = globalThis as { dataLayer?: unknown[] };
    const view = (id: string) => ({ event: 'view_item', ecommerce: { items: [{ item_id: id }] } });
    page.dataLayer = [view('before')];
    const recorded: unknown[] = [];
    let tellAll = (): void => {};
    const all = new Promise<void>((resolve) => {
      tellAll = resolve;
    });
    const { context } = createContext();
    let fetch = (): void => {};
    const stop = collectLater((work) => {
      fetch = work;
    })({
      ...context,
      record(_source, name, props) {
        recorded.push([name, props]);
        if (recorded.length === 2) tellAll();
        return null;
      },
    });
    added.push(Object.assign(document.createElement('i'), { remove: stop }));
    page.dataLayer.push(view('between'));
    fetch();
    page.dataLayer.push(view('after'));
    await all;
    // As it is stored: what the page did not tell is left out there.
    expect(JSON.parse(JSON.stringify(recorded))).to.deep.equal([
      ['product_viewed', { product: { id: 'between' } }],
      ['product_viewed', { product: { id: 'after' } }],
    ]);
    delete page.dataLayer;
  });

  it('are fetched on the route that has their source, and read it', async () => {
    const { context, route } = createContext();
    const started: boolean[] = [];
    let isThere = false;
    const loading = new Promise<boolean>((resolve) => {
      const stop = collectLazily({
        name: 'test',
        said: () => (isThere ? 0 : -1),
        load: async () => (given) => {
          started.push(given.replay);
          resolve(true);
          return () => {};
        },
      })(context);
      route();
      isThere = true;
      route();
      route();
      added.push(Object.assign(document.createElement('i'), { remove: stop }));
    });
    await loading;
    expect(started).to.deep.equal([true]);
  });
});
