import { expect } from 'chai';
import {
  add,
  addHtml,
  allInside,
  audit,
  clearPage,
  inside,
  mount,
  once,
  press,
} from '../../../../test/support/element.ts';
import {
  createBrokenHost,
  createFakeHost,
  type FakeHost,
} from '../../../../test/support/gallery/fake-host.ts';
import { tourView } from '../../../../test/support/gallery/fixtures.ts';
import { en } from '../../../../test/support/messages.ts';
import { until } from '../../../../test/support/until.ts';
import { nextTask } from '../lib/next-task.ts';
import type { TourAdvancedEvent } from './tour.events.ts';
import { RegularsTour } from './tour.ts';
import { arrowAct, queryOf, tourShow } from './tour.view.ts';

const host = () => createFakeHost(en, { locale: 'en' });
/** Searching, rendering, placing, telling and attending are tasks of their own: they are over. */
const settled = async (tour: RegularsTour): Promise<void> => {
  for (let round = 0; round < 3; round += 1) {
    for (let task = 0; task < 8; task += 1) await nextTask();
    await import('./attend.ts');
  }
  await nextTask();
  await tour.updateComplete;
};
const show = async (properties: Partial<RegularsTour>) => {
  const tour = await mount<RegularsTour>('regulars-tour', { waitMs: 20, ...properties });
  await settled(tour);
  return tour;
};
const shop = () =>
  addHtml(
    '<div style="padding:40px"><input class="js-search" aria-label="Search"><button class="js-filter">Filter</button></div>',
  );
const acts = (fake: FakeHost) =>
  fake.signals.flatMap((signal) => (signal.type === 'tour' ? [signal.act] : []));
const boxOf = (tour: Element) => inside(tour, '[role="dialog"]');
const button = (tour: Element, words: string) =>
  allInside(tour, 'button').find(
    (each) => (each.textContent?.trim() || each.getAttribute('aria-label')) === words,
  ) as HTMLElement;
const pressBack = (target: EventTarget) =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', {
      key: 'Tab',
      shiftKey: true,
      bubbles: true,
      composed: true,
      cancelable: true,
    }),
  );
const withTarget = (target: string | string[], more: object = {}) => {
  const view = tourView('en');
  return { ...view, step: { ...view.step, target, ...more } };
};

describe('<regulars-tour>', () => {
  before(() => RegularsTour.define());
  afterEach(clearPage);

  it('is accessible at its target and in the middle', async () => {
    shop();
    for (const index of [0, 2]) {
      const tour = await show({ host: host(), view: tourView('en', index) });
      const { violations, insideCount } = await audit(tour);
      expect(violations).to.deep.equal([]);
      expect(insideCount).to.be.greaterThan(0);
      tour.remove();
    }
  });

  it('is a named dialog that announces its step politely and blocks nothing', async () => {
    shop();
    const tour = await show({ host: host(), view: tourView('en') });
    const box = boxOf(tour);
    expect(box.getAttribute('aria-label')).to.equal('Find it in a word');
    expect(box.hasAttribute('aria-modal')).to.equal(false);
    expect(inside(tour, '[role="status"]').textContent).to.equal('Step 1 of 3. Find it in a word');
    expect(getComputedStyle(inside(tour, '.spot')).pointerEvents).to.equal('none');
    for (const each of allInside(tour, 'button'))
      expect(each.getBoundingClientRect().height).to.be.at.least(44);
  });

  it('renders nothing without a view and without a host', async () => {
    const tour = await show({});
    expect(allInside(tour, '[role="dialog"]')).to.have.lengthOf(0);
    tour.view = tourView('en', 2);
    await settled(tour);
    expect(button(tour, 'Done').textContent).to.contain('Done');
  });

  it('says nothing before the built-in texts are there, and says it once then', async () => {
    shop();
    const fake = host();
    let texts = false;
    const late = {
      ...fake,
      text: (...args: Parameters<FakeHost['text']>) => (texts ? fake.text(...args) : args[0]),
    };
    const tour = await show({ host: late, view: tourView('en') });
    const said = () => inside(tour, '[role="status"]').textContent;
    expect(said()).to.equal('');
    texts = true;
    tour.refresh();
    await tour.updateComplete;
    expect(said()).to.equal('Step 1 of 3. Find it in a word');
  });

  it('renders bold words and links, never markup of the text', async () => {
    const view = tourView('en', 2);
    const texts = {
      ...view.texts,
      tourBody: '**Yes** <img src=x> [go](https://a.example) [no](javascript:alert(1))',
    };
    const tour = await show({ host: host(), view: { ...view, texts } });
    expect(inside(tour, '#body strong').textContent).to.equal('Yes');
    expect(allInside(tour, '#body img')).to.have.lengthOf(0);
    expect(allInside(tour, '#body a').map((link) => link.getAttribute('href'))).to.deep.equal([
      'https://a.example',
    ]);
    expect(inside(tour, '#body').textContent).to.contain('no');
  });

  it('stands beside its target and follows it', async () => {
    const page = shop();
    const tour = await show({ host: host(), view: tourView('en') });
    const target = page.querySelector('.js-search') as HTMLElement;
    const near = () =>
      Math.abs(inside(tour, '.spot').getBoundingClientRect().top + 6 - target.getBoundingClientRect().top) <
      2;
    await until(near);
    page.style.paddingTop = '160px';
    await until(near);
    await until(() => boxOf(tour).getBoundingClientRect().top > target.getBoundingClientRect().bottom);
  });

  it('stands at a target in a frame of the same origin, and follows it there', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<body style="margin:0;height:2000px"><button id="pay" style="margin:60px 0 0 20px">Pay</button>`;
    Object.assign(frame.style, {
      margin: '50px 0 0 30px',
      border: '5px solid',
      width: '300px',
      height: '200px',
    });
    const loaded = once(frame, 'load');
    add(frame);
    await loaded;
    const tour = await show({ host: host(), view: withTarget('iframe >>> #pay') });
    const spotAt = (left: number, top: number) => {
      const spot = inside(tour, '.spot').getBoundingClientRect();
      return Math.abs(spot.left + 6 - left) < 2 && Math.abs(spot.top + 6 - top) < 2;
    };
    const { left, top } = frame.getBoundingClientRect();
    await until(() => spotAt(left + 25, top + 65));
    expect(boxOf(tour).getBoundingClientRect().top).to.be.greaterThan(top + 65);
    frame.contentWindow?.scrollTo(0, 30);
    await until(() => spotAt(left + 25, frame.getBoundingClientRect().top + 35));
  });

  it('moves the focus to itself once and gives it back at the end', async () => {
    const page = shop();
    const opener = page.querySelector('button') as HTMLElement;
    opener.focus();
    const fake = host();
    const tour = await show({ host: fake, view: tourView('en') });
    expect(tour.shadowRoot?.activeElement).to.equal(boxOf(tour));
    opener.focus();
    tour.view = tourView('en', 1);
    await settled(tour);
    expect(document.activeElement).to.equal(opener);
    button(tour, 'Next').focus();
    press(boxOf(tour), 'Escape');
    expect(document.activeElement).to.equal(opener);
  });

  it('keeps the focus while a step waits for its target, unless the visitor went elsewhere', async () => {
    const page = shop();
    for (const goesElsewhere of [false, true]) {
      const tour = await show({ host: host(), waitMs: 5000, view: tourView('en') });
      button(tour, 'Next').focus();
      tour.view = { ...withTarget('.js-late'), index: 1 };
      await until(() => allInside(tour, '[role="dialog"]').length === 0);
      if (goesElsewhere) (page.querySelector('.js-filter') as HTMLElement).focus();
      const late = document.createElement('p');
      Object.assign(late, { className: 'js-late', textContent: 'Late' });
      page.append(late);
      await until(() => allInside(tour, '[role="dialog"]').length === 1);
      await settled(tour);
      expect(tour.shadowRoot?.activeElement === boxOf(tour)).to.equal(!goesElsewhere);
      late.remove();
      tour.remove();
    }
  });

  it('does not take the focus from a visitor who types', async () => {
    const field = shop().querySelector('input') as HTMLInputElement;
    field.focus();
    const fake = host();
    const tour = await show({ host: fake, view: tourView('en') });
    expect(document.activeElement).to.equal(field);
    press(field, 'Escape');
    press(field, 'ArrowRight');
    await tour.updateComplete;
    expect(acts(fake)).to.deep.equal(['step-shown']);
  });

  it('leaves by Escape from anywhere, once, and answers it alone', async () => {
    shop();
    const fake = host();
    const tour = await show({ host: fake, view: tourView('en') });
    expect(press(document.body, 'Escape')).to.equal(false);
    expect(press(document.body, 'Escape')).to.equal(true);
    await tour.updateComplete;
    expect(fake.signals.at(-1)).to.deep.equal({
      type: 'tour',
      campaignId: 'welcome-tour',
      act: 'dismiss',
      cause: 'escape',
    });
    expect(acts(fake)).to.deep.equal(['step-shown', 'dismiss']);
    expect(allInside(tour, '[role="dialog"]')).to.have.lengthOf(0);
  });

  it('lets the last opened of two overlays answer Escape', async () => {
    shop();
    const [first, second] = [host(), host()];
    await show({ host: first, view: tourView('en') });
    await show({ host: second, view: tourView('en', 2) });
    press(document.body, 'Escape');
    expect(acts(first)).to.deep.equal(['step-shown']);
    expect(acts(second)).to.deep.equal(['step-shown', 'dismiss']);
  });

  it('makes one transition for two presses on the same step', async () => {
    shop();
    const fake = host();
    const tour = await show({ host: fake, view: tourView('en') });
    button(tour, 'Next').click();
    button(tour, 'Next').click();
    expect(acts(fake)).to.deep.equal(['step-shown', 'next']);
  });

  it('moves by arrow keys, mirrored in right-to-left', async () => {
    shop();
    const fake = host();
    const tour = await show({ host: fake, view: { ...tourView('he', 1), dir: 'rtl' } });
    press(boxOf(tour), 'ArrowLeft');
    expect(acts(fake)).to.deep.equal(['step-shown', 'next']);
  });

  it('hears an arrow key as soon as it has the focus, before what attends the step has come', async () => {
    shop();
    const fake = createFakeHost(en, {
      locale: 'en',
      react: ({ type, ...signal }) => {
        const tour = document.querySelector('regulars-tour') as RegularsTour;
        if (type !== 'tour' || !('act' in signal) || signal.act !== 'step-shown') return;
        expect(tour.shadowRoot?.activeElement).to.equal(boxOf(tour));
        press(boxOf(tour), 'ArrowRight');
      },
    });
    await show({ host: fake, view: tourView('en') });
    expect(acts(fake)).to.deep.equal(['step-shown', 'next']);
  });

  it('stays on its step when the page prevents the request, and tells facts after', async () => {
    shop();
    const fake = host();
    const tour = await show({ host: fake, view: tourView('en') });
    tour.addEventListener('regulars-tour-advance', (event) => event.preventDefault(), { once: true });
    button(tour, 'Next').click();
    expect(acts(fake)).to.deep.equal(['step-shown']);
    const fact = once<TourAdvancedEvent>(tour, 'regulars-tour-advanced');
    button(tour, 'Next').click();
    expect((await fact).detail).to.deep.equal({
      campaignId: 'welcome-tour',
      stepId: 'search',
      act: 'next',
      cause: undefined,
    });
  });

  it('completes on the last step', async () => {
    const fake = host();
    const tour = await show({ host: fake, view: tourView('en', 2) });
    button(tour, 'Done').click();
    expect(acts(fake)).to.deep.equal(['step-shown', 'complete']);
  });

  it('tells why a target is missing and shows nothing', async () => {
    const fake = host();
    const tour = await show({ host: fake, view: withTarget('.not-there') });
    await until(() => fake.signals.length > 0);
    expect(fake.signals).to.deep.equal([
      { type: 'tour', campaignId: 'welcome-tour', act: 'target-missing', cause: 'not-found' },
    ]);
    expect(allInside(tour, '[role="dialog"]')).to.have.lengthOf(0);
  });

  it('shows the step in the middle when it says so, and at its target when that comes late', async () => {
    const fake = host();
    const tour = await show({ host: fake, view: withTarget('.js-filter', { onMissing: 'center' }) });
    await until(() => allInside(tour, '.centre, .sheet').length > 0);
    shop();
    await until(() => allInside(tour, '.spot:not([hidden])').length > 0);
    expect(acts(fake)).to.deep.equal(['target-missing', 'step-shown']);
  });

  it('finds its target again when the page renders anew', async () => {
    const page = shop();
    const fake = host();
    const tour = await show({ host: fake, waitMs: 5000, view: tourView('en') });
    const old = page.querySelector('input') as HTMLElement;
    const copy = old.cloneNode() as HTMLElement;
    copy.style.marginTop = '120px';
    old.replaceWith(copy);
    await until(
      () =>
        Math.abs(inside(tour, '.spot').getBoundingClientRect().top + 6 - copy.getBoundingClientRect().top) <
        2,
    );
    expect(acts(fake)).to.deep.equal(['step-shown']);
  });

  it('joins its last control and its target for Tab, as a circle in a modal step', async () => {
    const field = shop().querySelector('.js-search') as HTMLElement;
    const view = tourView('en');
    for (const modal of [true, false]) {
      const tour = await show({ host: host(), view: { ...view, props: { ...view.props, modal } } });
      expect(boxOf(tour).getAttribute('aria-modal')).to.equal(modal ? 'true' : null);
      const stops = allInside(tour, 'button');
      stops.at(-1)?.focus();
      press(stops.at(-1) as Element, 'Tab');
      expect(document.activeElement === field).to.equal(true);
      const goesOn = press(field, 'Tab');
      expect(goesOn).to.equal(!modal);
      expect(tour.shadowRoot?.activeElement === stops[0]).to.equal(modal);
      field.focus();
      pressBack(field);
      expect(tour.shadowRoot?.activeElement === stops.at(-1)).to.equal(true);
      tour.remove();
    }
  });

  it('blocks the page behind a modal step, but for its target', async () => {
    const page = shop();
    const view = tourView('en');
    await show({ host: host(), view: { ...view, step: { ...view.step, modal: true } } });
    const hit = (element: Element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2);
    };
    const field = page.querySelector('.js-search') as Element;
    await until(() => hit(field) === field);
    expect(hit(page.querySelector('.js-filter') as Element)?.localName).to.equal('regulars-tour');
  });

  it('becomes a chip when the visitor does something else, and comes back when asked', async () => {
    const page = shop();
    const fake = host();
    const tour = await show({ host: fake, view: tourView('en') });
    (page.querySelector('.js-search') as HTMLElement).click();
    expect(allInside(tour, '[role="dialog"]')).to.have.lengthOf(1);
    (page.querySelector('.js-filter') as HTMLElement).click();
    await until(() => allInside(tour, '.chip').length > 0);
    expect(allInside(tour, '[role="dialog"]')).to.have.lengthOf(0);
    expect(inside(tour, '.spot').hidden).to.equal(true);
    expect(press(document.body, 'Escape')).to.equal(true);
    const { violations } = await audit(tour);
    expect(violations).to.deep.equal([]);
    for (const each of allInside(tour, '.chip button'))
      expect(each.getBoundingClientRect().height).to.be.at.least(44);
    inside(tour, '[part="resume"]').click();
    await until(() => allInside(tour, '[role="dialog"]').length > 0);
    await until(() => tour.shadowRoot?.activeElement === boxOf(tour));
    expect(acts(fake)).to.deep.equal(['step-shown']);
  });

  it('lets go of the tour by the chip’s cross, and comes back by itself with the next step', async () => {
    const page = shop();
    const fake = host();
    const tour = await show({ host: fake, view: tourView('en') });
    const elsewhere = page.querySelector('.js-filter') as HTMLElement;
    elsewhere.click();
    await until(() => allInside(tour, '.chip').length > 0);
    tour.view = tourView('en', 2);
    await until(() => allInside(tour, '[role="dialog"]').length > 0);
    await until(() => {
      elsewhere.click();
      return allInside(tour, '.chip').length > 0;
    });
    allInside(tour, '.chip button').at(-1)?.click();
    expect(fake.signals.at(-1)).to.deep.include({ act: 'dismiss', cause: 'close' });
  });

  it('stays where it was while its target is searched again, hides while it cannot be seen', async () => {
    const page = shop();
    const fake = host();
    const tour = await show({ host: fake, waitMs: 60_000, view: tourView('en') });
    await until(() => boxOf(tour).getBoundingClientRect().top > 1);
    const { top, left } = boxOf(tour).getBoundingClientRect();
    const field = page.querySelector('.js-search') as HTMLElement;
    field.style.display = 'none';
    await until(() => allInside(tour, '[role="dialog"]').length === 0);
    field.style.display = '';
    await until(() => allInside(tour, '[role="dialog"]').length > 0);
    await until(() => boxOf(tour).getBoundingClientRect().top === top);
    field.remove();
    await until(() => allInside(tour, '.spot[hidden]').length > 0);
    const now = boxOf(tour).getBoundingClientRect();
    expect([now.top, now.left]).to.deep.equal([top, left]);
    expect(acts(fake)).to.deep.equal(['step-shown']);
  });

  it('gives way when its target goes for good, also after it came back once', async () => {
    const page = shop();
    const fake = host();
    const tour = await show({ host: fake, waitMs: 100, view: tourView('en') });
    const field = page.querySelector('.js-search') as HTMLElement;
    const copy = field.cloneNode() as HTMLElement;
    field.remove();
    await until(() => allInside(tour, '.spot[hidden]').length > 0);
    page.append(copy);
    await until(() => allInside(tour, '.spot[hidden]').length === 0);
    copy.remove();
    await until(() => allInside(tour, '[role="dialog"]').length === 0);
    expect(fake.signals.at(-1)).to.deep.include({ act: 'target-missing', cause: 'lost' });
  });

  it('says Done where all that follows would be passed over at once', async () => {
    const page = shop();
    const view = tourView('en');
    const steps = [view.step, { id: 'gone', target: '.none', body: 'tourBody', waitMs: 0 }];
    const tour = await show({ host: host(), view: { ...view, props: { steps }, count: 2 } });
    await until(() => button(tour, 'Done'));
    expect(allInside(tour, '.progress span')).to.have.lengthOf(0);
    page.append(Object.assign(document.createElement('b'), { className: 'none', textContent: 'x' }));
    await until(() => button(tour, 'Next'));
  });

  const waiting = (advanceOn: unknown, more: object = {}) =>
    withTarget('.js-search', { advanceOn, ...more } as never);

  it('goes on by a click in a region made later, which does not put it aside, and not once it is away', async () => {
    const page = shop();
    const fake = host();
    const tour = await show({ host: fake, view: waiting({ clicks: '.late' }) });
    const late = Object.assign(document.createElement('button'), { className: 'late', textContent: 'Late' });
    page.append(late);
    await until(() => {
      (page.querySelector('.js-filter') as HTMLElement).click();
      return allInside(tour, '.chip').length > 0;
    });
    inside(tour, '[part="resume"]').click();
    await until(() => allInside(tour, '[role="dialog"]').length > 0);
    const view = tour.view;
    tour.view = null;
    await tour.updateComplete;
    late.click();
    tour.view = view;
    await until(() => allInside(tour, '[role="dialog"]').length > 0);
    expect(acts(fake)).to.deep.equal(['step-shown']);
    await import('./acts.ts');
    await until(() => {
      late.click();
      return acts(fake).length > 1;
    });
    expect(fake.signals.at(-1)).to.deep.include({ act: 'advance', cause: 'click' });
    expect(allInside(tour, '.chip')).to.have.lengthOf(0);
    late.click();
    expect(acts(fake)).to.deep.equal(['step-shown', 'advance']);
  });

  it('goes on when something appears, goes, is filled in, or after a while', async () => {
    const page = shop();
    const made = Object.assign(document.createElement('b'), { className: 'new', textContent: 'x' });
    let frames = 0;
    const toggle = () => {
      frames += 1;
      if (frames % 8 === 0) made.remove();
      else if (frames % 4 === 0) page.append(made);
    };
    const cases: readonly (readonly [unknown, () => void, string])[] = [
      [{ appears: '.new' }, toggle, 'element'],
      [{ disappears: '.new' }, toggle, 'element'],
      [
        ['filter_used', { valid: 'form' }],
        () => {
          const field = page.querySelector('form input') as HTMLInputElement;
          field.value = 'a@b.example';
          field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        },
        'valid',
      ],
      [{ waitMs: 100 }, () => {}, 'wait'],
    ];
    const form = document.createElement('form');
    form.append(Object.assign(document.createElement('input'), { type: 'email', required: true }));
    page.append(form);
    for (const [advanceOn, act, cause] of cases) {
      const fake = host();
      const tour = await show({ host: fake, view: waiting(advanceOn) });
      await until(() => acts(fake).length > 0);
      await until(() => {
        act();
        return acts(fake).includes('advance');
      });
      expect(fake.signals.at(-1)).to.deep.include({ cause });
      tour.remove();
    }
  });

  it('shows a picture in its box with words, and buttons that answer, lead on and elsewhere', async () => {
    shop();
    const fake = host();
    const view = withTarget('.js-search', {
      media: { type: 'image', src: '/a.svg', width: 4, height: 3, alt: 'tourTitle', caption: 'tourBody' },
      buttons: [
        { label: 'Shop', action: { type: 'open', url: 'https://elsewhere.example/' } },
        { label: 'Bad', action: { type: 'open', url: 'javascript:alert(1)' } },
        { label: 'Later', action: { type: 'snooze', minutes: 30 } },
        { label: 'Yes', answer: 'yes', action: { type: 'go', step: 'hello' } },
      ],
    } as never);
    const tour = await show({ host: fake, view });
    await until(() => allInside(tour, '[part="button"]').length === 4);
    const { violations } = await audit(tour);
    expect(violations).to.deep.equal([]);
    const image = inside<HTMLImageElement>(tour, 'img');
    expect([
      image.alt,
      image.getAttribute('width') === '4',
      inside(tour, 'figcaption').textContent !== '',
    ]).to.deep.equal(['Find it in a word', true, true]);
    const link = inside<HTMLAnchorElement>(tour, 'a[part="button"]');
    expect([link.href, link.target, link.rel]).to.deep.equal([
      'https://elsewhere.example/',
      '_blank',
      'noopener',
    ]);
    expect(allInside(tour, 'a[part="button"]')).to.have.lengthOf(1);
    button(tour, 'Yes').click();
    button(tour, 'Later').click();
    expect(fake.signals.slice(1)).to.deep.equal([
      { type: 'tour', campaignId: 'welcome-tour', act: 'answer', value: 'yes' },
      { type: 'tour', campaignId: 'welcome-tour', act: 'go', cause: undefined, value: 'hello' },
    ]);
  });

  it('plays a film with captions, and takes no address that is not of the web', async () => {
    shop();
    const media = {
      type: 'video',
      src: '/a.mp4',
      width: 16,
      height: 9,
      tracks: [{ src: '/a.vtt', lang: 'en', label: 'English' }],
    };
    const tour = await show({ host: host(), view: withTarget('.js-search', { media } as never) });
    await until(() => allInside(tour, 'video').length > 0);
    expect(inside<HTMLTrackElement>(tour, 'track').srclang).to.equal('en');
    tour.view = { ...withTarget('.js-search', { media: { ...media, src: 'tel:1' } } as never), index: 1 };
    await until(() => allInside(tour, 'video').length === 0);
  });

  it('asks for the slot’s element when a step holds one', async () => {
    shop();
    const asked = once(document, 'regulars-tour-slot');
    const tour = await show({ host: host(), view: withTarget('.js-search', { slot: 'picks' } as never) });
    await asked;
    await until(() => allInside(tour, 'regulars-slot').length > 0);
    expect(inside(tour, 'regulars-slot').getAttribute('name')).to.equal('picks');
  });

  it('docks at the edge when its target is missing and it says so', async () => {
    const tour = await show({ host: host(), view: withTarget('.not-there', { onMissing: 'dock' }) });
    await until(() => allInside(tour, '.dock, .sheet').length > 0);
    expect(allInside(tour, '.veil')).to.have.lengthOf(0);
  });

  it('finds a target by its words, in whatever case', async () => {
    const page = shop();
    page.append(
      Object.assign(document.createElement('button'), { className: 'js-filter', textContent: 'Sort' }),
    );
    const tour = await show({
      host: host(),
      view: withTarget({ select: '.js-filter', text: 'SORT' } as never),
    });
    const sort = [...page.querySelectorAll('.js-filter')].at(-1) as Element;
    await until(
      () =>
        Math.abs(inside(tour, '.spot').getBoundingClientRect().left + 6 - sort.getBoundingClientRect().left) <
        2,
    );
  });

  it('lets the visitor leave when the host throws', async () => {
    const tour = await show({ host: createBrokenHost(), view: tourView('en', 2) });
    press(document.body, 'Escape');
    await tour.updateComplete;
    expect(allInside(tour, '[role="dialog"]')).to.have.lengthOf(0);
  });

  it('leaves no key listener behind when it is removed', async () => {
    const fake = host();
    const tour = await show({ host: fake, view: tourView('en', 2) });
    tour.remove();
    expect(press(document.body, 'Escape')).to.equal(true);
    expect(acts(fake)).to.deep.equal(['step-shown']);
  });

  it('attends nothing once it is out of the page, whatever was asked for before', async () => {
    shop();
    const fake = host();
    const tour = await show({ host: fake, view: waiting({ clicks: 'body' }) });
    await until(() => acts(fake).length > 0);
    tour.requestUpdate();
    tour.remove();
    await tour.updateComplete;
    await import('./acts.ts');
    await new Promise(requestAnimationFrame);
    document.body.click();
    expect(acts(fake)).to.deep.equal(['step-shown']);
  });

  it('scrolls a target below the fold into reach', async () => {
    const far = add(document.createElement('div'));
    far.style.setProperty('padding-block', '300vh');
    far.append(Object.assign(document.createElement('button'), { className: 'deep', textContent: 'Deep' }));
    await show({ host: host(), view: withTarget('.deep') });
    const target = far.querySelector('.deep') as HTMLElement;
    await until(
      () => target.getBoundingClientRect().top > 0 && target.getBoundingClientRect().bottom < innerHeight,
    );
  });
});

describe('<regulars-tour> on a phone', () => {
  const real = window.matchMedia;
  before(() => RegularsTour.define());
  beforeEach(() => {
    window.matchMedia = (query) => real.call(window, query.includes('max-width') ? 'all' : query);
  });
  afterEach(() => {
    window.matchMedia = real;
    clearPage();
  });

  /** The finger goes down again until what follows it has come. */
  const swipe = async (tour: Element, by: number) => {
    const grip = inside(tour, '.grip');
    const at = (type: string, clientY: number) =>
      grip.dispatchEvent(new PointerEvent(type, { pointerId: 7, clientY, bubbles: true, composed: true }));
    await until(() => {
      at('pointerdown', 100);
      at('pointermove', 100 + by);
      return boxOf(tour).style.translate !== '';
    });
    at('pointerup', 100 + by);
  };

  it('is an accessible sheet at the lower edge with its target in reach above it', async () => {
    const far = add(document.createElement('div'));
    far.style.setProperty('padding-block', '200vh');
    far.append(Object.assign(document.createElement('button'), { className: 'deep', textContent: 'Deep' }));
    const tour = await show({ host: host(), view: withTarget('.deep') });
    const { violations } = await audit(tour);
    expect(violations).to.deep.equal([]);
    const sheet = boxOf(tour).getBoundingClientRect();
    expect(Math.abs(sheet.bottom - innerHeight)).to.be.lessThan(2);
    const target = far.querySelector('.deep') as HTMLElement;
    await until(
      () => target.getBoundingClientRect().bottom <= sheet.top && target.getBoundingClientRect().top > 0,
    );
  });

  it('brings its target into reach again when late texts make the sheet taller', async () => {
    const far = add(document.createElement('div'));
    far.style.setProperty('padding-block', '200vh');
    far.append(Object.assign(document.createElement('button'), { className: 'deep', textContent: 'Deep' }));
    const target = far.querySelector('.deep') as HTMLElement;
    const tour = await show({ host: host(), view: withTarget('.deep') });
    const sheetTop = () => boxOf(tour).getBoundingClientRect().top;
    const isFree = () => {
      const { top, bottom } = target.getBoundingClientRect();
      return top > 0 && bottom <= sheetTop();
    };
    await until(isFree);
    await Promise.all(
      boxOf(tour)
        .getAnimations()
        .map((each) => each.finished),
    );
    window.scrollBy(0, target.getBoundingClientRect().bottom - sheetTop() + 4);
    const before = target.getBoundingClientRect().top;
    boxOf(tour).style.setProperty('padding-block-end', '80px');
    expect(isFree()).to.equal(false);
    await until(isFree);
    expect(target.getBoundingClientRect().top).to.be.lessThan(before);
  });

  it('is pulled down to leave, and springs back from a short pull', async () => {
    shop();
    const fake = host();
    const tour = await show({ host: fake, view: tourView('en') });
    await swipe(tour, 40);
    expect(acts(fake)).to.deep.equal(['step-shown']);
    await swipe(tour, 140);
    expect(fake.signals.at(-1)).to.deep.include({ act: 'dismiss', cause: 'swipe' });
  });
});

describe('tour view', () => {
  it('is a sheet on phones, a card in the middle without a target, a tooltip else', () => {
    const view = tourView('en');
    expect(tourShow(view, { phase: 'anchored', phone: true })?.form).to.equal('sheet');
    expect(tourShow(view, { phase: 'centred', phone: false })?.form).to.equal('centre');
    expect(tourShow(view, { phase: 'anchored', phone: false })?.form).to.equal('tooltip');
    expect(tourShow(view, { phase: 'waiting', phone: false })).to.equal(null);
  });

  it('reads one selector, several, or selectors with the words on the element', () => {
    const of = (target: unknown) =>
      queryOf({ id: 'a', body: 'b', target: target as string }, { cart: 'Кошница' });
    expect(of('.a')).to.deep.equal({ selectors: ['.a'] });
    expect(of(['.a', '.b'])).to.deep.equal({ selectors: ['.a', '.b'] });
    expect(of({ select: '.a', text: 'cart' })).to.deep.equal({ selectors: ['.a'], text: 'Кошница' });
    expect(of({ select: ['.a'], text: 'Bag' })).to.deep.equal({ selectors: ['.a'], text: 'Bag' });
    expect(of(undefined)).to.equal(null);
  });

  it('does not go before the first step nor past the last by an arrow key', () => {
    const at = (index: number) => tourShow(tourView('en', index), { phase: 'centred', phone: false });
    const [first, last] = [at(0), at(2)];
    expect(first && arrowAct('ArrowLeft', first)).to.equal(null);
    expect(last && arrowAct('ArrowRight', last)).to.equal(null);
    expect(first && arrowAct('a', first)).to.equal(null);
  });
});
