import { expect } from 'chai';
import { add, allInside, audit, clearPage, once, press } from '../../../../test/support/element.ts';
import { createBrokenHost, createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { tourView, walletView } from '../../../../test/support/gallery/fixtures.ts';
import { en } from '../../../../test/support/messages.ts';
import { until } from '../../../../test/support/until.ts';
import { elementLoaders } from '../element-loaders.ts';
import { nextTask } from '../lib/next-task.ts';
import { RegularsOverlay } from './overlay.ts';
import { overlayShow } from './overlay.view.ts';

const host = () => createFakeHost(en, { locale: 'en' });
const boxIn = (overlay: Element) =>
  allInside(allInside(overlay, 'regulars-tour')[0] ?? overlay, '[role="dialog"]')[0];

/** The overlay with the last step of a tour. */
async function open(fake = host()): Promise<RegularsOverlay> {
  const overlay = document.createElement('regulars-overlay') as RegularsOverlay;
  overlay.host = fake;
  fake.show('overlay', tourView('en', 2));
  add(overlay);
  await until(() => boxIn(overlay));
  return overlay;
}

function dialog(): HTMLDialogElement {
  const made = add(document.createElement('dialog'));
  made.append(Object.assign(document.createElement('button'), { textContent: 'Checkout' }));
  return made;
}

/** What the visitor would hit in the middle of the box. */
function onTop(overlay: Element): boolean {
  const { left, top, width, height } = (boxIn(overlay) as Element).getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2) === overlay;
}

describe('<regulars-overlay>', () => {
  before(() => RegularsOverlay.define());
  afterEach(clearPage);

  it('is accessible with a tour', async () => {
    const { violations, insideCount } = await audit(await open());
    expect(violations).to.deep.equal([]);
    expect(insideCount).to.be.greaterThan(0);
  });

  it('shows a corner of the page beside the tour, and hides it in a dialog', async () => {
    const fake = host();
    const overlay = await open(fake);
    fake.show('page-corner', walletView('en'));
    await until(() => allInside(overlay, 'regulars-wallet').length);
    const modal = dialog();
    modal.showModal();
    await until(() => allInside(overlay, 'regulars-wallet').length === 0);
    expect(boxIn(overlay)).to.be.instanceOf(HTMLElement);
    modal.close();
    await until(() => allInside(overlay, 'regulars-wallet').length);
  });

  it('keeps the help button out of the way of a tour, and gives it back', async () => {
    const fake = host();
    const overlay = await open(fake);
    const button = document.createElement('regulars-launcher');
    overlay.shadowRoot?.append(button);
    expect(getComputedStyle(button).visibility).to.equal('hidden');
    fake.show('overlay', null);
    await until(() => !overlay.hasAttribute('busy'));
    expect(getComputedStyle(add(button)).visibility).to.equal('visible');
  });

  it('leaves a corner alone in the page when a modal dialog opens', async () => {
    const fake = host();
    const overlay = document.createElement('regulars-overlay') as RegularsOverlay;
    overlay.host = fake;
    fake.show('page-corner', walletView('en'));
    add(overlay);
    await until(() => allInside(overlay, 'regulars-wallet').length);
    const home = overlay.parentNode;
    const modal = dialog();
    modal.showModal();
    for (const act of [() => fake.show('page-corner', walletView('en')), () => modal.close()]) {
      await until(() => overlay.updateComplete);
      expect(overlay.parentNode).to.equal(home);
      expect(allInside(overlay, 'regulars-wallet')).to.have.length(1);
      act();
    }
    await until(() => overlay.matches(':popover-open'));
  });

  it('gives a corner back to the page when what followed into a dialog has ended there', async () => {
    const fake = host();
    const overlay = await open(fake);
    const home = overlay.parentNode;
    fake.show('page-corner', walletView('en'));
    const modal = dialog();
    modal.showModal();
    await until(() => overlay.parentNode === modal);
    fake.show('overlay', null);
    await until(() => overlay.parentNode === home);
    modal.close();
    await until(() => overlay.matches(':popover-open') && allInside(overlay, 'regulars-wallet').length);
  });

  it('is nowhere while nothing is decided', async () => {
    const overlay = add(document.createElement('regulars-overlay')) as RegularsOverlay;
    overlay.host = host();
    await overlay.updateComplete;
    expect(overlay.matches(':popover-open')).to.equal(false);
    expect(overlay.getBoundingClientRect().width).to.equal(0);
  });

  it('lies over the page and lets clicks through beside its box', async () => {
    const overlay = await open();
    expect(overlay.matches(':popover-open')).to.equal(true);
    expect(onTop(overlay)).to.equal(true);
    expect(document.elementFromPoint(2, 2)).not.to.equal(overlay);
  });

  it('goes into a modal dialog that opens, above it, and home when it closes', async () => {
    const overlay = await open();
    const drawer = dialog();
    drawer.showModal();
    await once(overlay, 'regulars-overlay-moved');
    expect(overlay.parentElement).to.equal(drawer);
    expect(drawer.lastElementChild).to.equal(overlay);
    expect(onTop(overlay)).to.equal(true);
    drawer.close();
    await once(overlay, 'regulars-overlay-moved');
    expect(overlay.parentElement).to.equal(document.body);
    expect(drawer.contains(overlay)).to.equal(false);
    await until(() => boxIn(overlay));
    expect(onTop(overlay)).to.equal(true);
  });

  it('opens inside a dialog that was open before, and follows the topmost of two', async () => {
    const [below, above] = [dialog(), dialog()];
    below.showModal();
    const overlay = await open();
    expect(overlay.parentElement).to.equal(below);
    above.showModal();
    await until(() => overlay.parentElement === above);
    above.close();
    await until(() => overlay.parentElement === below);
    below.close();
  });

  it('comes home when the page throws the dialog away', async () => {
    const overlay = await open();
    const drawer = dialog();
    drawer.showModal();
    await once(overlay, 'regulars-overlay-moved');
    drawer.remove();
    await until(() => overlay.parentElement === document.body && boxIn(overlay));
    await until(() => overlay.matches(':popover-open'));
  });

  it('comes home when the page empties the dialog, and goes for good when it is removed there', async () => {
    const overlay = await open();
    const drawer = dialog();
    drawer.showModal();
    await once(overlay, 'regulars-overlay-moved');
    drawer.replaceChildren();
    await until(() => overlay.isConnected && boxIn(overlay));
    await until(() => overlay.parentElement === drawer);
    overlay.remove();
    await Promise.resolve();
    expect(overlay.isConnected).to.equal(false);
    drawer.close();
  });

  it('answers Escape before the dialog it stands in', async () => {
    const fake = host();
    const overlay = await open(fake);
    const drawer = dialog();
    drawer.showModal();
    await once(overlay, 'regulars-overlay-moved');
    await import('../tour/attend.ts');
    for (let task = 0; task < 16; task += 1) await nextTask();
    await until(() => !press(drawer, 'Escape'));
    expect(drawer.open).to.equal(true);
    expect(
      fake.signals.filter((signal) => signal.type === 'tour' && signal.act === 'dismiss'),
    ).to.have.lengthOf(1);
    drawer.close();
  });

  it('tells the step once although it moves', async () => {
    const fake = host();
    const overlay = await open(fake);
    const drawer = dialog();
    drawer.showModal();
    await once(overlay, 'regulars-overlay-moved');
    await until(() => boxIn(overlay));
    drawer.close();
    await once(overlay, 'regulars-overlay-moved');
    await until(() => boxIn(overlay));
    const told = () => fake.signals.filter((signal) => signal.type === 'tour' && signal.act === 'step-shown');
    await until(() => told().length > 0);
    // Telling is a task of its own: a second one would follow now.
    for (let task = 0; task < 16; task += 1) await nextTask();
    expect(told()).to.have.lengthOf(1);
  });

  it('leaves the dialog when its tour ends', async () => {
    const fake = host();
    const overlay = await open(fake);
    const drawer = dialog();
    drawer.showModal();
    await once(overlay, 'regulars-overlay-moved');
    fake.show('overlay', null);
    await overlay.updateComplete;
    expect(overlay.parentElement).to.equal(document.body);
    expect(overlay.matches(':popover-open')).to.equal(false);
    drawer.close();
  });

  it('says so when the element cannot be fetched and tries again with the next view', async () => {
    const fake = host();
    const overlay = add(document.createElement('regulars-overlay')) as RegularsOverlay;
    const failed = once(overlay, 'regulars-widget-failed');
    overlay.loaders = { ...elementLoaders, tour: () => Promise.reject(new Error('no chunk')) };
    overlay.host = fake;
    fake.show('overlay', tourView('en', 2));
    await failed;
    overlay.loaders = elementLoaders;
    fake.show('overlay', tourView('en', 2));
    await until(() => boxIn(overlay));
  });

  it('stays closed with a host that throws, and goes when it is removed', async () => {
    const overlay = add(document.createElement('regulars-overlay')) as RegularsOverlay;
    overlay.host = createBrokenHost();
    await overlay.updateComplete;
    expect(overlay.matches(':popover-open')).to.equal(false);
    const second = await open();
    second.remove();
    await Promise.resolve();
    expect(second.isConnected).to.equal(false);
  });

  it('keeps its layer under styles that reset every element', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { all: unset; display: inline !important; z-index: 9 !important }');
    document.adoptedStyleSheets = [sheet];
    try {
      const overlay = await open();
      expect(getComputedStyle(overlay).position).to.equal('fixed');
      expect(getComputedStyle(overlay).pointerEvents).to.equal('none');
      expect(onTop(overlay)).to.equal(true);
    } finally {
      document.adoptedStyleSheets = [];
    }
  });
});

describe('overlay view', () => {
  const tour = { place: 'overlay', view: tourView('en') };
  const corner = { place: 'page-corner', view: walletView('en') };
  const defined = new Set(['tour', 'wallet']);

  it('shows what is loaded, and in a modal dialog neither corner nor hint', () => {
    expect(overlayShow([tour, corner, null], { defined, inDialog: false })).to.deep.equal([tour, corner]);
    expect(overlayShow([tour, corner, null], { defined, inDialog: true })).to.deep.equal([tour]);
    expect(overlayShow([tour], { defined: new Set(), inDialog: false })).to.deep.equal([]);
  });
});
