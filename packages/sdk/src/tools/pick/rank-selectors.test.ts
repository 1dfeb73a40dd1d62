import { expect } from 'chai';
import { addHtml, clearPage } from '../../../../../test/support/element.ts';
import { pathsTo } from './path-to.ts';
import { rankSelectors } from './rank-selectors.ts';

const visible = () => true;
const ways = (html: string, selector: string) => {
  const box = addHtml(html);
  const element = box.matches(selector) ? box : box.querySelector(selector);
  if (!element) throw new Error(selector);
  return { element, ways: rankSelectors(element, visible) };
};
const bestOf = (html: string, selector: string) => ways(html, selector).ways[0];

describe('selectors for an element', () => {
  afterEach(clearPage);

  const cases: readonly (readonly [string, string, string, string])[] = [
    [
      'what was made to be found',
      '<button data-testid="buy" id="buy" class="btn">Buy</button>',
      '[data-testid="buy"]',
      'test-hook',
    ],
    [
      'a hook of scripts before an id',
      '<button id="b" class="js-cart btn">Cart</button>',
      '.js-cart',
      'script-hook',
    ],
    ['an id a person gave', '<button id="size-guide">Sizes</button>', '#size-guide', 'id'],
    ['the name of a field', '<input name="q" class="w-full">', 'input[name="q"]', 'field-name'],
    ['where a link leads', '<a href="/returns" class="text-sm">Returns</a>', 'a[href="/returns"]', 'address'],
    ['a class that says what it is', '<div class="mt-4 price">9 €</div>', 'div.price', 'class'],
  ];
  for (const [what, html, selector, reason] of cases)
    it(`prefer ${what}`, () => {
      const best = bestOf(html, '*');
      expect(best).to.include({ selector, reason, count: 1 });
    });

  it('distrust an id that a library made, and name the element inside what can be named', () => {
    const best = bestOf(
      '<nav id="shop-menu"><button id=":r4:" class="css-9f8e7d6">Go</button></nav>',
      'button',
    );
    expect(best).to.include({ selector: '#shop-menu button', reason: 'inside' });
  });

  it('rank a label low, because every language has another', () => {
    const { ways: found } = ways('<button aria-label="Open cart" class="css-1a2b3c4">x</button>', 'button');
    const label = found.find(({ reason }) => reason === 'label');
    expect(label?.stability).to.be.below(45);
  });

  it('say how many match, and leave out what finds another element first', () => {
    const { ways: second } = ways('<div><i class="dot"></i><i class="dot" id="two"></i></div>', '#two');
    expect(second.some(({ selector }) => selector === 'i.dot')).to.equal(false);
    clearPage();
    const { ways: first } = ways('<div><i class="dot"></i><i class="dot"></i></div>', 'i');
    expect(first.find(({ selector }) => selector === 'i.dot')?.count).to.equal(2);
  });

  it('take the visible one of two copies', () => {
    const box = addHtml('<div><a class="cart" hidden>1</a><a class="cart" id="seen">2</a></div>');
    const seen = box.querySelector('#seen') as Element;
    const found = rankSelectors(seen, (one) => !one.hasAttribute('hidden'));
    expect(found.find(({ selector }) => selector === 'a.cart')).to.include({ count: 1, stability: 60 });
  });

  it('always find the element, whatever the markup', () => {
    const { element, ways: found } = ways(
      '<div><p></p><p><b></b><b class="1 2:3"></b></p></div>',
      'b:last-child',
    );
    expect(found.length).to.be.greaterThan(0);
    for (const { selector } of found) expect(document.querySelector(selector)).to.equal(element);
  });

  it('lead through shadow roots, as stable as the weakest part', () => {
    const host = addHtml('<shop-drawer id="drawer"></shop-drawer>');
    const root = host.attachShadow({ mode: 'open' });
    const button = document.createElement('button');
    button.className = 'price';
    root.append(button);
    const [best] = pathsTo(button, visible);
    expect(best).to.include({ selector: '#drawer >>> button.price', stability: 60 });
  });
});
