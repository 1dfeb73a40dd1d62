import { expect } from 'chai';
import { isGenerated, isMeaningful } from './name-rule.ts';

describe('names that hold', () => {
  for (const name of [
    'cart',
    'add-to-cart',
    'js-size',
    'main-menu',
    'checkoutButton',
    'buy-box__price',
    'step-2',
    'product-h1',
    'shopify-section-header',
  ])
    it(`keeps ${name}`, () => expect(isGenerated(name)).to.equal(false));

  for (const name of [
    ':r1a:',
    '«r3»',
    'radix-12',
    'headlessui-menu-button-4',
    'css-1x2y3z4',
    'sc-bdVaJa1',
    'Button_root__x7Kq2',
    'header-3fa9c1',
    'product-10034567',
    'ember415',
    'mui-5512',
    'a81bc81b-dead-4e5d-abff-90865d1e13b1',
  ])
    it(`distrusts ${name}`, () => expect(isGenerated(name)).to.equal(true));

  it('takes a class for a name only when it says what something is', () => {
    for (const name of ['price', 'product-card', 'cart-count'])
      expect(isMeaningful(name), name).to.equal(true);
    for (const name of ['mt-4', 'text-lg', 'flex', 'md:px-2', 'is-active', 'open', 'css-1x2y3z4', 'p'])
      expect(isMeaningful(name), name).to.equal(false);
  });
});
