import { expect } from 'chai';
import { allInside, clearPage, inside } from '../../../../test/support/element.ts';
import { describeElement, showView } from '../../../../test/support/element-suite.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { known } from '../../../../test/support/gallery/known-facts.ts';
import { streakView } from '../../../../test/support/gallery/reading-fixtures.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { en } from '../../../../test/support/messages.ts';
import { RegularsStreak } from './streak.ts';
import { streakDays, streakKeep } from './streak.view.ts';

describeElement('regulars-streak', RegularsStreak.define, () => sheetViews('streak', 'en'));

describe('<regulars-streak>', () => {
  before(() => RegularsStreak.define());
  afterEach(clearPage);
  const host = () => createFakeHost(en, { locale: 'en' });

  it('says how long it is, each of its days, and what keeps it', async () => {
    const streak = await showView('regulars-streak', streakView('en'), host());
    expect(inside(streak, '.count').textContent?.replace(/\s+/g, ' ').trim()).to.equal('5 days in a row');
    const days = allInside(streak, '.days .unseen').map(({ textContent }) => textContent);
    expect(days[0]).to.equal('Nov 16, 2026: missed');
    expect(days[3]).to.equal('Nov 19, 2026: bridged by a freeze');
    expect(days[6]).to.equal('Nov 22, 2026: still open');
    expect(inside(streak, '.keep').textContent).to.match(/^It goes on until Sunday/);
  });

  it('begins anew after a break without a word of blame', async () => {
    const [one] = known.streak;
    const broken = { ...one, count: 0, keepUntil: undefined };
    const streak = await showView('regulars-streak', streakView('en', 'ready', { known: [broken] }), host());
    expect(inside(streak, '.keep').textContent).to.equal('Today can be the first day.');
  });
});

describe('streak view', () => {
  it('names days of the calendar in no zone and takes the last seven', () => {
    const [one] = known.streak;
    const days = streakDays({ ...one, days: [{ date: '2026-11-15', state: 'done' }, ...one.days] }, 'en');
    expect(days.map(({ name }) => name)).to.deep.equal(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
    expect(streakKeep({ ...one, doneNow: true }, 'en').key).to.equal('streak.done-day');
  });
});
