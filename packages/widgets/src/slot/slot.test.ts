import { expect } from 'chai';
import { allInside, audit, clearPage, inside, mount, once } from '../../../../test/support/element.ts';
import {
  createBrokenHost,
  createFakeHost,
  type FakeHost,
} from '../../../../test/support/gallery/fake-host.ts';
import { carouselView, tourView, walletView, wheelView } from '../../../../test/support/gallery/fixtures.ts';
import { en } from '../../../../test/support/messages.ts';
import { until } from '../../../../test/support/until.ts';
import { elementLoaders } from '../element-loaders.ts';
import { provideHost } from '../lib/host-context.ts';
import type { RegularsTour } from '../tour/tour.ts';
import type { SlotShownEvent } from './slot.events.ts';
import { RegularsSlot } from './slot.ts';
import { slotShow } from './slot.view.ts';

const host = () => createFakeHost(en, { locale: 'en' });
const fallback = '<p>Best sellers</p>';
const place = (properties: Partial<RegularsSlot> = {}) =>
  mount<RegularsSlot>('regulars-slot', { name: 'home', ...properties }, fallback);
const reserve = (slot: HTMLElement) => slot.style.setProperty('min-block-size', '200px');

/** A slot with a reserved box whose campaign is shown. */
async function shown(fake: FakeHost = host()): Promise<RegularsSlot> {
  const slot = await place({ dwellMs: 5 });
  reserve(slot);
  const event = once(slot, 'regulars-slot-shown');
  fake.show('home', carouselView('en'));
  slot.host = fake;
  await event;
  return slot;
}

describe('<regulars-slot>', () => {
  before(() => RegularsSlot.define());
  afterEach(clearPage);

  it('is accessible with its campaign', async () => {
    const slot = await shown();
    const { violations, insideCount } = await audit(slot);
    expect(violations).to.deep.equal([]);
    expect(insideCount).to.be.greaterThan(0);
  });

  it('shows the fallback while nothing is decided and leaves it where it is when something is', async () => {
    const slot = await place({ host: host() });
    const paragraph = slot.querySelector('p');
    expect(inside<HTMLSlotElement>(slot, 'slot').assignedElements()).to.deep.equal([paragraph]);
    const full = await shown();
    expect(full.querySelector('p')?.parentElement).to.equal(full);
    expect(allInside(full, 'slot')).to.have.lengthOf(0);
    expect(full.matches(':state(shown)')).to.equal(true);
  });

  it('finds its host by the context protocol, also one that starts later, and loses it at its stop', async () => {
    const slot = await place();
    reserve(slot);
    const fake = host();
    fake.show('home', walletView('en'));
    const event = once<SlotShownEvent>(slot, 'regulars-slot-shown');
    const stop = provideHost(document, fake);
    expect((await event).detail).to.deep.equal({ slot: 'home', campaignId: 'points-wallet' });
    stop();
    await slot.updateComplete;
    expect(allInside(slot, 'slot')).to.have.lengthOf(1);
  });

  it('tells once that it is shown, and viewed after the dwell time', async () => {
    const fake = host();
    const slot = await shown(fake);
    const told = (type: string) => fake.signals.filter((signal) => signal.type === type).length;
    await until(() => told('viewed') === 1);
    fake.show('home', carouselView('en'));
    await slot.updateComplete;
    expect(told('shown')).to.equal(1);
  });

  it('goes back to the fallback when the campaign ends', async () => {
    const fake = host();
    const slot = await shown(fake);
    fake.show('home', null);
    await slot.updateComplete;
    expect(allInside(slot, 'slot')).to.have.lengthOf(1);
    expect(slot.matches(':state(shown)')).to.equal(false);
  });

  it('waits for an act of the visitor when its box is on screen and not reserved', async () => {
    const fake = host();
    fake.show('home', carouselView('en'));
    const slot = await place({ host: fake });
    await elementLoaders.carousel();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(allInside(slot, 'slot')).to.have.lengthOf(1);
    const event = once(slot, 'regulars-slot-shown');
    window.dispatchEvent(new PointerEvent('pointerdown'));
    await event;
  });

  it('fills an unreserved box that is off screen', async () => {
    const fake = host();
    fake.show('home', carouselView('en'));
    const slot = document.createElement('regulars-slot') as RegularsSlot;
    Object.assign(slot, { name: 'home', host: fake });
    const far = document.createElement('div');
    far.style.setProperty('padding-block-start', '300vh');
    far.append(slot);
    document.body.append(far);
    await once(slot, 'regulars-slot-shown');
    far.remove();
  });

  it('waits for the texts of its element: no word changes once it is seen', async () => {
    const fake = host();
    let lose = (_cause: Error): void => {};
    const texts = new Promise<void>((_, reject) => {
      lose = reject;
    });
    const asked: string[] = [];
    const late = {
      ...fake,
      ready: (type: string) => {
        asked.push(type);
        return texts;
      },
    };
    fake.show('home', carouselView('en'));
    const slot = await place();
    reserve(slot);
    slot.host = late;
    await until(() => asked.length > 0);
    await elementLoaders.carousel();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(allInside(slot, 'slot')).to.have.lengthOf(1);
    lose(new TypeError('texts that fail hold nothing back'));
    await until(() => allInside(slot, 'regulars-carousel').length === 1);
    expect(asked).to.deep.equal(['carousel']);
  });

  it('keeps the fallback and says so when the element cannot be fetched', async () => {
    const fake = host();
    fake.show('home', carouselView('en'));
    const slot = await place();
    reserve(slot);
    const failed = once(slot, 'regulars-widget-failed');
    slot.loaders = { ...elementLoaders, carousel: () => Promise.reject(new Error('no chunk')) };
    slot.host = fake;
    await failed;
    expect(allInside(slot, 'slot')).to.have.lengthOf(1);
  });

  it('goes back to the fallback when a view cannot be rendered, and tries the next one', async () => {
    const fake = host();
    const slot = await shown(fake);
    const failed = once(slot, 'regulars-widget-failed');
    fake.show('home', { ...carouselView('en'), cards: [{ source: 'index', product: null as never }] });
    await failed;
    await slot.updateComplete;
    expect(allInside(slot, 'slot')).to.have.lengthOf(1);
    fake.show('home', carouselView('en'));
    await until(() => allInside(slot, 'regulars-carousel').length === 1);
  });

  it('holds a reward in the step of a tour', async () => {
    const fake = host();
    const { step, ...view } = tourView('en');
    fake.show('step-prize', wheelView('en'));
    await elementLoaders.tour();
    const tour = await mount<RegularsTour>('regulars-tour', {
      host: fake,
      view: { ...view, step: { ...step, target: undefined, slot: 'step-prize' } },
    });
    await until(() => allInside(tour, 'regulars-slot').length === 1);
    const slot = inside(tour, 'regulars-slot');
    await until(() => allInside(slot, 'regulars-wheel').length === 1);
    await until(() => allInside(inside(slot, 'regulars-wheel'), 'button').length > 0);
  });

  it('keeps the fallback with a host that throws', async () => {
    const slot = await place({ host: createBrokenHost() });
    expect(allInside(slot, 'slot')).to.have.lengthOf(1);
  });

  it('takes over texts that arrive later, down to the cards', async () => {
    const fake = host();
    const late = { ...fake, text: (key: string) => key };
    const slot = await shown(late);
    const carousel = allInside(slot, 'regulars-carousel')[0] as HTMLElement;
    const words = () =>
      allInside(allInside(carousel, 'regulars-product-card')[0] as Element, 'button')[0]?.textContent;
    expect(words()).to.equal('Add');
    late.text = fake.text;
    fake.show('home', fake.read('home'));
    await until(() => words() === 'Add to cart');
  });

  it('stops listening to its host when it is removed', async () => {
    const fake = host();
    const slot = await shown(fake);
    slot.remove();
    const count = fake.signals.length;
    fake.show('home', walletView('en'));
    await slot.updateComplete;
    expect(fake.signals.length).to.equal(count);
  });
});

describe('slot view', () => {
  it('leaves tours to the overlay and empty lists to the fallback', () => {
    const now = { ready: true, defined: new Set(['tour', 'carousel']) };
    expect(slotShow(tourView('en'), now)).to.equal(null);
    expect(slotShow(carouselView('en', 'empty'), now)).to.equal(null);
    expect(slotShow(carouselView('en'), now)).to.equal('carousel');
    expect(slotShow(carouselView('en'), { ...now, ready: false })).to.equal(null);
    expect(slotShow(walletView('en'), now)).to.equal(null);
  });
});
