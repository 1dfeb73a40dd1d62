import { expect } from 'chai';
import { allInside, clearPage, inside, once } from '../../../../test/support/element.ts';
import { describeElement, showView } from '../../../../test/support/element-suite.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { countdownView } from '../../../../test/support/gallery/reading-fixtures.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { en } from '../../../../test/support/messages.ts';
import { RegularsCountdown } from './countdown.ts';
import { ANNOUNCED, passedMoment, timeParts } from './countdown.view.ts';

describeElement('regulars-countdown', RegularsCountdown.define, () => sheetViews('countdown', 'en'));

describe('<regulars-countdown>', () => {
  before(() => RegularsCountdown.define());
  afterEach(clearPage);
  const show = (leftMs: number) =>
    showView<RegularsCountdown>(
      'regulars-countdown',
      countdownView('en', leftMs),
      createFakeHost(en, { locale: 'en' }),
    );

  it('W49 is gone at zero, says so once, and does not begin again', async () => {
    const countdown = await show(40);
    await once(countdown, 'regulars-countdown-ended');
    await countdown.updateComplete;
    expect(allInside(countdown, '.time')).to.have.lengthOf(0);
    expect(allInside(countdown, 'slot')).to.have.lengthOf(1);
    countdown.requestUpdate();
    await countdown.updateComplete;
    expect(allInside(countdown, '.time')).to.have.lengthOf(0);
  });

  it('says aloud that an hour is left when it is, and nothing before', async () => {
    const countdown = await show(3_600_000 + 60);
    const said = () => inside(countdown, '[role=status]').textContent;
    expect(said()).to.equal('');
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (said()) resolve();
        else requestAnimationFrame(look);
      };
      look();
    });
    expect(said()).to.equal('in 1 hour');
  });

  it('does not tick aloud', async () => {
    const countdown = await show(90_000);
    expect(inside(countdown, '.time').getAttribute('aria-live')).to.equal('off');
  });
});

describe('countdown view', () => {
  it('W49 announces at one day, one hour and ten minutes alone', () => {
    const heard: number[] = [];
    let before = 2 * 864e5;
    for (let left = before - 1000; left >= 0; left -= 1000) {
      const moment = passedMoment(before, left);
      if (moment !== undefined) heard.push(moment);
      before = left;
    }
    expect(heard).to.deep.equal(ANNOUNCED);
  });

  it('writes the parts in the words of the language', () => {
    expect(timeParts(90_061_000, 'en').map(({ count, label }) => `${count} ${label}`)).to.deep.equal([
      '1 day',
      '01 hour',
      '01 minute',
      '01 second',
    ]);
    expect(timeParts(5000, 'bg').map(({ label }) => label)).to.deep.equal(['часа', 'минути', 'секунди']);
  });
});
