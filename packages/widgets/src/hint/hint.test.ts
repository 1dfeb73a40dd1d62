import type { HintView } from '@regulars/core';
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
import { until } from '../../../../test/support/until.ts';
import { RegularsHint } from './hint.ts';
import { hintShow, selectorsOf } from './hint.view.ts';

const host = () => createFakeHost(en, { locale: 'en' });
const viewOf = (props: Partial<HintView['props']> = {}): HintView => ({
  type: 'hint',
  campaignId: 'size-hint',
  lang: 'en',
  dir: 'ltr',
  texts: { title: 'Find your size', body: 'Two numbers are **enough**.', go: 'Open the guide' },
  props: { target: '.js-size', title: 'title', body: 'body', ...props },
});
const beacon = (element: Element) => inside(element, '.beacon');

/** A hint whose target is in the page. */
async function show(
  properties: Partial<RegularsHint> = {},
): Promise<{ element: RegularsHint; target: HTMLElement }> {
  const target = addHtml('<button class="js-size" style="margin: 120px">Size guide</button>');
  const element = await mount<RegularsHint>('regulars-hint', { host: host(), view: viewOf(), ...properties });
  await until(() => allInside(element, '.beacon').length);
  return { element, target };
}

async function open(properties: Partial<RegularsHint> = {}) {
  const found = await show(properties);
  beacon(found.element).click();
  await found.element.updateComplete;
  return found;
}

describe('<regulars-hint>', () => {
  before(() => RegularsHint.define());
  afterEach(clearPage);

  it('is accessible closed and open', async () => {
    const { element } = await show();
    expect((await audit(element)).violations).to.deep.equal([]);
    beacon(element).click();
    await element.updateComplete;
    const { violations, insideCount } = await audit(element);
    expect(violations).to.deep.equal([]);
    expect(insideCount).to.be.greaterThan(0);
  });

  it('stands at the corner of its target and follows it, without a change to the target', async () => {
    const { element, target } = await show();
    const before = target.outerHTML;
    const near = () => {
      const [own, aim] = [beacon(element).getBoundingClientRect(), target.getBoundingClientRect()];
      return (
        Math.abs(own.left + own.width / 2 - aim.right) < 12 &&
        Math.abs(own.top + own.height / 2 - aim.top) < 12
      );
    };
    await until(near);
    target.parentElement?.insertBefore(document.createElement('hr'), target);
    await until(near);
    expect(target.outerHTML).to.equal(before);
  });

  it('tells that it is shown once it can be seen, not while its target is covered', async () => {
    const fake = host();
    const cover = addHtml('<div style="position: fixed; inset: 0; background: #fff">Chat</div>');
    const { element } = await show({ host: fake });
    await until(() => inside(element, '.spot').hasAttribute('data-covered'));
    expect(fake.signals).to.deep.equal([]);
    cover.remove();
    dispatchEvent(new Event('resize'));
    await until(() => fake.signals.length);
    expect(fake.signals).to.deep.equal([{ type: 'shown', campaignId: 'size-hint' }]);
  });

  it('opens its words beside the target, takes the focus once, and says that it was read', async () => {
    const fake = host();
    const { element } = await open({ host: fake });
    expect(inside(element, '[role="dialog"]').getAttribute('aria-label')).to.equal('Find your size');
    expect(element.shadowRoot?.activeElement).to.equal(inside(element, '.tip'));
    expect(beacon(element).getAttribute('aria-expanded')).to.equal('true');
    expect(fake.signals.at(-1)).to.deep.equal({ type: 'guidance', campaignId: 'size-hint', act: 'open' });
    allInside(element, '.buttons button')[0]?.click();
    expect(fake.signals.at(-1)).to.deep.equal({ type: 'completed', campaignId: 'size-hint' });
  });

  it('leaves by Escape and by a press elsewhere, and gives the focus to its target', async () => {
    const fake = host();
    const { element, target } = await open({ host: fake });
    press(inside(element, '.tip'), 'Escape');
    expect(fake.signals.at(-1)).to.deep.equal({
      type: 'dismissed',
      campaignId: 'size-hint',
      cause: 'escape',
    });
    expect(document.activeElement).to.equal(target);
    clearPage();
    const other = await open({ host: fake });
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    expect(fake.signals.at(-1)).to.include({ cause: 'outside' });
    expect(allInside(other.element, '.tip')).to.have.lengthOf(1);
    await other.element.updateComplete;
    expect(allInside(other.element, '.tip')).to.have.lengthOf(0);
  });

  it('comes right after its target for Tab, and Shift+Tab leads back', async () => {
    const { element, target } = await show();
    target.focus();
    expect(press(target, 'Tab')).to.equal(false);
    expect(element.shadowRoot?.activeElement).to.equal(beacon(element));
    // Not prevented: the browser goes on from the target.
    expect(press(beacon(element), 'Tab')).to.equal(true);
    expect(document.activeElement).to.equal(target);
  });

  it('names the reason when its target is no selector', async () => {
    const fake = host();
    const element = await mount<RegularsHint>('regulars-hint', {
      host: fake,
      view: viewOf({ target: 'a[' }),
    });
    expect(allInside(element, '.beacon')).to.have.lengthOf(0);
  });

  it('stands in its slot when it has no target', async () => {
    const fake = host();
    const element = await mount<RegularsHint>('regulars-hint', {
      host: fake,
      view: viewOf({ target: undefined }),
    });
    expect(beacon(element).getBoundingClientRect().width).to.equal(44);
    expect(fake.signals[0]).to.deep.equal({ type: 'shown', campaignId: 'size-hint' });
    beacon(element).click();
    await element.updateComplete;
    expect(inside(element, '.tip').textContent).to.contain('Two numbers');
  });

  it('mirrors in right-to-left', async () => {
    const { element, target } = await show({ view: { ...viewOf(), dir: 'rtl' } });
    await until(() => {
      const [own, aim] = [beacon(element).getBoundingClientRect(), target.getBoundingClientRect()];
      return Math.abs(own.left + own.width / 2 - aim.left) < 12;
    });
  });

  it('does nothing when the page prevents it', async () => {
    const { element } = await show();
    element.addEventListener('regulars-hint-act', (event) => event.preventDefault());
    beacon(element).click();
    await element.updateComplete;
    expect(allInside(element, '.tip')).to.have.lengthOf(0);
  });

  it('leads on by its button, and renders with a host that throws', async () => {
    const fake = host();
    const button = { label: 'go', action: { type: 'open', url: '#guide' } } as const;
    const { element } = await open({ host: fake, view: viewOf({ button }) });
    inside(element, 'a').click();
    expect(fake.signals.at(-1)).to.deep.equal({ type: 'clicked', campaignId: 'size-hint' });
    clearPage();
    const broken = await open({ host: createBrokenHost() });
    allInside(broken.element, '.buttons button')[0]?.click();
    await broken.element.updateComplete;
    expect(allInside(broken.element, '.tip')).to.have.lengthOf(0);
  });

  it('leaves no listener and no place when it is removed', async () => {
    const { element, target } = await open();
    element.remove();
    target.focus();
    expect(press(target, 'Tab')).to.equal(true);
  });
});

describe('hint view', () => {
  it('reads selectors as a list and words by their keys', () => {
    expect(selectorsOf(viewOf())).to.deep.equal(['.js-size']);
    expect(selectorsOf(viewOf({ target: undefined }))).to.deep.equal([]);
    expect(hintShow(viewOf({ title: undefined }))).to.deep.equal({
      title: undefined,
      body: 'Two numbers are **enough**.',
      button: undefined,
    });
  });
});
