import { expect } from 'chai';
import { LitElement } from 'lit';
import { add, clearPage, mount } from '../../../test/support/element.ts';
import { createFakeHost } from '../../../test/support/gallery/fake-host.ts';
import { walletView } from '../../../test/support/gallery/fixtures.ts';
import { en } from '../../../test/support/messages.ts';
import { defineElement } from './define.ts';
import { elementLoaders } from './element-loaders.ts';
import { frameLoaders } from './frame-loaders.ts';
import { ContextRequestEvent, provideHost } from './lib/host-context.ts';
import { RegularsWallet } from './wallet/wallet.ts';

describe('defining elements', () => {
  afterEach(clearPage);

  it('registers every element by its loader, and again without harm', async () => {
    const loaders = [...Object.values(elementLoaders), ...Object.values(frameLoaders)];
    await Promise.all(loaders.map((load) => load()));
    await Promise.all(loaders.map((load) => load()));
    for (const tag of ['slot', 'overlay', 'tour', 'carousel', 'product-card', 'wallet', 'wheel']) {
      expect(customElements.get(`regulars-${tag}`), tag).to.be.a('function');
    }
  });

  it('leaves a tag to the copy that came first', () => {
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    const tag = `copy-${crypto.randomUUID()}`;
    defineElement(tag, First);
    defineElement(tag, Second);
    expect(customElements.get(tag)).to.equal(First);
  });

  it('does not throw when the class is registered under another tag or the name is no name', () => {
    defineElement('regulars-wallet', RegularsWallet);
    defineElement('another-wallet', RegularsWallet);
    defineElement('Not A Name', class extends HTMLElement {});
    expect(customElements.get('another-wallet')).to.equal(undefined);
  });

  it('works beside an element of the page that has its own Lit', async () => {
    class PageElement extends LitElement {}
    const tag = `page-${crypto.randomUUID()}`;
    customElements.define(tag, PageElement);
    RegularsWallet.define();
    const wrapper = await mount<PageElement>(tag);
    const wallet = Object.assign(document.createElement('regulars-wallet'), { view: walletView('en') });
    wrapper.shadowRoot?.append(wallet);
    await wallet.updateComplete;
    expect(wallet.shadowRoot?.querySelector('.number')?.textContent).to.equal('1,284');
  });
});

describe('host context', () => {
  afterEach(clearPage);

  it('answers the community protocol across shadow roots, once or for ever', () => {
    const host = createFakeHost(en, { locale: 'en' });
    const shop = add(document.createElement('div'));
    const inner = document.createElement('p');
    shop.attachShadow({ mode: 'open' }).append(inner);
    const stop = provideHost(document, host);
    const heard: unknown[] = [];
    inner.dispatchEvent(new ContextRequestEvent((value) => heard.push(value), inner));
    stop();
    inner.dispatchEvent(new ContextRequestEvent((value) => heard.push(value), inner));
    expect(heard).to.deep.equal([host, undefined]);
  });

  it('leaves requests for other contexts alone', () => {
    const stop = provideHost(document, createFakeHost(en, { locale: 'en' }));
    let reached = false;
    const listen = () => {
      reached = true;
    };
    window.addEventListener('context-request', listen);
    const foreign = Object.assign(new Event('context-request', { bubbles: true, composed: true }), {
      context: 'theme',
      callback: () => expect.fail('not ours'),
    });
    document.body.dispatchEvent(foreign);
    window.removeEventListener('context-request', listen);
    stop();
    expect(reached).to.equal(true);
  });
});
