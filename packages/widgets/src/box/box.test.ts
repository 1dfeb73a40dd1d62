import { expect } from 'chai';
import { allInside, clearPage, inside, once } from '../../../../test/support/element.ts';
import { describeElement, showView, transcript } from '../../../../test/support/element-suite.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { boxView } from '../../../../test/support/gallery/game-fixtures.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { en } from '../../../../test/support/messages.ts';
import { RegularsBox } from './box.ts';

describeElement('regulars-box', RegularsBox.define, () => sheetViews('box', 'en'));

describe('<regulars-box>', () => {
  before(() => RegularsBox.define());
  afterEach(clearPage);

  it('asks for one draw by the chosen box, opens that one and leaves the others closed', async () => {
    const host = createFakeHost(en, { locale: 'en' });
    const box = await showView<RegularsBox>('regulars-box', boxView('en'), host);
    box.openMs = 30;
    allInside(box, '.gift')[1]?.click();
    expect(host.signals).to.deep.equal([{ type: 'game', campaignId: 'thank-you-box', act: 'draw' }]);
    box.view = boxView('en', { state: 'drawing' });
    await box.updateComplete;
    allInside(box, '.gift')[2]?.click();
    expect(host.signals).to.have.lengthOf(1);
    const settled = once(box, 'regulars-box-settled');
    box.view = boxView('en', { state: 'drawn', prizeIndex: 1, win: true });
    await settled;
    await box.updateComplete;
    expect(allInside(box, '.gift').map((gift) => gift.matches('.chosen.open'))).to.deep.equal([
      false,
      true,
      false,
    ]);
    expect(inside(box, '.result').textContent).to.equal('You won: 20 points');
  });

  it('reads as a group of boxes, a result, the odds and that the choice changes nothing', async () => {
    const view = boxView('en', { state: 'drawn', prizeIndex: 1, win: true });
    const box = await showView('regulars-box', view, createFakeHost(en, { locale: 'en' }));
    expect(transcript(box)).to.deep.equal([
      'region: Pick a box',
      'heading: Pick a box',
      'group: Mystery boxes',
      'button: Open box 1 (not now)',
      'button: Open box 2 (not now)',
      'button: Open box 3 (not now)',
      'status: You won: 20 points',
      'button: Get my prize',
      'table: Prizes and odds',
      'link: Rules of the game',
    ]);
    expect(inside(box, '.odds').textContent).to.contain('Every box has the same odds');
  });

  it('shows as many boxes as the campaign says', async () => {
    const { props, ...view } = boxView('en');
    const box = await showView(
      'regulars-box',
      { ...view, props: { ...props, boxes: 5 } },
      createFakeHost(en, { locale: 'en' }),
    );
    expect(allInside(box, '.gift')).to.have.lengthOf(5);
  });
});
