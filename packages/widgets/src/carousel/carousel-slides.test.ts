import { expect } from 'chai';
import { allInside, audit, clearPage, inside, mount } from '../../../../test/support/element.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { carouselView } from '../../../../test/support/gallery/fixtures.ts';
import { allMessages, en } from '../../../../test/support/messages.ts';
import { until } from '../../../../test/support/until.ts';
import { provideHost } from '../lib/host-context.ts';
import { RegularsCarousel } from './carousel.ts';

const slides = Array.from(
  { length: 12 },
  (_, at) => `<a href="#s${at}" style="display:block;block-size:80px">Slide ${at}</a>`,
).join('');
const show = (properties: Partial<RegularsCarousel> = {}) =>
  mount<RegularsCarousel>('regulars-carousel', properties, slides);

describe("<regulars-carousel> with the page's own slides", () => {
  before(() => RegularsCarousel.define());
  afterEach(clearPage);

  it('R03 stands without Lit, is accessible, and leaves its slides as they were', async () => {
    const carousel = await show({ label: 'New in' });
    expect(carousel.innerHTML).to.equal(slides);
    expect(inside(carousel, 'section').getAttribute('aria-label')).to.equal('New in');
    await until(() => !inside(carousel, '.controls').hidden);
    const { violations, insideCount } = await audit(carousel);
    expect(violations).to.deep.equal([]);
    expect(insideCount).to.be.greaterThan(0);
    expect('renderRoot' in carousel).to.equal(false);
  });

  it('R10 tells which slides are in sight once a page has turned, without a host in figures alone', async () => {
    const carousel = await show();
    await until(() => !inside(carousel, '.controls').hidden);
    inside(carousel, '[part="next"]').click();
    const live = inside(carousel, '[aria-live]');
    await until(() => /^\d+–\d+ \/ 12$/.test(live.textContent ?? ''));
  });

  it('speaks the words of a host that starts later, and English again when it has gone', async () => {
    const carousel = await show();
    const next = inside(carousel, '[part="next"]');
    expect(next.getAttribute('aria-label')).to.equal('Next');
    const stop = provideHost(document, createFakeHost(await allMessages('bg'), { locale: 'bg' }));
    await until(() => next.getAttribute('aria-label') !== 'Next');
    expect(next.getAttribute('aria-label')).to.match(/[а-я]/);
    stop();
    await until(() => next.getAttribute('aria-label') === 'Next');
  });

  it('looks alike before and after it has cards: same buttons, same place, focus kept', async () => {
    const carousel = await show({ host: createFakeHost(en, { locale: 'en' }) });
    await until(() => !inside(carousel, '.controls').hidden);
    const next = inside(carousel, '[part="next"]');
    next.focus();
    const look = () => {
      const names = ['color', 'backgroundColor', 'borderTopColor', 'borderTopWidth', 'borderTopLeftRadius'];
      const rest = ['width', 'height', 'paddingLeft', 'opacity', 'cursor', 'outlineWidth', 'outlineColor'];
      const style = getComputedStyle(next);
      const { x, y } = next.getBoundingClientRect();
      return [...names, ...rest].map((name) => style[name as 'color']).concat(`${x} ${y}`);
    };
    const before = look();
    carousel.view = { ...carouselView('en'), texts: {} };
    await carousel.updateComplete;
    expect(allInside(carousel, '.item')).to.have.length(8);
    expect(carousel.shadowRoot?.activeElement).to.equal(next);
    await until(() => next.getAnimations().length === 0);
    expect(look()).to.deep.equal(before);
    carousel.view = null;
    await carousel.updateComplete;
    expect(allInside(carousel, '.item')).to.have.length(0);
    expect(inside<HTMLSlotElement>(carousel, 'slot').assignedElements()).to.have.length(12);
    expect(inside(carousel, 'slot').hidden).to.equal(false);
  });

  it('takes what was set before it was defined', async () => {
    class Late extends RegularsCarousel {}
    const early = document.createElement('late-carousel') as RegularsCarousel;
    Object.assign(early, { label: 'Set early', dwellMs: 5 });
    document.body.append(early);
    customElements.define('late-carousel', Late);
    await early.updateComplete;
    expect(inside(early, 'section').getAttribute('aria-label')).to.equal('Set early');
    early.setAttribute('label', 'Set later');
    await early.updateComplete;
    expect(inside(early, 'section').getAttribute('aria-label')).to.equal('Set later');
    early.remove();
  });
});
