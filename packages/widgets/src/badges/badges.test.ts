import { expect } from 'chai';
import { allInside, clearPage, inside } from '../../../../test/support/element.ts';
import { describeElement, showView } from '../../../../test/support/element-suite.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { known } from '../../../../test/support/gallery/known-facts.ts';
import { badgesView } from '../../../../test/support/gallery/reading-fixtures.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { en } from '../../../../test/support/messages.ts';
import { RegularsBadges } from './badges.ts';
import { shownBadges } from './badges.view.ts';

describeElement('regulars-badges', RegularsBadges.define, () => sheetViews('badges', 'en'));

describe('<regulars-badges>', () => {
  before(() => RegularsBadges.define());
  afterEach(clearPage);
  const host = () => createFakeHost(en, { locale: 'en' });

  it('puts earned ones first and says in words which are not', async () => {
    const badges = await showView('regulars-badges', badgesView('en'), host());
    const words = allInside(badges, 'li').map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());
    expect(words[0]).to.contain('First order').and.to.contain('Earned on Sep 3, 2026');
    expect(words[1]).to.contain('Tea lover').and.to.contain('3 of 5');
    expect(words[2]).to.contain('Not earned yet');
    expect(inside<HTMLProgressElement>(badges, 'progress').value).to.equal(3);
  });

  it('leaves out what is not earned when the campaign says so', async () => {
    const badges = await showView(
      'regulars-badges',
      badgesView('en', 'ready', { props: { earnedOnly: true } }),
      host(),
    );
    expect(allInside(badges, 'li')).to.have.lengthOf(1);
  });
});

describe('badges view', () => {
  it('sorts by day, then by how near they are', () => {
    expect(shownBadges([...known.badges].reverse()).map(({ id }) => id)).to.deep.equal([
      'first',
      'tea',
      'review',
    ]);
  });
});
