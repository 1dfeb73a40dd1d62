import type { LauncherView } from '@regulars/core';
import { expect } from 'chai';
import {
  addHtml,
  allInside,
  audit,
  clearPage,
  inside,
  mount,
  press,
} from '../../../../test/support/element.ts';
import { createBrokenHost, createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { en } from '../../../../test/support/messages.ts';
import { RegularsLauncher } from './launcher.ts';
import { launcherShow } from './launcher.view.ts';

const host = () => createFakeHost(en, { locale: 'en' });
const rows: LauncherView['rows'] = [
  { id: 'tour:welcome', group: 'tours', label: 'A walk round the shop' },
  { id: 'prize:1', group: 'prizes', label: '10 % off' },
  { id: 'prize:2', group: 'prizes', label: 'Free delivery', code: 'SHIP-77' },
  { id: 'prize:3', group: 'prizes', label: '50 points', collected: true },
  { id: 'link:0', group: 'links', label: 'Returns', url: '/help' },
  { id: 'support', group: 'support', code: '1A2B3C' },
  { id: 'tips', group: 'tips' },
];
const viewOf = (change: Partial<LauncherView> = {}): LauncherView => ({
  type: 'launcher',
  campaignId: 'help',
  lang: 'en',
  dir: 'ltr',
  texts: {},
  props: {},
  state: 'closed',
  rows: [],
  tips: true,
  ...change,
});
const ready = viewOf({ state: 'ready', rows });
const show = (properties: Partial<RegularsLauncher> = {}) =>
  mount<RegularsLauncher>('regulars-launcher', { host: host(), view: viewOf(), ...properties });
const row = (element: Element, words: string): HTMLElement => {
  const found = allInside(element, '.row').find(({ textContent }) => textContent?.includes(words));
  if (!found) throw new Error(`no row ${words}`);
  return found;
};

describe('<regulars-launcher>', () => {
  before(() => RegularsLauncher.define());
  afterEach(clearPage);

  for (const view of [
    viewOf(),
    ready,
    ...(['loading', 'error', 'ready'] as const).map((state) => viewOf({ state })),
  ]) {
    it(`is accessible ${view.state} with ${view.rows.length} rows`, async () => {
      const { violations, insideCount } = await audit(await show({ view }));
      expect(violations).to.deep.equal([]);
      expect(insideCount).to.be.greaterThan(0);
    });
  }

  it('asks to open, and shows what is loading, empty or wrong in words', async () => {
    const fake = host();
    const element = await show({ host: fake });
    inside(element, '.opener').click();
    expect(fake.signals).to.deep.equal([
      { type: 'shown', campaignId: 'help' },
      { type: 'guidance', campaignId: 'help', act: 'open' },
    ]);
    const words = async (view: LauncherView) => {
      element.view = view;
      await element.updateComplete;
      return inside(element, '[role="status"]').textContent;
    };
    expect(await words(viewOf({ state: 'loading' }))).to.equal('One moment…');
    expect(await words(viewOf({ state: 'ready' }))).to.equal('There is nothing here right now.');
    expect(await words(viewOf({ state: 'error' }))).to.contain('did not work');
    allInside(element, '.list > button')[0]?.click();
    expect(fake.signals.at(-1)).to.include({ act: 'open' });
  });

  it('lists rows under their headings and tells which one was chosen', async () => {
    const fake = host();
    const element = await show({ host: fake, view: ready });
    expect(allInside(element, 'h3').map(({ textContent }) => textContent)).to.deep.equal([
      'Show me round',
      'Prizes to collect',
      'Good to know',
      'Code for our support',
    ]);
    row(element, 'A walk').click();
    expect(fake.signals.at(-1)).to.deep.equal({
      type: 'guidance',
      campaignId: 'help',
      act: 'choose',
      row: 'tour:welcome',
    });
    expect(row(element, 'Returns').getAttribute('href')).to.equal('/help');
    expect(row(element, 'Free delivery').querySelector('code')?.textContent).to.equal('SHIP-77');
  });

  it('says of a prize without a code that it is in the account, and keeps the focus when its button goes', async () => {
    const left = { ...ready, rows: [{ id: 'prize:9', group: 'prizes', label: '20 points' } as const] };
    const element = await show({ view: left });
    row(element, '20 points').focus();
    element.view = { ...left, rows: left.rows.map((one) => ({ ...one, collected: true as const })) };
    await element.updateComplete;
    expect(inside(element, 'li .row').textContent).to.contain('20 points').and.contain('In your account');
    expect(inside(element, 'li').querySelector('button')).to.equal(null);
    expect(element.shadowRoot?.activeElement).to.equal(inside(element, '.panel'));
  });

  it('switches tips as a switch', async () => {
    const fake = host();
    const element = await show({ host: fake, view: ready });
    const tips = inside(element, '[role="switch"]');
    expect(tips.getAttribute('aria-checked')).to.equal('true');
    tips.click();
    expect(fake.signals.at(-1)).to.deep.equal({
      type: 'guidance',
      campaignId: 'help',
      act: 'tips',
      on: false,
    });
    element.view = { ...ready, tips: false };
    await element.updateComplete;
    expect(tips.getAttribute('aria-checked')).to.equal('false');
  });

  it('takes the focus when it opens and gives it back to the button', async () => {
    const fake = host();
    const element = await show({ host: fake });
    inside(element, '.opener').focus();
    element.view = ready;
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).to.equal(inside(element, '.panel'));
    press(inside(element, '.panel'), 'Escape');
    expect(fake.signals.at(-1)).to.include({ act: 'close' });
    element.view = viewOf();
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).to.equal(inside(element, '.opener'));
  });

  it('closes by a press elsewhere, and no more once it is removed', async () => {
    const fake = host();
    const element = await show({ host: fake, view: ready });
    const pressBody = () =>
      document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    pressBody();
    expect(fake.signals.at(-1)).to.include({ act: 'close' });
    const count = fake.signals.length;
    element.remove();
    pressBody();
    expect(fake.signals).to.have.lengthOf(count);
  });

  it('stands above a bar at the lower edge', async () => {
    addHtml('<div style="position: fixed; inset: auto 0 0; height: 90px; background: #fff">Cookies</div>');
    const element = await show();
    const { bottom } = inside(element, '.opener').getBoundingClientRect();
    expect(innerHeight - bottom).to.be.at.least(90);
  });

  it('does nothing when the page prevents it, and renders with a host that throws', async () => {
    const fake = host();
    const element = await show({ host: fake });
    element.addEventListener('regulars-launcher-act', (event) => event.preventDefault());
    inside(element, '.opener').click();
    expect(fake.signals).to.have.lengthOf(1);
    const broken = await show({ host: createBrokenHost() });
    expect(inside(broken, '.opener').getAttribute('aria-label')).to.equal('Help');
    inside(broken, '.opener').click();
  });
});

describe('launcher view', () => {
  it('keeps rows of a group together and hides them unless they are ready', () => {
    expect(launcherShow(ready).sections.map(({ group, rows: own }) => [group, own.length])).to.deep.equal([
      ['tours', 1],
      ['prizes', 3],
      ['links', 1],
      ['support', 1],
      ['tips', 1],
    ]);
    expect(launcherShow({ ...ready, state: 'loading' })).to.deep.include({
      sections: [],
      message: 'loading',
      open: true,
    });
    expect(launcherShow(viewOf())).to.include({ open: false, message: undefined, corner: 'end' });
  });
});
