import { expect } from 'chai';
import { add, addHtml, audit, clearPage, press } from '../../../../../test/support/element.ts';
import { until } from '../../../../../test/support/until.ts';
import { openPick } from './open-pick.ts';
import { pickMessages } from './pick-words.ts';

const host = () => document.querySelector('regulars-pick') as HTMLElement;
const inside = <T extends HTMLElement>(selector: string): T =>
  host().shadowRoot?.querySelector(selector) as T;
const button = (words: string): HTMLElement =>
  [...(host().shadowRoot?.querySelectorAll('button') ?? [])].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === words,
  ) as HTMLElement;
const status = () => inside('[role="status"]').textContent;
const json = () => JSON.parse(inside<HTMLTextAreaElement>('textarea.code').value);
const write = (at: number, words: string): void => {
  const field = host().shadowRoot?.querySelectorAll<HTMLInputElement>(
    'form input[type="text"], form textarea',
  )[at] as HTMLInputElement;
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
const mouse = (type: string, target: Element): boolean =>
  target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, cancelable: true }));

describe('the picker', () => {
  let close = (): void => {};
  let closed = 0;
  const open = (locale = 'en'): void => {
    close = openPick({ onClose: () => closed++, locale });
  };
  afterEach(() => {
    close();
    clearPage();
    sessionStorage.clear();
  });

  it('is accessible, and lies over the page', async () => {
    open();
    expect(host().matches(':popover-open')).to.equal(true);
    const { violations, insideCount } = await audit(host());
    expect(violations).to.deep.equal([]);
    expect(insideCount).to.be.greaterThan(0);
  });

  it('swallows the press by which an element is chosen, and gives its selectors with their reasons', async () => {
    let bought = 0;
    const buy = addHtml('<button class="js-buy">Buy now</button>');
    for (const type of ['pointerdown', 'mousedown', 'click']) buy.addEventListener(type, () => bought++);
    open();
    button('Point at an element').click();
    mouse('pointermove', buy);
    expect(status()).to.equal('button “Buy now”');
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'click'])
      expect(mouse(type, buy)).to.equal(false);
    expect(bought).to.equal(0);
    expect(inside('.way code').textContent).to.equal('.js-buy');
    expect(inside('.way .why').textContent).to.equal('holds well: used by the shop’s own scripts');
    expect(json()).to.deep.include({ target: '.js-buy' });
    const { violations } = await audit(host());
    expect(violations).to.deep.equal([]);
    mouse('click', buy);
    expect(bought).to.equal(1);
  });

  it('is steered by the keyboard alone', () => {
    const list = addHtml('<ul id="menu"><li id="one">One</li><li id="two">Two</li></ul>');
    open();
    button('Point at an element').click();
    mouse('pointermove', list);
    press(document.body, 'ArrowDown');
    expect(status()).to.equal('li “One”');
    press(document.body, 'ArrowRight');
    expect(status()).to.equal('li “Two”');
    press(document.body, 'ArrowUp');
    expect(status()).to.equal('ul “OneTwo”');
    press(document.body, 'ArrowDown');
    press(document.body, 'Enter');
    expect(inside('.way code').textContent).to.equal('#one');
    button('Point at an element').click();
    press(document.body, 'Escape');
    expect(button('Point at an element').getAttribute('aria-pressed')).to.equal('false');
  });

  it('chooses the control around what is pointed at, and by touch too', () => {
    const cart = addHtml('<a class="js-cart" href="#cart"><svg></svg><span>Cart</span></a>');
    open();
    button('Point at an element').click();
    const touch = new Event('touchstart', { bubbles: true, composed: true, cancelable: true });
    const word = cart.querySelector('span') as Element;
    expect(word.dispatchEvent(touch)).to.equal(true);
    mouse('click', word);
    expect(inside('.way code').textContent).to.equal('.js-cart');
  });

  it('reaches into open shadow roots, and into a dialog that is open', async () => {
    const drawer = add(document.createElement('div'));
    drawer.id = 'drawer';
    const root = drawer.attachShadow({ mode: 'open' });
    root.append(Object.assign(document.createElement('button'), { className: 'js-pay', textContent: 'Pay' }));
    open();
    button('Point at an element').click();
    mouse('click', root.firstElementChild as Element);
    expect(inside('.way code').textContent).to.equal('#drawer >>> .js-pay');
    const dialog = add(document.createElement('dialog'));
    dialog.append(Object.assign(document.createElement('button'), { id: 'in-dialog', textContent: 'Go' }));
    dialog.showModal();
    await until(() => dialog.contains(host()));
    expect(host().matches(':popover-open')).to.equal(true);
    button('Point at an element').click();
    mouse('click', dialog.firstElementChild as Element);
    expect(inside('.way code').textContent).to.equal('#in-dialog');
    dialog.close();
    await until(() => host().parentNode === document.body);
  });

  it('writes the step’s JSON as a person writes, and keeps the tour over the tab’s pages', () => {
    const cart = addHtml('<a class="js-cart" href="/cart">Cart</a>');
    open();
    button('Point at an element').click();
    mouse('click', cart);
    button('Add to the tour').click();
    expect(status()).to.equal('Write the text first.');
    write(0, 'Your cart');
    write(1, 'It lives here.');
    write(2, '');
    // What holds as well stands behind the first.
    expect(json()).to.deep.equal({
      id: 'your-cart',
      target: ['.js-cart', 'a[href="/cart"]'],
      title: 'your-cart.title',
      body: 'your-cart.body',
    });
    button('Add to the tour').click();
    close();
    open();
    expect(inside('ol li span').textContent).to.equal('Your cart');
    button('Remove “Your cart”').click();
    expect(host().shadowRoot?.querySelectorAll('ol li')).to.have.lengthOf(0);
  });

  it('shows the step in place through the tour’s own element, and comes back when it is left', async () => {
    const cart = addHtml('<a class="js-cart" style="margin: 200px" href="#cart">Cart</a>');
    open();
    button('Point at an element').click();
    mouse('click', cart);
    write(1, 'It lives **here**.');
    button('Show it here').click();
    const box = () =>
      document
        .querySelector('regulars-overlay')
        ?.shadowRoot?.querySelector('regulars-tour')
        ?.shadowRoot?.querySelector('[part="box"]');
    await until(box);
    expect(box()?.textContent).to.contain('It lives here');
    expect(inside('.panel').classList.contains('small')).to.equal(true);
    press(box() as Element, 'Escape');
    await until(() => !document.querySelector('regulars-overlay'));
    expect(inside('.panel').classList.contains('small')).to.equal(false);
  });

  it('closes and leaves nothing behind', () => {
    const cart = addHtml('<a class="js-cart" href="#cart">Cart</a>');
    open();
    button('Point at an element').click();
    button('Close the picker').click();
    expect(host()).to.equal(null);
    expect(closed).to.be.greaterThan(0);
    let clicks = 0;
    cart.addEventListener('click', () => clicks++);
    mouse('click', cart);
    expect(clicks).to.equal(1);
  });

  it('speaks four languages with the same keys and values', () => {
    const values = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort().join();
    for (const [lang, messages] of Object.entries(pickMessages)) {
      expect(Object.keys(messages).sort(), lang).to.deep.equal(Object.keys(pickMessages.en ?? {}).sort());
      for (const [key, words] of Object.entries(messages))
        expect(values(words), `${lang} ${key}`).to.equal(
          values((pickMessages.en as Record<string, string>)[key] ?? ''),
        );
    }
    open('bg-BG');
    expect(host().lang).to.equal('bg');
    expect(button('Посочете елемент')).to.be.instanceOf(HTMLElement);
  });
});
