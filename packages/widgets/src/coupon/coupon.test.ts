import { expect } from 'chai';
import { allInside, clearPage, inside } from '../../../../test/support/element.ts';
import { describeElement, showView } from '../../../../test/support/element-suite.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { known } from '../../../../test/support/gallery/known-facts.ts';
import { couponView } from '../../../../test/support/gallery/reading-fixtures.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { en } from '../../../../test/support/messages.ts';
import { RegularsCoupon } from './coupon.ts';
import { nextCoupon } from './coupon.view.ts';

describeElement('regulars-coupon', RegularsCoupon.define, () => sheetViews('coupon', 'en'));

describe('<regulars-coupon>', () => {
  before(() => RegularsCoupon.define());
  afterEach(clearPage);
  const host = () => createFakeHost(en, { locale: 'en' });

  it('shows the code that ends first and puts it into the cart', async () => {
    const fake = host();
    const coupon = await showView('regulars-coupon', couponView('en'), fake);
    expect(inside(coupon, 'code').textContent).to.equal('THANKS-7K2P-9QXM');
    expect(inside(coupon, '[part="conditions"]').textContent).to.equal('For one order of 30 euro or more.');
    inside(coupon, 'button.strong').click();
    expect(fake.signals).to.deep.equal([
      { type: 'reward', campaignId: 'my-coupon', act: 'apply', value: 'THANKS-7K2P-9QXM' },
    ]);
  });

  it('says that the code is in the cart, in the words of the prizes', async () => {
    const answer = { act: 'apply', value: 'THANKS-7K2P-9QXM', state: 'done' } as const;
    const coupon = await showView('regulars-coupon', couponView('en', 'ready', { answer }), host());
    expect(allInside(coupon, '[role="status"]').map(({ textContent }) => textContent)).to.include(
      'It is in your cart.',
    );
  });

  it('offers no cart where the shop takes no codes', async () => {
    const coupon = await showView('regulars-coupon', couponView('en', 'ready', { canApply: false }), host());
    expect(allInside(coupon, 'button')).to.have.lengthOf(1);
  });

  it('collects a prize that has no code yet', async () => {
    const fake = host();
    const [, waiting] = known.prizes;
    const coupon = await showView('regulars-coupon', couponView('en', 'ready', { known: [waiting] }), fake);
    inside(coupon, 'button').click();
    expect(fake.signals).to.deep.equal([
      { type: 'reward', campaignId: 'my-coupon', act: 'claim', value: 'p2' },
    ]);
  });

  it('leaves the place to the shop when there is no coupon', async () => {
    const coupon = await showView('regulars-coupon', couponView('en', 'ready', { known: [] }), host());
    expect(allInside(coupon, 'slot')).to.have.lengthOf(1);
  });
});

describe('coupon view', () => {
  it('takes a code before what must be collected, then what ends first, and nothing that cannot be used', () => {
    const one = (playId: string, more: object) => ({ playId, label: playId, ...more });
    const waiting = one('waiting', { claimToken: 't', endsAt: 1 });
    const late = one('late', { code: 'L', endsAt: 9 });
    const soon = one('soon', { code: 'S', endsAt: 5 });
    expect(nextCoupon([waiting, late, soon])?.playId).to.equal('soon');
    expect(nextCoupon([waiting])?.playId).to.equal('waiting');
    expect(nextCoupon([one('points', {})])).to.equal(null);
  });
});
