import { expect } from 'chai';
import { allInside, audit, clearPage, inside, mount, once } from '../../../../test/support/element.ts';
import { describeElement } from '../../../../test/support/element-suite.ts';
import { createBrokenHost, createFakeHost } from '../../../../test/support/gallery/fake-host.ts';
import { wheelView } from '../../../../test/support/gallery/fixtures.ts';
import { sheetViews } from '../../../../test/support/gallery/sheet.ts';
import { en } from '../../../../test/support/messages.ts';
import { until } from '../../../../test/support/until.ts';
import { gameShow, oddsRows, prizeLabel } from '../lib/game/game.view.ts';
import { cutSectors, restingAngle } from './sectors.ts';
import { RegularsWheel } from './wheel.ts';

const host = () => createFakeHost(en, { locale: 'en' });
const show = (properties: Partial<RegularsWheel>, children?: string) =>
  mount<RegularsWheel>('regulars-wheel', { spinMs: 40, ...properties }, children);
const resultOf = (wheel: Element) => inside(wheel, '.result').textContent;
const claimed = { state: 'claimed', prizeIndex: 2, win: true, code: 'THANKS-1' } as const;

describeElement('regulars-wheel', RegularsWheel.define, () => sheetViews('wheel', 'en'));

describe('<regulars-wheel>', () => {
  before(() => RegularsWheel.define());
  afterEach(clearPage);

  for (const [name, more] of Object.entries({
    idle: {},
    drawn: { state: 'drawn', prizeIndex: 1, win: true } as const,
    claimed,
    refused: { state: 'refused', reason: 'already-played' } as const,
    offline: { state: 'offline' } as const,
  })) {
    it(`is accessible while ${name}`, async () => {
      const wheel = await show({ host: host(), view: wheelView('en', more) });
      const { violations, insideCount } = await audit(wheel);
      expect(violations).to.deep.equal([]);
      expect(insideCount).to.be.greaterThan(0);
    });
  }

  it('publishes the odds as a table and links the rules', async () => {
    const wheel = await show({ host: host(), view: wheelView('en') });
    const cells = (selector: string) => allInside(wheel, selector).map(({ textContent }) => textContent);
    expect(cells('tbody td')).to.deep.equal(['40%', '25%', '15%', '10%', '10%']);
    expect(cells('tbody th')).to.deep.equal([
      '5 % off',
      '20 points',
      'Free delivery',
      'A tea towel',
      'No prize',
    ]);
    expect(inside(wheel, 'a').getAttribute('href')).to.equal('/rules/thank-you');
  });

  it('asks for one draw by its button and none when the page prevents it', async () => {
    const fake = host();
    const wheel = await show({ host: fake, view: wheelView('en') });
    inside(wheel, 'button').click();
    wheel.addEventListener('regulars-wheel-draw', (event) => event.preventDefault());
    inside(wheel, 'button').click();
    expect(fake.signals).to.deep.equal([{ type: 'game', campaignId: 'thank-you-wheel', act: 'draw' }]);
  });

  it('turns to the prize it is told and says it only when it stands still', async () => {
    const fake = host();
    const wheel = await show({ host: fake, view: wheelView('en') });
    wheel.view = wheelView('en', { state: 'drawing' });
    await wheel.updateComplete;
    const settled = once(wheel, 'regulars-wheel-settled');
    wheel.view = wheelView('en', { state: 'drawn', prizeIndex: 3, win: true });
    await wheel.updateComplete;
    expect(resultOf(wheel)).to.equal('');
    await settled;
    await wheel.updateComplete;
    expect(resultOf(wheel)).to.equal('You won: A tea towel');
    const sector = cutSectors(oddsRows(wheelView('en'))).sectors[3] ?? { from: 0, to: 0 };
    const angle = Number(/rotate\((-?[\d.]+)deg\)/.exec(inside(wheel, '.disc').style.transform)?.[1]);
    expect((((angle + (sector.from + sector.to) / 2) % 360) + 360) % 360).to.be.closeTo(0, 0.01);
    expect(
      fake.signals.filter((signal) => signal.type === 'game' && signal.act === 'settled'),
    ).to.have.lengthOf(1);
  });

  it('shows a result that was drawn before at once, without turning', async () => {
    const fake = host();
    const wheel = await show({
      host: fake,
      view: wheelView('en', { state: 'drawn', prizeIndex: 0, win: false }),
    });
    expect(resultOf(wheel)).to.equal('Result: 5 % off');
    expect(inside(wheel, '.disc').getAnimations()).to.have.lengthOf(0);
    expect(fake.signals).to.deep.equal([]);
  });

  it('claims by its button and shows the code only then', async () => {
    const fake = host();
    const wheel = await show({
      host: fake,
      view: wheelView('en', { state: 'drawn', prizeIndex: 2, win: true, code: 'EARLY' }),
    });
    expect(allInside(wheel, 'code')).to.have.lengthOf(0);
    inside(wheel, 'button').click();
    expect(fake.signals).to.deep.equal([{ type: 'game', campaignId: 'thank-you-wheel', act: 'claim' }]);
    wheel.view = wheelView('en', claimed);
    await wheel.updateComplete;
    expect(inside(wheel, 'code').textContent).to.equal('THANKS-1');
  });

  it('says whether the code was copied, and selects it where copying is forbidden', async () => {
    const wheel = await show({ host: host(), view: wheelView('en', claimed) });
    inside(wheel, '.coupon button').click();
    const said = () => allInside(wheel, '.coupon + p')[0]?.textContent ?? '';
    await until(() => said() !== '');
    expect(said()).to.match(/^Copied|Copying is blocked here/);
  });

  it('says in words why not', async () => {
    const wheel = await show({
      host: host(),
      view: wheelView('en', { state: 'offline', reason: 'offline' }),
    });
    const reason = () => inside(wheel, '.reason').textContent;
    expect(reason()).to.contain('The draw needs a connection');
    wheel.view = wheelView('en', { state: 'refused', reason: 'something-new' });
    await wheel.updateComplete;
    expect(reason()).to.equal('That did not work. Try again later.');
    wheel.view = wheelView('en', { state: 'drawn', prizeIndex: 1, win: true, reason: 'offline' });
    await wheel.updateComplete;
    expect(reason()).to.contain('Your prize is kept for you');
  });

  it('W47 shows the result at once to a visitor who prefers less motion, says it once, and keeps the focus in the game', async () => {
    const real = window.matchMedia;
    window.matchMedia = (query) => Object.assign(real.call(window, 'all'), { query });
    try {
      const wheel = await show({ host: host(), spinMs: 60_000, view: wheelView('en', { state: 'drawing' }) });
      inside(wheel, '.act').focus();
      const settled = once(wheel, 'regulars-wheel-settled');
      wheel.view = wheelView('en', { state: 'drawn', prizeIndex: 1, win: true });
      await settled;
      expect(resultOf(wheel)).to.equal('You won: 20 points');
      const saying = allInside(wheel, '[role=status]').filter(({ textContent }) =>
        textContent?.includes('20 points'),
      );
      expect(saying).to.have.lengthOf(1);
      await wheel.updateComplete;
      expect(wheel.shadowRoot?.activeElement?.textContent).to.equal('Get my prize');
      expect(allInside(wheel, '.party')).to.have.lengthOf(0);
    } finally {
      window.matchMedia = real;
    }
  });

  it('W47 puts the focus on the result when no button is left', async () => {
    const wheel = await show({ host: host(), view: wheelView('en', { state: 'drawing' }) });
    inside(wheel, '.act').focus();
    const settled = once(wheel, 'regulars-wheel-settled');
    wheel.view = wheelView('en', { state: 'drawn', prizeIndex: 0, win: false });
    await settled;
    await until(() => wheel.shadowRoot?.activeElement?.matches('.result'));
  });

  it('celebrates a win that it saw drawn, unless the campaign says not to', async () => {
    for (const celebrate of [true, false]) {
      const view = (more: object) => ({
        ...wheelView('en', more),
        props: { ...wheelView('en').props, celebrate },
      });
      const wheel = await show({ host: host(), view: view({ state: 'drawing' }) });
      const settled = once(wheel, 'regulars-wheel-settled');
      wheel.view = view({ state: 'drawn', prizeIndex: 1, win: true });
      await settled;
      await wheel.updateComplete;
      expect(allInside(wheel, '.party').length, `${celebrate}`).to.equal(celebrate ? 1 : 0);
    }
  });

  it('lets only who confirms their age draw, where the pool asks', async () => {
    const fake = host();
    const view = wheelView('en');
    const pool = {
      prizes: [],
      rulesUrl: '',
      ...view.pool,
      age: { min: 18, proof: 'declared' as const },
      freeEntry: { url: '/free' },
    };
    const wheel = await show({ host: fake, view: { ...view, pool } });
    inside(wheel, '.act').click();
    expect(fake.signals).to.deep.equal([]);
    expect(inside(wheel, '.age').textContent).to.equal('I am 18 or older');
    inside<HTMLInputElement>(wheel, '.age input').click();
    await wheel.updateComplete;
    inside(wheel, '.act').click();
    expect(fake.signals).to.deep.equal([
      { type: 'game', campaignId: 'thank-you-wheel', act: 'draw', ageConfirmed: true },
    ]);
    expect(allInside<HTMLAnchorElement>(wheel, '.links a').map((a) => a.textContent)).to.deep.equal([
      'Rules of the game',
      'Take part without buying',
    ]);
  });

  it('W44 shows odds that are the published ones to one decimal and sum to 100', async () => {
    const view = wheelView('en');
    const odds = [3333, 3333, 3334];
    const prizes = odds.map((oddsBp, index) => ({ label: { en: `Prize ${index}` }, oddsBp }));
    const wheel = await show({ host: host(), view: { ...view, pool: { rulesUrl: '/rules', prizes } } });
    const shown = allInside(wheel, 'tbody td').map(({ textContent }) => Number.parseFloat(textContent ?? ''));
    expect(shown).to.deep.equal([33.33, 33.33, 33.34]);
    expect(shown.reduce((sum, one) => sum + one, 0)).to.be.closeTo(100, 0.001);
  });

  it('renders with a host that throws', async () => {
    const wheel = await show({ host: createBrokenHost(), view: wheelView('en') });
    inside(wheel, 'button').click();
    expect(inside(wheel, 'button').textContent?.trim()).to.equal('Spin');
  });

  it('ends its turn when it is removed, and has its result when it is put back', async () => {
    const wheel = await show({ host: host(), spinMs: 60_000, view: wheelView('en', { state: 'drawing' }) });
    wheel.view = wheelView('en', { state: 'drawn', prizeIndex: 1, win: true });
    await wheel.updateComplete;
    wheel.remove();
    document.body.append(wheel);
    wheel.requestUpdate();
    await wheel.updateComplete;
    expect(resultOf(wheel)).to.equal('You won: 20 points');
    wheel.remove();
  });
});

describe('wheel view', () => {
  const now = { settled: true, online: true, draw: 'wheel.spin' };

  it('offers no draw while the browser is offline, and another try when it is not', () => {
    const view = wheelView('en', { state: 'offline', reason: 'unavailable' });
    expect(gameShow(view, { ...now, online: false }).button).to.include({ act: 'draw', enabled: false });
    expect(gameShow(view, now).button).to.include({ act: 'draw', enabled: true });
    expect(gameShow(view, now).reason).to.equal('refused.unavailable');
  });

  it('offers nothing after a refusal and after the claim', () => {
    expect(gameShow(wheelView('en', { state: 'refused', reason: 'already-played' }), now).button).to.equal(
      null,
    );
    expect(gameShow(wheelView('en', claimed), now).button).to.equal(null);
  });

  it("takes the campaign's own words with the prize filled in", () => {
    const view = wheelView('en', { state: 'drawn', prizeIndex: 1, win: true });
    const own = { ...view, texts: { won: 'Hurray, {{prize}}!' } };
    expect(gameShow(own, now).result).to.include({ own: 'Hurray, 20 points!' });
    expect(gameShow(wheelView('en', { texts: { button: 'Go' } }), now).button).to.include({ own: 'Go' });
  });
});

describe('wheel sectors', () => {
  const prizes = (...odds: number[]) => odds.map((oddsBp, index) => ({ label: `${index}`, oddsBp }));

  it('are as wide as the odds', () => {
    const { sectors, equal } = cutSectors(prizes(5000, 2500, 2500));
    expect(equal).to.equal(false);
    expect(sectors.map(({ from, to }) => [from, to])).to.deep.equal([
      [0, 180],
      [180, 270],
      [270, 360],
    ]);
  });

  it('keep a prize of one in twenty as narrow as it is', () => {
    expect(cutSectors(prizes(9500, 500)).equal).to.equal(false);
  });

  it('are equal, and say so, when one would be too narrow to read', () => {
    const { sectors, equal } = cutSectors(prizes(9800, 100, 100));
    expect(equal).to.equal(true);
    expect(sectors.map(({ to }) => Math.round(to))).to.deep.equal([120, 240, 360]);
  });

  it('rest with their middle under the pointer after whole turns', () => {
    expect(restingAngle({ from: 0, to: 180 }, 2)).to.equal(630);
    expect(restingAngle({ from: 270, to: 360 }, 6)).to.equal(1845);
  });

  it('take the label of the language, its base, English, the first there is', () => {
    expect(prizeLabel({ en: 'Tea', bg: 'Чай' }, 'bg-BG')).to.equal('Чай');
    expect(prizeLabel({ en: 'Tea' }, 'pl')).to.equal('Tea');
    expect(prizeLabel({ ru: 'Чай' }, 'pl')).to.equal('Чай');
  });
});
