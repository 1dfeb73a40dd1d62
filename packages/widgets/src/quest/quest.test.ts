import { expect } from 'chai';
import { allInside, clearPage, inside } from '../../../../test/support/element.ts';
import { describeElement, showView } from '../../../../test/support/element-suite.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { known } from '../../../../test/support/gallery/known-facts.ts';
import { questView } from '../../../../test/support/gallery/reading-fixtures.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { en } from '../../../../test/support/messages.ts';
import { RegularsQuest } from './quest.ts';
import { questShare, stepStates } from './quest.view.ts';

describeElement('regulars-quest', RegularsQuest.define, () => sheetViews('quest', 'en'));

describe('<regulars-quest>', () => {
  before(() => RegularsQuest.define());
  afterEach(clearPage);
  const host = () => createFakeHost(en, { locale: 'en' });

  it('shows its steps, what is done in words, what it gives and until when', async () => {
    const quest = await showView('regulars-quest', questView('en'), host());
    const steps = allInside(quest, 'ol > li').map(({ textContent }) =>
      textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(steps).to.deep.equal([
      'Look at three pans (done) 3 of 3',
      'Put one on your list (open)',
      'Order twice (open) 0 of 2',
    ]);
    expect(inside(quest, '.chip').textContent).to.equal('+ 150 points');
    expect(inside(quest, '.base').textContent).to.contain('in 9 days');
  });

  it('says that it is finished', async () => {
    const [one] = known.quest;
    const quest = await showView(
      'regulars-quest',
      questView('en', 'ready', { known: [{ ...one, state: 'done' }] }),
      host(),
    );
    expect(inside(quest, '.good').textContent).to.equal('Finished. Well done!');
  });
});

describe('quest view', () => {
  it('lets a step of a given order wait for the one before', () => {
    const [one] = known.quest;
    expect(stepStates(one).map(({ look }) => look)).to.deep.equal(['finished', 'current', '']);
    expect(stepStates({ ...one, order: 'any' }).map(({ look }) => look)).to.deep.equal([
      'finished',
      'current',
      'current',
    ]);
    expect(questShare(one)).to.equal(0.5);
    expect(questShare({ ...one, steps: [] })).to.equal(0);
  });
});
