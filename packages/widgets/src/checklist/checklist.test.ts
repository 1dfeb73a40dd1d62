import type { ChecklistView } from '@regulars/core';
import { expect } from 'chai';
import { allInside, audit, clearPage, inside, mount, once } from '../../../../test/support/element.ts';
import { createBrokenHost, createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { en } from '../../../../test/support/messages.ts';
import { ru } from '../messages/guidance/ru.ts';
import { RegularsChecklist } from './checklist.ts';
import { checklistShow } from './checklist.view.ts';

const host = () => createFakeHost(en, { locale: 'en' });
const missions: ChecklistView['props']['missions'] = [
  {
    id: 'look',
    title: 'look',
    body: 'lookWhy',
    event: 'product_viewed',
    count: 3,
    action: { type: 'open', url: '/c/garden' },
  },
  { id: 'tour', title: 'tour', event: 'tour_completed', action: { type: 'start', campaign: 'welcome-tour' } },
];
const texts = {
  title: 'Make yourself at home',
  look: 'Look at three plants',
  lookWhy: 'We **learn** what you like.',
  tour: 'Walk round the shop',
  reward: '50 points',
};
const viewOf = (change: Partial<ChecklistView> = {}): ChecklistView => ({
  type: 'checklist',
  campaignId: 'first-steps',
  lang: 'en',
  dir: 'ltr',
  texts,
  props: { missions },
  progress: [
    { id: 'look', count: 1, goal: 3 },
    { id: 'tour', count: 0, goal: 1 },
  ],
  folded: false,
  fresh: false,
  ...change,
});
const finished = viewOf().progress.map((one) => ({ ...one, count: one.goal }));
const show = (properties: Partial<RegularsChecklist>, children?: string) =>
  mount<RegularsChecklist>('regulars-checklist', properties, children);
const words = (element: Element): string => inside(element, '.box').textContent?.replace(/\s+/g, ' ') ?? '';
const button = (element: Element, label: string): HTMLElement => {
  const found = allInside(element, 'button, a').find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === label,
  );
  if (!found) throw new Error(`no button ${label}`);
  return found;
};

describe('<regulars-checklist>', () => {
  before(() => RegularsChecklist.define());
  afterEach(clearPage);

  const states: readonly Partial<ChecklistView>[] = [
    {},
    { folded: true },
    { progress: finished, fresh: true, reward: { state: 'ready' } },
    { progress: finished, reward: { state: 'given', code: 'FIRST-50', label: '5 %' } },
    { reward: { state: 'locked' } },
  ];
  for (const [at, change] of states.entries()) {
    it(`is accessible in state ${at}`, async () => {
      const { violations, insideCount } = await audit(await show({ host: host(), view: viewOf(change) }));
      expect(violations).to.deep.equal([]);
      expect(insideCount).to.be.greaterThan(0);
    });
  }

  it('shows its children while nothing is decided', async () => {
    const element = await show({}, '<p>Welcome.</p>');
    expect(inside<HTMLSlotElement>(element, 'slot').assignedElements()).to.have.lengthOf(1);
  });

  it('tells how far each mission is, and ticks off what is done', async () => {
    const element = await show({ host: host(), view: viewOf() });
    expect(words(element)).to.contain('0 of 2 done').and.to.contain('1 of 3');
    element.view = viewOf({
      progress: [
        { id: 'look', count: 3, goal: 3 },
        { id: 'tour', count: 0, goal: 1 },
      ],
    });
    await element.updateComplete;
    expect(words(element)).to.contain('1 of 2 done');
    expect(allInside(element, 'li.done')).to.have.lengthOf(1);
    expect(inside(element, '.track').style.getPropertyValue('--_done')).to.equal('0.5');
  });

  it('leads to a mission by a link, or starts its tour', async () => {
    const fake = host();
    const element = await show({ host: fake, view: viewOf() });
    expect(button(element, 'Go: Look at three plants').getAttribute('href')).to.equal('/c/garden');
    button(element, 'Go: Walk round the shop').click();
    expect(fake.signals.at(-1)).to.deep.equal({
      type: 'guidance',
      campaignId: 'first-steps',
      act: 'start',
      campaign: 'welcome-tour',
    });
  });

  it('folds by its button, which says whether it is open', async () => {
    const fake = host();
    const element = await show({ host: fake, view: viewOf() });
    button(element, 'Show or hide the steps').click();
    expect(fake.signals.at(-1)).to.include({ act: 'fold' });
    element.view = viewOf({ folded: true });
    await element.updateComplete;
    expect(inside(element, '#rest').hidden).to.equal(true);
    expect(inside(element, '.fold').getAttribute('aria-expanded')).to.equal('false');
    inside(element, '.fold').click();
    expect(fake.signals.at(-1)).to.include({ act: 'unfold' });
  });

  it('is glad once, in a word and by an event, when the last mission is done', async () => {
    const element = await show({ host: host(), view: viewOf() });
    const event = once(element, 'regulars-checklist-finished');
    element.view = viewOf({ progress: finished, fresh: true });
    await event;
    expect(inside(element, '[role="status"]').textContent).to.equal('All done. Well done!');
    let again = 0;
    element.addEventListener('regulars-checklist-finished', () => again++);
    element.view = viewOf({ progress: finished, fresh: true });
    await element.updateComplete;
    expect(again).to.equal(0);
  });

  it('collects a reward once, shows its code, and says why not', async () => {
    const fake = host();
    const element = await show({
      host: fake,
      view: viewOf({ progress: finished, reward: { state: 'ready' } }),
    });
    button(element, 'Collect it').click();
    expect(fake.signals.at(-1)).to.include({ act: 'claim' });
    element.view = viewOf({ progress: finished, reward: { state: 'asking' } });
    await element.updateComplete;
    button(element, 'One moment…').click();
    expect(fake.signals.filter((one) => 'act' in one && one.act === 'claim')).to.have.lengthOf(1);
    element.view = viewOf({ progress: finished, reward: { state: 'given', label: '5 %', code: 'FIRST-50' } });
    await element.updateComplete;
    expect(inside(element, '[part="code"]').textContent).to.equal('FIRST-50');
    element.view = viewOf({ progress: finished, reward: { state: 'refused', reason: 'out-of-stock' } });
    await element.updateComplete;
    expect(words(element)).to.contain('All prizes are gone');
  });

  it('does nothing when the page prevents it', async () => {
    const fake = host();
    const element = await show({ host: fake, view: viewOf() });
    element.addEventListener('regulars-checklist-act', (event) => event.preventDefault());
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    button(element, 'Go: Look at three plants').dispatchEvent(click);
    button(element, 'Close the list').click();
    inside(element, '.fold').click();
    expect(click.defaultPrevented).to.equal(true);
    expect(fake.signals.map(({ type }) => type)).to.deep.equal(['shown']);
  });

  it('chooses the plural form of the language', async () => {
    const russian = createFakeHost(ru, { locale: 'ru' });
    const of = async (points: number) => {
      const view = viewOf({ progress: finished, reward: { state: 'given', points } });
      return words(await show({ host: russian, view }));
    };
    expect(await of(1)).to.contain('1 балл ');
    expect(await of(3)).to.contain('3 балла');
    expect(await of(25)).to.contain('25 баллов');
  });

  it('renders with a host that throws, and follows its slot until it is removed', async () => {
    const broken = await show({ host: createBrokenHost(), view: viewOf() });
    inside(broken, '.fold').click();
    expect(words(broken)).to.contain('Look at three plants');
    const fake = host();
    const element = await show({ host: fake, for: 'home' });
    fake.show('home', viewOf());
    await element.updateComplete;
    element.remove();
    fake.show('home', null);
    await element.updateComplete;
    expect(words(element)).to.contain('Look at three plants');
  });
});

describe('checklist view', () => {
  it('keeps a mission whose progress is unknown open, and takes the button from one that is done', () => {
    const { rows, finished: all } = checklistShow(viewOf({ progress: [{ id: 'tour', count: 1, goal: 1 }] }));
    expect(rows.map(({ done }) => done)).to.deep.equal([false, true]);
    expect(rows[1]?.action).to.equal(undefined);
    expect(all).to.equal(false);
  });
});
