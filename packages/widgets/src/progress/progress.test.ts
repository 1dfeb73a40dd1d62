import { expect } from 'chai';
import { allInside, clearPage } from '../../../../test/support/element.ts';
import { describeElement, showView } from '../../../../test/support/element-suite.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { progressView } from '../../../../test/support/gallery/reading-fixtures.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { en } from '../../../../test/support/messages.ts';
import { RegularsProgress } from './progress.ts';

describeElement('regulars-progress', RegularsProgress.define, () => sheetViews('progress', 'en'));

describe('<regulars-progress>', () => {
  before(() => RegularsProgress.define());
  afterEach(clearPage);
  const host = () => createFakeHost(en, { locale: 'en' });

  it('says what is missing in the money of the shop, and what is reached', async () => {
    const progress = await showView('regulars-progress', progressView('en'), host());
    expect(allInside(progress, 'li p').map(({ textContent }) => textContent?.trim())).to.deep.equal([
      'Delivery is free',
      '€24.50 to a gift',
    ]);
    expect(allInside<HTMLProgressElement>(progress, 'progress').map(({ value }) => value)).to.deep.equal([
      1, 0.69,
    ]);
  });

  it('leaves the place to the shop while it knows no threshold', async () => {
    const progress = await showView('regulars-progress', progressView('en', { thresholds: [] }), host());
    expect(allInside(progress, 'slot')).to.have.lengthOf(1);
  });

  it('tells once when a threshold is reached, and nothing of what was reached before', async () => {
    const progress = await showView<RegularsProgress>('regulars-progress', progressView('en'), host());
    const heard: string[] = [];
    progress.addEventListener('regulars-progress-reached', ({ detail }) => heard.push(detail.kind));
    const reached = progressView('en').thresholds.map((one) => ({
      ...one,
      missing: { ...one.missing, value: 0 },
      share: 1,
    }));
    progress.view = progressView('en', { thresholds: reached });
    await progress.updateComplete;
    progress.view = progressView('en', { thresholds: [...reached] });
    await progress.updateComplete;
    expect(heard).to.deep.equal(['gift']);
  });
});
