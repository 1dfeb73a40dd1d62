import type { AnnouncementView } from '@regulars/core';
import { expect } from 'chai';
import { add, allInside, audit, clearPage, inside, mount, press } from '../../../../test/support/element.ts';
import { createBrokenHost, createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { en } from '../../../../test/support/messages.ts';
import { until } from '../../../../test/support/until.ts';
import { publishedInsets } from '../lib/anchor/published-insets.ts';
import { RegularsOverlay } from '../overlay/overlay.ts';
import type { AnnouncementActEvent } from './announcement.events.ts';
import { RegularsAnnouncement } from './announcement.ts';
import { announcementShow } from './announcement.view.ts';

const host = () => createFakeHost(en, { locale: 'en' });
const viewOf = (props: Partial<AnnouncementView['props']> = {}): AnnouncementView => ({
  type: 'announcement',
  campaignId: 'spring-sale',
  lang: 'en',
  dir: 'ltr',
  texts: {
    title: 'Spring is here',
    body: 'Everything for the **balcony** is 10 % off.',
    go: 'Have a look',
    tour: 'Show me round',
  },
  props: { form: 'card', title: 'title', body: 'body', ...props },
});
const go = { label: 'go', action: { type: 'open', url: '/c/garden' } } as const;
const show = (properties: Partial<RegularsAnnouncement>, children?: string) =>
  mount<RegularsAnnouncement>('regulars-announcement', properties, children);

/** In the overlay, as over a page. */
async function over(view: AnnouncementView, fake = host()): Promise<RegularsAnnouncement> {
  const overlay = document.createElement('regulars-overlay') as RegularsOverlay;
  overlay.host = fake;
  fake.show('overlay', view);
  add(overlay);
  await until(() =>
    allInside(overlay, 'regulars-announcement')[0]?.shadowRoot?.querySelector('[part="box"]'),
  );
  return inside<RegularsAnnouncement>(overlay, 'regulars-announcement');
}

describe('<regulars-announcement>', () => {
  before(() => {
    RegularsAnnouncement.define();
    RegularsOverlay.define();
  });
  afterEach(clearPage);

  for (const form of ['bar', 'card', 'modal'] as const) {
    it(`is accessible as ${form}`, async () => {
      const element =
        form === 'modal'
          ? await over(viewOf({ form, buttons: [go] }))
          : await show({ host: host(), view: viewOf({ form, buttons: [go] }) });
      const { violations, insideCount } = await audit(element);
      expect(violations).to.deep.equal([]);
      expect(insideCount).to.be.greaterThan(0);
    });
  }

  it('shows its children while nothing is decided', async () => {
    const element = await show({}, '<p>Open till six.</p>');
    expect(inside<HTMLSlotElement>(element, 'slot').assignedElements()).to.have.lengthOf(1);
  });

  it('fills a bar into the height that its slot reserves', async () => {
    const element = await show({ host: host(), view: viewOf({ form: 'bar', title: undefined }) });
    expect(inside(element, '[part="box"]').offsetHeight).to.equal(48);
  });

  it('reserves the box of its picture', async () => {
    const image = { src: '/none.svg', width: 600, height: 300 };
    const element = await show({ host: host(), view: viewOf({ image }) });
    const picture = inside<HTMLImageElement>(element, 'img');
    expect(picture.alt).to.equal('');
    // In a wide place it takes no more than a third of the window.
    expect(picture.offsetHeight)
      .to.be.greaterThan(40)
      .and.at.most(Math.ceil(innerHeight * 0.32));
    element.style.cssText = 'display: block; inline-size: 200px';
    expect(Math.round((10 * picture.offsetWidth) / picture.offsetHeight)).to.be.within(19, 21);
  });

  it('leads to a page by a link, and shows none for a scheme that is not allowed', async () => {
    const element = await show({ host: host(), view: viewOf({ buttons: [go] }) });
    expect(inside(element, 'a').getAttribute('href')).to.equal('/c/garden');
    element.view = viewOf({
      buttons: [{ label: 'go', action: { type: 'open', url: 'javascript:alert(1)' } }],
    });
    await element.updateComplete;
    expect(allInside(element, 'a')).to.have.lengthOf(0);
  });

  it('starts a campaign the visitor asks for, and tells the click', async () => {
    const fake = host();
    const element = await show({
      host: fake,
      view: viewOf({ buttons: [{ label: 'tour', action: { type: 'start', campaign: 'welcome-tour' } }] }),
    });
    inside(element, '[part="button"]').click();
    expect(fake.signals).to.deep.equal([
      { type: 'shown', campaignId: 'spring-sale' },
      { type: 'guidance', campaignId: 'spring-sale', act: 'start', campaign: 'welcome-tour' },
      { type: 'clicked', campaignId: 'spring-sale' },
    ]);
  });

  it('stays when the page prevents the act, and does not follow the link', async () => {
    const fake = host();
    const element = await show({ host: fake, view: viewOf({ buttons: [go] }) });
    const asked: unknown[] = [];
    element.addEventListener('regulars-announcement-act', (event) => {
      asked.push((event as AnnouncementActEvent).detail);
      event.preventDefault();
    });
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    inside(element, 'a').dispatchEvent(click);
    inside(element, '[part="close"]').click();
    expect(click.defaultPrevented).to.equal(true);
    expect(asked).to.deep.equal([
      { campaignId: 'spring-sale', act: 'open' },
      { campaignId: 'spring-sale', act: 'dismiss', cause: 'close' },
    ]);
    expect(fake.signals.map(({ type }) => type)).to.deep.equal(['shown']);
  });

  it('is a dialog of the browser over the page: named, inert behind, focus given back', async () => {
    const opener = add(document.createElement('button'));
    opener.focus();
    const fake = host();
    const element = await over(viewOf({ form: 'modal', buttons: [go] }), fake);
    const dialog = inside<HTMLDialogElement>(element, 'dialog');
    expect(dialog.matches(':modal')).to.equal(true);
    expect(dialog.getAttribute('aria-label')).to.equal('Spring is here');
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(fake.signals.at(-1)).to.deep.equal({
      type: 'dismissed',
      campaignId: 'spring-sale',
      cause: 'escape',
    });
    expect(document.activeElement).to.equal(opener);
  });

  it('gives the focus back when the engine takes the dialog away', async () => {
    const opener = add(document.createElement('button'));
    opener.focus();
    const fake = host();
    const element = await over(viewOf({ form: 'modal', buttons: [go] }), fake);
    expect(inside<HTMLDialogElement>(element, 'dialog').matches(':modal')).to.equal(true);
    fake.show('overlay', null);
    await until(() => document.activeElement === opener);
  });

  it('is left by a press beside it, not by one in it', async () => {
    const fake = host();
    const element = await over(viewOf({ form: 'modal' }), fake);
    inside(element, '.box').click();
    expect(fake.signals).to.have.lengthOf(1);
    inside(element, 'dialog').click();
    expect(fake.signals.at(-1)).to.include({ type: 'dismissed', cause: 'outside' });
  });

  it('stands again as a dialog after the overlay followed another one', async () => {
    const fake = host();
    const element = await over(viewOf({ form: 'modal' }), fake);
    const other = add(document.createElement('dialog'));
    other.append(document.createElement('button'));
    other.showModal();
    await until(() => other.contains((element.getRootNode() as ShadowRoot).host));
    await until(() => inside<HTMLDialogElement>(element, 'dialog').matches(':modal'));
    other.close();
    await until(() => inside<HTMLDialogElement>(element, 'dialog').matches(':modal'));
    expect(fake.signals.filter(({ type }) => type === 'shown')).to.have.lengthOf(1);
  });

  it('leaves by Escape as a card over the page, and says what a bar covers while it stands', async () => {
    const fake = host();
    const card = await over(viewOf(), fake);
    press(inside(card, '[part="close"]'), 'Escape');
    expect(fake.signals.at(-1)).to.include({ type: 'dismissed', cause: 'escape' });
    clearPage();
    const bar = await over(viewOf({ form: 'bar' }));
    expect(publishedInsets().bottom).to.equal(inside(bar, '[part="box"]').offsetHeight);
    bar.remove();
    expect(publishedInsets().bottom).to.equal(0);
  });

  it('renders with a host that throws, in the words of its keys', async () => {
    const element = await show({ host: createBrokenHost(), view: viewOf() });
    expect(inside(element, '[part="close"]').getAttribute('aria-label')).to.equal('Close');
    inside(element, '[part="close"]').click();
  });

  it('follows its slot until it is removed', async () => {
    const fake = host();
    const element = await show({ host: fake, for: 'site-bar' }, '<p>None</p>');
    fake.show('site-bar', viewOf({ form: 'bar' }));
    await element.updateComplete;
    expect(inside(element, '.words').textContent).to.contain('balcony');
    element.remove();
    fake.show('site-bar', null);
    await element.updateComplete;
    expect(inside(element, '.words').textContent).to.contain('balcony');
  });
});

describe('announcement view', () => {
  it('makes a card of a dialog that stands in a slot, and a dialog can always be left', () => {
    const view = viewOf({ form: 'modal', dismissible: false });
    expect(announcementShow(view, false)).to.include({ form: 'card', closes: true });
    expect(announcementShow(view, true)).to.include({ form: 'modal', closes: true });
    expect(announcementShow(viewOf({ form: 'bar', dismissible: false }), false)).to.include({
      closes: false,
    });
  });

  it('reads words by their keys', () => {
    expect(announcementShow(viewOf({ buttons: [go] }), false)).to.deep.include({
      title: 'Spring is here',
      buttons: [{ label: 'Have a look', action: go.action }],
    });
  });
});
