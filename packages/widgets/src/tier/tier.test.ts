import { expect } from 'chai';
import { clearPage, inside } from '../../../../test/support/element.ts';
import { describeElement, showView, transcript } from '../../../../test/support/element-suite.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { known } from '../../../../test/support/gallery/known-facts.ts';
import { tierView } from '../../../../test/support/gallery/reading-fixtures.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { en } from '../../../../test/support/messages.ts';
import { RegularsTier } from './tier.ts';
import { tierShare } from './tier.view.ts';

describeElement('regulars-tier', RegularsTier.define, () => sheetViews('tier', 'en'));

describe('<regulars-tier>', () => {
  before(() => RegularsTier.define());
  afterEach(clearPage);
  const host = () => createFakeHost(en, { locale: 'en' });

  it('names the tier, the way to the next and what each gives', async () => {
    const tier = await showView('regulars-tier', tierView('en'), host());
    expect(transcript(tier)).to.deep.equal([
      'region: Your tier',
      'heading: Your tier',
      'progress: 360 points to Gold',
      'heading: Bronze',
      'heading: Silver',
      'heading: Gold',
    ]);
    expect(inside(tier, '.name').textContent).to.equal('Silver');
    expect(inside(tier, '[aria-current=true] h3').textContent?.trim()).to.equal('Silver');
  });

  it('says until when a tier stays, and at the top that there is no higher', async () => {
    const { next: _, ...top } = known.tier;
    const view = tierView('en', 'ready', { known: { ...top, keepUntil: Date.UTC(2026, 11, 20) } });
    const tier = await showView('regulars-tier', view, host());
    expect(inside(tier, '.base').textContent)
      .to.contain('You are at the top.')
      .and.to.contain('Yours until Dec 20, 2026');
  });
});

describe('tier view', () => {
  it('measures the way from this tier to the next', () => {
    expect(tierShare(known.tier)).to.be.closeTo(0.28, 0.001);
    const { next: _, ...top } = known.tier;
    expect(tierShare(top)).to.equal(1);
    expect(tierShare({ points: 0, levels: [], next: { id: 'x', label: 'X', missing: 0 } })).to.equal(0);
  });
});
