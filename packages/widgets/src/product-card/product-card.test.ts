import { expect } from 'chai';
import { allInside, audit, clearPage, inside, mount, once } from '../../../../test/support/element.ts';
import type { Product } from '../lib/types.ts';
import type { ProductCardSelectEvent } from './product-card.events.ts';
import { RegularsProductCard } from './product-card.ts';
import { productCardShow } from './product-card.view.ts';

const jug: Product = {
  id: 'jug',
  title: 'Jug',
  url: '/p/jug',
  brand: 'Havn',
  price: { value: 1490, currency: 'EUR' },
  oldPrice: { value: 2000, currency: 'EUR' },
};
const show = (properties: Partial<RegularsProductCard>) =>
  mount<RegularsProductCard>('regulars-product-card', properties);

describe('<regulars-product-card>', () => {
  before(() => RegularsProductCard.define());
  afterEach(clearPage);

  it('is accessible', async () => {
    const card = await show({ product: jug, locale: 'en', addable: true });
    const { violations, insideCount } = await audit(card);
    expect(violations).to.deep.equal([]);
    expect(insideCount).to.be.greaterThan(0);
  });

  it('is an empty frame without a product', async () => {
    const card = await show({});
    expect(allInside(card, 'a, button, img')).to.have.lengthOf(0);
    expect(allInside(card, '.frame')).to.have.lengthOf(1);
  });

  it('R36 places the decimal point by the currency', async () => {
    const card = await show({ product: { id: 'a', price: { value: 1500, currency: 'JPY' } }, locale: 'en' });
    expect(inside(card, '.price').textContent).to.contain('¥1,500');
    card.product = { id: 'a', price: { value: 1500, currency: 'KWD' } };
    await card.updateComplete;
    expect(inside(card, '.price').textContent).to.contain('1.500');
  });

  it('does not link to a script and shows its title as words', async () => {
    const card = await show({ product: { id: 'a', title: 'A <b>', url: 'javascript:alert(1)' } });
    expect(allInside(card, 'a')).to.have.lengthOf(0);
    expect(inside(card, '.name').textContent).to.equal('A <b>');
  });

  it('shows its own drawing when the picture cannot be fetched', async () => {
    const card = await show({
      product: { ...jug, image: { src: 'data:image/png;base64,AAAA', width: 10, height: 10 } },
    });
    inside(card, '.frame');
    card.product = { ...jug, image: { src: '/no-such-picture.png', width: 10, height: 10 } };
    await card.updateComplete;
    await once(inside(card, 'img'), 'error');
    await card.updateComplete;
    expect(allInside(card, 'img')).to.have.lengthOf(0);
    expect(allInside(card, '.frame svg')).to.have.lengthOf(1);
  });

  it('asks before the link is followed', async () => {
    const card = await show({ product: { ...jug, url: '#jug' }, position: 3 });
    const asked = once<ProductCardSelectEvent>(card, 'regulars-product-card-select');
    inside(card, 'a').click();
    expect((await asked).detail).to.deep.equal({ productId: 'jug', position: 3 });
  });
});

describe('product card view', () => {
  it('shows a reduction only between prices of one currency, in whole percent from five on', () => {
    expect(productCardShow(jug)).to.include({ reduced: true, percent: 25 });
    expect(productCardShow({ ...jug, oldPrice: { value: 2000, currency: 'USD' } }).reduced).to.equal(false);
    expect(productCardShow({ ...jug, oldPrice: { value: 1500, currency: 'EUR' } })).to.include({
      reduced: true,
      percent: undefined,
    });
  });

  it('names a product without a title by its id', () => {
    expect(productCardShow({ id: 'x9' })).to.include({ title: 'x9', soldOut: false });
  });
});
