import type { Collector } from '@regulars/core';
import { expect } from 'chai';
import { collectLazily, lazyCollectors } from './collect-lazily.ts';

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
  const isWanted = (name: string): boolean | undefined =>
    lazyCollectors.find((one) => one.name === name)?.isWanted();

  it('read structured data only where it speaks of a product', () => {
    addJsonLd({ '@type': 'Organization', name: 'Parapet' });
    expect(isWanted('structured-data')).to.equal(false);
    addJsonLd({ '@graph': [{ '@type': 'Product', sku: 'a' }] });
    expect(isWanted('structured-data')).to.equal(true);
  });

  it('read Open Graph only where it names an article', () => {
    const meta = document.createElement('meta');
    meta.setAttribute('property', 'og:title');
    document.head.append(meta);
    added.push(meta);
    expect(isWanted('structured-data')).to.equal(false);
    meta.setAttribute('property', 'product:retailer_item_id');
    expect(isWanted('structured-data')).to.equal(true);
  });

  it('are fetched on the route that has their source, and read it', async () => {
    const { context, route } = createContext();
    const started: boolean[] = [];
    let isThere = false;
    const loading = new Promise<boolean>((resolve) => {
      const stop = collectLazily({
        name: 'test',
        isWanted: () => isThere,
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
