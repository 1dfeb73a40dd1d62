import { expect } from 'chai';
import { allInside, clearPage, inside, once } from '../../../../test/support/element.ts';
import { describeElement, showView } from '../../../../test/support/element-suite.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { reelsView } from '../../../../test/support/gallery/game-fixtures.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { en } from '../../../../test/support/messages.ts';
import { RegularsReels } from './reels.ts';
import { reelOf, symbolOf } from './reels.view.ts';

describeElement('regulars-reels', RegularsReels.define, () => sheetViews('reels', 'en'));

describe('<regulars-reels>', () => {
  before(() => RegularsReels.define());
  afterEach(clearPage);

  it('turns, stops at the prize on all three reels, and only then says it', async () => {
    const host = createFakeHost(en, { locale: 'en' });
    const reels = await showView<RegularsReels>('regulars-reels', reelsView('en'), host);
    reels.spinMs = 40;
    inside(reels, '.act').click();
    reels.view = reelsView('en', { state: 'drawing' });
    await reels.updateComplete;
    const settled = once(reels, 'regulars-reels-settled');
    reels.view = reelsView('en', { state: 'drawn', prizeIndex: 3, win: true });
    await reels.updateComplete;
    expect(inside(reels, '.result').textContent).to.equal('');
    await settled;
    await reels.updateComplete;
    expect(inside(reels, '.result').textContent).to.equal('You won: A tea towel');
    const last = allInside(reels, '.strip').map((strip) => strip.lastElementChild?.classList.contains('c3'));
    expect(last).to.deep.equal([true, true, true]);
  });

  it('shows its symbol beside each prize in the table of odds', async () => {
    const reels = await showView('regulars-reels', reelsView('en'), createFakeHost(en, { locale: 'en' }));
    expect(allInside(reels, 'tbody .symbol').map(({ classList }) => classList[1])).to.deep.equal([
      'c0',
      'c1',
      'c2',
      'c3',
      'c4',
    ]);
  });
});

describe('reels view', () => {
  it('never stops one short: every reel ends at the drawn prize', () => {
    for (const prize of [0, 3, 7]) {
      for (const reel of [0, 1, 2]) expect(reelOf(reel, prize, 8).at(-1)).to.equal(symbolOf(prize));
    }
  });
});
