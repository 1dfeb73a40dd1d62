import type { PrivacyView, WidgetView } from '@regulars/core';
import { expect } from 'chai';
import { allInside, clearPage, inside, press } from '../../../../test/support/element.ts';
import { describeElement, showView, transcript } from '../../../../test/support/element-suite.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { privacyView } from '../../../../test/support/gallery/privacy-fixtures.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { en } from '../../../../test/support/messages.ts';
import { RegularsPrivacy } from './privacy.ts';
import { privacyShow } from './privacy.view.ts';

describeElement('regulars-privacy', RegularsPrivacy.define, () => sheetViews('privacy', 'en'));

const host = () => createFakeHost(en, { locale: 'en' });
const show = (view: WidgetView, fake = host()) => showView<RegularsPrivacy>('regulars-privacy', view, fake);
const button = (element: RegularsPrivacy, words: string): HTMLElement => {
  const found = allInside(element, 'button').find(({ textContent }) => textContent?.trim().startsWith(words));
  if (!found) throw new Error(`no button ${words}`);
  return found;
};

describe('<regulars-privacy>', () => {
  before(() => RegularsPrivacy.define());
  afterEach(clearPage);

  it('says in plain words what was allowed, what is held, and what can be done', async () => {
    const element = await show(privacyView('en'));
    const heard = transcript(element).filter((one) => !one.startsWith('group:'));
    expect(heard).to.deep.equal([
      'region: What we know about you',
      'heading: What we know about you',
      'heading: What you allowed',
      'button: Change',
      'heading: What is kept on this device',
      'button: Download',
      'button: Erase',
      'heading: What you want to see',
      'switch: Products chosen for you By what you looked at. Without it: what is popular, the same for everybody.',
      'switch: Tips Tours, hints and messages may appear by themselves.',
      'switch: Games Wheels, boxes and cards to scratch may be offered.',
    ]);
    const words = allInside(element, '#held li').map(({ textContent }) => textContent);
    expect(words.slice(0, 3)).to.deep.equal(['24 pages opened', '1 look at a product', '2 searches']);
  });

  it('says that nothing is held before an answer and after a no, and offers no erasing then', async () => {
    for (const answered of [false, true]) {
      const consent = { answered, granted: ['necessary'], gpc: false } as const;
      const element = await show(privacyView('en', { consent, held: [] }));
      expect(inside(element, '#held p').textContent).to.equal('Nothing is kept on this device.');
      const states = allInside(element, '#consent strong').map(({ textContent }) => textContent);
      expect(new Set(states)).to.deep.equal(new Set([answered ? 'Not allowed' : 'Not answered']));
      expect(allInside(element, '#held button')).to.have.lengthOf(0);
      // Games need no yes; lists and tips would have nothing to switch.
      expect(allInside(element, '[role="switch"]')).to.have.lengthOf(1);
      element.remove();
    }
  });

  it('says so where the browser stores nothing', async () => {
    const element = await show(privacyView('en', { memory: true }));
    expect(inside(element, '#held').textContent).to.contain('Your browser stores nothing for this shop');
  });

  it('erases only after a question that takes the focus, and Escape keeps everything', async () => {
    const fake = host();
    const element = await show(privacyView('en'), fake);
    button(element, 'Erase').click();
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).to.equal(inside(element, '#ask'));
    expect(fake.signals).to.have.lengthOf(1);
    press(inside(element, '#ask'), 'Escape');
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).to.equal(button(element, 'Erase'));
    button(element, 'Erase').click();
    await element.updateComplete;
    button(element, 'Yes').click();
    expect(fake.signals.at(-1)).to.deep.equal({ type: 'guidance', campaignId: 'my-privacy', act: 'erase' });
  });

  it('tells the end of the erasure in its live region and puts the focus where the question was', async () => {
    const element = await show(privacyView('en'));
    const status = inside(element, '[role="status"]');
    expect(status.textContent).to.equal('');
    button(element, 'Erase').click();
    await element.updateComplete;
    element.view = privacyView('en', { state: 'busy' });
    await element.updateComplete;
    expect(button(element, 'Yes').getAttribute('aria-disabled')).to.equal('true');
    button(element, 'Keep').click();
    element.view = privacyView('en', { held: [], said: 'erased' });
    await element.updateComplete;
    await element.updateComplete;
    expect(inside(element, '[role="status"]')).to.equal(status);
    expect(status.textContent).to.contain('Erased.');
    expect(element.shadowRoot?.activeElement).to.equal(inside(element, '#held'));
  });

  it('saves a file once, by a link of its own', async () => {
    const element = await show(privacyView('en'));
    const saved: string[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push(`${this.download} ${this.protocol}`);
    };
    try {
      const file = { name: 'regulars-shop.json', text: '{}' };
      element.view = privacyView('en', { file, said: 'downloaded' });
      await element.updateComplete;
      element.view = privacyView('en', { file, said: 'downloaded' });
      await element.updateComplete;
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(saved).to.deep.equal(['regulars-shop.json blob:']);
  });

  it('turns switches, unless the page prevents it', async () => {
    const fake = host();
    const element = await show(privacyView('en'), fake);
    const [lists] = allInside(element, '[role="switch"]');
    lists?.click();
    expect(fake.signals.at(-1)).to.deep.equal({
      type: 'guidance',
      campaignId: 'my-privacy',
      act: 'switch',
      name: 'lists',
      on: false,
    });
    element.addEventListener('regulars-privacy-act', (event) => event.preventDefault());
    lists?.click();
    expect(fake.signals).to.have.lengthOf(2);
  });

  it('asks the page for its banner', async () => {
    const element = await show(privacyView('en'));
    const asked: unknown[] = [];
    document.body.addEventListener('regulars-privacy-change', ({ detail }) => asked.push(detail), {
      once: true,
    });
    button(element, 'Change').click();
    expect(asked).to.deep.equal([{ campaignId: 'my-privacy' }]);
  });
});

describe('privacy view', () => {
  const shown = (change: Partial<PrivacyView>) => privacyShow(privacyView('en', change));

  it('shows a switch only where its purpose was granted', () => {
    const names = (granted: PrivacyView['consent']['granted']) =>
      shown({ consent: { answered: true, granted, gpc: false } }).switches.map(({ name }) => name);
    expect(names(['necessary', 'functional'])).to.deep.equal(['tips', 'games']);
    expect(names(['necessary', 'personalization'])).to.deep.equal(['lists', 'games']);
    expect(names(['necessary'])).to.deep.equal(['games']);
  });

  it('keeps to the parts that the shop asks for, in its order', () => {
    expect(shown({ props: { parts: ['switches', 'held'] } }).parts).to.deep.equal(['switches', 'held']);
    expect(shown({}).parts).to.deep.equal(['consent', 'held', 'switches']);
  });

  it('says after an erasure whether recording goes on', () => {
    const consent = { answered: true, granted: ['necessary'], gpc: false } as const;
    expect(shown({ said: 'erased' }).said).to.equal('erased-goes-on');
    expect(shown({ said: 'erased', consent }).said).to.equal('erased');
    expect(shown({ state: 'error' }).said).to.equal('failed');
  });
});
