import { expect } from 'chai';
import { allInside, clearPage, inside } from '../../../../test/support/element.ts';
import { describeElement, showView } from '../../../../test/support/element-suite.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { known } from '../../../../test/support/gallery/known-facts.ts';
import { prizesView } from '../../../../test/support/gallery/reading-fixtures.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { en } from '../../../../test/support/messages.ts';
import { until } from '../../../../test/support/until.ts';
import { RegularsPrizes } from './prizes.ts';

describeElement('regulars-prizes', RegularsPrizes.define, () => sheetViews('prizes', 'en'));

describe('<regulars-prizes>', () => {
  before(() => RegularsPrizes.define());
  afterEach(clearPage);
  const host = () => createFakeHost(en, { locale: 'en' });

  it('lists what ends first, first, with its end in words', async () => {
    const prizes = await showView('regulars-prizes', prizesView('en'), host());
    expect(allInside(prizes, 'h3').map(({ textContent }) => textContent)).to.deep.equal([
      'Free delivery',
      '10 % off',
    ]);
    expect(
      allInside(prizes, '.head .chip').map(({ textContent }) =>
        /in (1 day|12 days)$/.test(textContent ?? ''),
      ),
    ).to.deep.equal([true, true]);
  });

  it('collects, sends and applies by real buttons, each by what it is about', async () => {
    const fake = host();
    const prizes = await showView('regulars-prizes', prizesView('en'), fake);
    for (const words of ['Collect', 'Send it to me', 'Use in my cart']) {
      allInside(prizes, 'button')
        .find(({ textContent }) => textContent?.trim() === words)
        ?.click();
    }
    expect(
      fake.signals.map((signal) => ('value' in signal ? `${signal.act} ${signal.value}` : '')),
    ).to.deep.equal(['claim p2', 'send p2', 'apply THANKS-7K2P-9QXM']);
  });

  it('asks nothing when the page prevents it or another act is under way', async () => {
    const fake = host();
    const prizes = await showView<RegularsPrizes>('regulars-prizes', prizesView('en'), fake);
    prizes.addEventListener('regulars-prizes-claim', (event) => event.preventDefault());
    inside(prizes, 'button.strong').click();
    prizes.view = prizesView('en', 'ready', { answer: { act: 'send', value: 'p1', state: 'busy' } });
    await prizes.updateComplete;
    for (const button of allInside(prizes, 'button:not(.copy)')) button.click();
    expect(fake.signals).to.deep.equal([]);
  });

  it('spells the code out for a screen reader and says that it was copied', async () => {
    const prizes = await showView('regulars-prizes', prizesView('en'), host());
    expect(inside(prizes, 'code').getAttribute('aria-hidden')).to.equal('true');
    expect(inside(prizes, '.coupon .unseen').textContent).to.equal('T H A N K S - 7 K 2 P - 9 Q X M');
    inside(prizes, '.copy').click();
    await until(() => /^Copied|Copying is blocked/.test(inside(prizes, '.coupon + p').textContent ?? ''));
  });

  it('says why not, in our words or in the words of the shop', async () => {
    const said = async (reason: string) => {
      const view = prizesView('en', 'ready', {
        answer: { act: 'claim', value: 'p2', state: 'refused', reason },
      });
      const prizes = await showView('regulars-prizes', view, host());
      return allInside(prizes, 'li:first-child p[role=status]')
        .map(({ textContent }) => textContent)
        .join('');
    };
    expect(await said('token-expired')).to.equal('This prize has expired.');
    expect(await said('Только один купон.')).to.equal('Только один купон.');
  });

  it('says what a coupon asks, and nothing where it asks nothing', async () => {
    const prizes = await showView('regulars-prizes', prizesView('en'), host());
    expect(allInside(prizes, '[part="conditions"]').map(({ textContent }) => textContent)).to.deep.equal([
      'For one order of 30 euro or more.',
    ]);
  });

  it('has no code in the page before it was collected', async () => {
    const [, waiting] = known.prizes;
    const prizes = await showView('regulars-prizes', prizesView('en', 'ready', { known: [waiting] }), host());
    expect(allInside(prizes, 'code')).to.have.lengthOf(0);
  });
});
