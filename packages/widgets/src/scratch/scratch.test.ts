import { expect } from 'chai';
import { allInside, clearPage, inside, once } from '../../../../test/support/element.ts';
import { describeElement, showView } from '../../../../test/support/element-suite.ts';
import { createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { scratchView } from '../../../../test/support/gallery/game-fixtures.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { en } from '../../../../test/support/messages.ts';
import { until } from '../../../../test/support/until.ts';
import { RegularsScratch } from './scratch.ts';
import { isOpen, touchCells } from './scratch.view.ts';

describeElement('regulars-scratch', RegularsScratch.define, () => sheetViews('scratch', 'en'));

describe('<regulars-scratch>', () => {
  before(() => RegularsScratch.define());
  afterEach(() => {
    clearPage();
    document.documentElement.removeAttribute('dir');
    document.body.style.removeProperty('zoom');
    document.body.style.removeProperty('padding-block-start');
  });

  const drawn = { state: 'drawn', prizeIndex: 2, win: true } as const;

  /** A card whose draw this element saw begin: it waits to be scratched. */
  async function covered() {
    const host = createFakeHost(en, { locale: 'en' });
    const card = await showView<RegularsScratch>('regulars-scratch', scratchView('en'), host);
    card.view = scratchView('en', { state: 'drawing' });
    await card.updateComplete;
    card.view = scratchView('en', drawn);
    await card.updateComplete;
    return { card, host };
  }
  const resultOf = (card: Element) => inside(card, '.result').textContent;
  const buttonOf = (card: Element) => inside<HTMLButtonElement>(card, '.act');

  /** Rubs the whole card in lines from side to side, as a finger does. */
  function rub(card: Element): void {
    const foil = inside<Element>(card, '.foil');
    const { left, top, width, height } = foil.getBoundingClientRect();
    const send = (type: string, x: number, y: number) =>
      foil.dispatchEvent(
        new PointerEvent(type, {
          clientX: left + x * width,
          clientY: top + y * height,
          buttons: 1,
          button: type === 'pointerdown' ? 0 : -1,
          bubbles: true,
          composed: true,
        }),
      );
    send('pointerdown', 0.05, 0.05);
    for (let y = 0.05; y < 1; y += 0.12) for (let x = 0.05; x < 1; x += 0.05) send('pointermove', x, y);
  }

  it('has nothing of the prize in the page before the draw', async () => {
    const host = createFakeHost(en, { locale: 'en' });
    const card = await showView('regulars-scratch', scratchView('en'), host);
    expect(allInside(card, '.prize')).to.have.lengthOf(0);
  });

  it('says in words that it cannot be reached, and can be played once it is there', async () => {
    const card = document.createElement('regulars-scratch');
    const parts: () => Promise<unknown> = Reflect.get(card, 'parts');
    let isGone = true;
    Object.assign(card, {
      host: createFakeHost(en, { locale: 'en' }),
      view: scratchView('en'),
      parts: () => (isGone ? Promise.reject(new Error('no line')) : parts.call(card)),
    });
    document.body.append(card);
    await until(() => allInside(card, '.side [role=status]').length > 0);
    expect(inside(card, '.side').textContent).to.contain('cannot be reached right now');
    expect(inside(card, '.base').getAttribute('aria-busy')).to.equal('false');
    isGone = false;
    card.requestUpdate();
    await until(() => allInside(card, '.act').length > 0);
    expect(inside(card, '.side').textContent).not.to.contain('cannot be reached right now');
  });

  it('W48 gives the same result by the button as by the pointer', async () => {
    const { card, host } = await covered();
    expect(resultOf(card)).to.equal('');
    expect(buttonOf(card).textContent).to.equal('Reveal');
    const settled = once(card, 'regulars-scratch-settled');
    buttonOf(card).click();
    await settled;
    expect(resultOf(card)).to.equal('You won: Free delivery');
    expect(host.signals.at(-1)).to.include({ type: 'game', act: 'settled' });
  });

  for (const [where, prepare] of Object.entries({
    'a plain page': () => {},
    'a page at 200 percent': () => document.body.style.setProperty('zoom', '2'),
    'a page that was scrolled': () => {
      document.body.style.setProperty('padding-block-start', '1400px');
      scrollTo(0, 900);
    },
    'a right-to-left page': () => document.documentElement.setAttribute('dir', 'rtl'),
  })) {
    it(`W48 is scratched open by the pointer on ${where}`, async () => {
      const { card } = await covered();
      prepare();
      const settled = once(card, 'regulars-scratch-settled');
      rub(card);
      await settled;
      await card.updateComplete;
      expect(resultOf(card)).to.equal('You won: Free delivery');
    });
  }

  it('does not open at one tap', async () => {
    const { card } = await covered();
    inside<Element>(card, '.foil').dispatchEvent(
      new PointerEvent('pointerdown', { clientX: 40, clientY: 40, buttons: 1, button: 0 }),
    );
    await card.updateComplete;
    expect(resultOf(card)).to.equal('');
  });

  it('takes the first touch of a fresh card as the wish to play, and asks once', async () => {
    const host = createFakeHost(en, { locale: 'en' });
    const card = await showView<RegularsScratch>('regulars-scratch', scratchView('en'), host);
    inside<Element>(card, '.foil').dispatchEvent(new PointerEvent('pointerdown', { button: 0, buttons: 1 }));
    expect(host.signals).to.deep.equal([{ type: 'game', campaignId: 'thank-you-scratch', act: 'draw' }]);
  });
});

describe('scratch view', () => {
  it('counts cells once and opens when enough is bare', () => {
    const one = touchCells(new Set(), { x: 0.5, y: 0.5, radius: 0.2 });
    expect(touchCells(one, { x: 0.5, y: 0.5, radius: 0.2 })).to.equal(one);
    expect(isOpen(one)).to.equal(false);
    expect(isOpen(touchCells(one, { x: 0.5, y: 0.5, radius: 2 }))).to.equal(true);
  });
});
