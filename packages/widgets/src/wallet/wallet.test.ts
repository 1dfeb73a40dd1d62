import { expect } from 'chai';
import { allInside, audit, clearPage, inside, mount } from '../../../../test/support/element.ts';
import { describeElement } from '../../../../test/support/element-suite.ts';
import { createBrokenHost, createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { walletView } from '../../../../test/support/gallery/fixtures.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { allMessages, en } from '../../../../test/support/messages.ts';
import { RegularsWallet } from './wallet.ts';
import { walletLines } from './wallet.view.ts';

const host = () => createFakeHost(en, { locale: 'en' });
const show = (properties: Partial<RegularsWallet>, children?: string) =>
  mount<RegularsWallet>('regulars-wallet', properties, children);
const wordsOf = (element: Element) => inside(element, '.base').textContent?.replace(/\s+/g, ' ') ?? '';

describeElement('regulars-wallet', RegularsWallet.define, () => sheetViews('wallet', 'en'));

describe('<regulars-wallet>', () => {
  before(() => RegularsWallet.define());
  afterEach(clearPage);

  for (const state of ['ready', 'loading', 'error', 'offline', 'anonymous'] as const) {
    it(`is accessible while ${state}`, async () => {
      const wallet = await show({ host: host(), view: walletView('en', state) });
      const { violations, insideCount } = await audit(wallet);
      expect(violations).to.deep.equal([]);
      expect(insideCount).to.be.greaterThan(0);
    });
  }

  it('shows its children while nothing is decided', async () => {
    const wallet = await show({}, '<p>Points come with your first order.</p>');
    expect(inside<HTMLSlotElement>(wallet, 'slot').assignedElements()).to.have.lengthOf(1);
  });

  it('tells balance, pending points and history with order and sign', async () => {
    const wallet = await show({ host: host(), view: walletView('en') });
    expect(wordsOf(wallet)).to.contain('1,284 points').and.to.contain('62 more are on their way');
    const [first, , third] = allInside(wallet, 'li').map(({ textContent }) =>
      textContent?.replace(/\s+/g, ' '),
    );
    expect(first).to.contain('Earned').and.to.contain('Order 10034').and.to.contain('+62');
    expect(third).to.contain('Spent').and.to.contain('-300');
  });

  it('chooses the plural form of the language', async () => {
    const russian = createFakeHost(await allMessages('ru'), { locale: 'ru' });
    const unitOf = async (points: number) => {
      const view = walletView('ru');
      const wallet = await show({
        host: russian,
        view: { ...view, known: { points, pending: 0, entries: [] } },
      });
      return inside(wallet, '.points .quiet').textContent;
    };
    expect([await unitOf(1), await unitOf(3), await unitOf(5), await unitOf(21)]).to.deep.equal([
      'балл',
      'балла',
      'баллов',
      'балл',
    ]);
  });

  it('keeps the points it knows and offers another try when reading them anew fails', async () => {
    const fake = host();
    const wallet = await show({ host: fake, view: { ...walletView('en'), state: 'offline' } });
    expect(wordsOf(wallet)).to.contain('1,284').and.to.contain('You are offline');
    inside(wallet, 'button').click();
    expect(fake.signals).to.deep.equal([{ type: 'reward', campaignId: 'points-wallet', act: 'refresh' }]);
  });

  it('asks nothing when the page prevents the request', async () => {
    const fake = host();
    const wallet = await show({ host: fake, view: walletView('en', 'error') });
    wallet.addEventListener('regulars-wallet-refresh', (event) => event.preventDefault());
    inside(wallet, 'button').click();
    expect(fake.signals).to.deep.equal([]);
  });

  it('renders with a host that throws, in the words of its keys', async () => {
    const wallet = await show({ host: createBrokenHost(), view: walletView('en', 'error') });
    inside(wallet, 'button').click();
    expect(inside(wallet, 'button').textContent).to.equal('Retry');
  });

  it('hides the points of a customer who has signed out', async () => {
    const wallet = await show({ host: host(), view: { ...walletView('en'), state: 'anonymous' } });
    expect(wordsOf(wallet)).not.to.contain('1,284');
    expect(wordsOf(wallet)).to.contain('Points are collected with your first order.');
  });

  it('offers what points buy, and asks for it by its id', async () => {
    const fake = host();
    const offers = [
      { id: 'tea', label: 'A tea towel', points: 300, reward: 'coupon' },
      { id: 'pan', label: 'A pan', points: 9000, reward: 'coupon', refusal: 'not-enough-points' },
    ] as const;
    const wallet = await show({ host: fake, view: { ...walletView('en'), offers } });
    for (const button of allInside(wallet, '.offers button')) button.click();
    expect(fake.signals).to.deep.equal([
      { type: 'reward', campaignId: 'points-wallet', act: 'redeem', value: 'tea' },
    ]);
    expect(wordsOf(wallet)).to.contain('Not enough points yet');
  });

  it('follows its slot until it is removed', async () => {
    const fake = host();
    const wallet = await show({ host: fake, for: 'account' }, '<p>None</p>');
    fake.show('account', walletView('en'));
    await wallet.updateComplete;
    expect(wordsOf(wallet)).to.contain('1,284');
    wallet.remove();
    fake.show('account', walletView('en', 'error'));
    await wallet.updateComplete;
    expect(wordsOf(wallet)).to.contain('1,284');
  });
});

describe('wallet view', () => {
  it('lists the newest movements first, as many as the campaign says', () => {
    const { known } = walletView('en');
    expect(known && walletLines(known, 2).map(({ id }) => id)).to.deep.equal(['1', '2']);
  });
});
