import { expect } from 'chai';
import { everything, startJourney, type TestJourney } from '../../../../test/support/journey.ts';
import { isNewSession, sessionLimits } from '../rules/session-rule.ts';
import { createStamper } from './create-stamper.ts';

const MINUTE_MS = 60_000;
const IDLE_MS = 30 * MINUTE_MS;
const DAY_MS = 86_400_000;

describe('sessions', () => {
  const running: TestJourney[] = [];
  /** A tab of a visitor who allows everything; its clock starts where another's stands. */
  const open = async (of?: TestJourney): Promise<TestJourney> => {
    const tab = startJourney(of?.name);
    running.push(tab);
    if (of) tab.clock.ms = of.clock.ms;
    tab.consent.set(everything);
    await tab.journey.ready();
    return tab;
  };
  /** The visitor acts in a tab, `afterMs` later on the clock of all. */
  const act = async (tab: TestJourney, afterMs = 0): Promise<string | undefined> => {
    const now = Math.max(...running.map(({ clock }) => clock.ms)) + afterMs;
    for (const { clock } of running) clock.ms = now;
    tab.journey.track('product_clicked', { product: { id: 'a' } });
    await tab.journey.flush();
    return tab.journey.session()?.id;
  };
  const eventsOf = async ({ journey }: TestJourney) => (await journey.exportJourney()).events;
  afterEach(async () => {
    for (const one of running.splice(0)) await one.end();
  });

  it('J38 an act a millisecond before the idle limit keeps the session, one at the limit or past a day starts anew', async () => {
    const tab = await open();
    const first = await act(tab);
    expect(await act(tab, IDLE_MS - 1)).to.equal(first);
    const second = await act(tab, IDLE_MS);
    expect(second).to.not.equal(first);
    for (let ms = 0; ms < DAY_MS; ms += IDLE_MS - 1) await act(tab, IDLE_MS - 1);
    expect(tab.journey.session()?.number).to.equal(3);
  });

  it('J39 reading, and what no act of the visitor caused, neither extends nor ends a session', async () => {
    const tab = await open();
    const first = await act(tab);
    tab.clock.ms += IDLE_MS - 1;
    tab.journey.track('engagement_recorded', { engagedMs: 1000, scrollDepth: 0.5 });
    tab.journey.track('recommendation_shown', {
      campaignId: 'c',
      strategy: 's',
      source: 'row',
      productIds: [],
    });
    await tab.journey.flush();
    tab.clock.ms += DAY_MS;
    expect(tab.journey.session()?.id).to.equal(first);
    tab.journey.track('engagement_recorded', { engagedMs: 1000, scrollDepth: 0.5 });
    await tab.journey.flush();
    expect(tab.journey.session()?.id).to.equal(first);
    expect(await act(tab)).to.not.equal(first);
  });

  it('J40 a tab that was idle follows the session of the tab in use, also when that one began a new one', async () => {
    const idle = await open();
    const first = await act(idle);
    const used = await open(idle);
    for (let turn = 0; turn < 3; turn++) expect(await act(used, IDLE_MS - 1)).to.equal(first);
    expect(await act(idle, 1)).to.equal(first);
    const second = await act(used, IDLE_MS);
    expect(await act(idle, 1)).to.equal(second);
    const tabs = (await eventsOf(idle)).filter(({ sid }) => sid === second).map(({ tab }) => tab);
    expect(new Set(tabs).size).to.equal(2);
  });

  it('J41 a session that another tab began and left idle, or erased, is not taken over', async () => {
    const one = await open();
    const two = await open(one);
    await act(one);
    const left = await act(two, IDLE_MS);
    const third = await act(one, IDLE_MS);
    expect(third).to.not.equal(left);
    expect(one.journey.session()?.number).to.equal(3);
    await two.journey.forget();
    const anew = await act(one, 1);
    expect(anew).to.not.equal(third);
    expect(one.journey.session()?.number).to.equal(1);
  });

  it('J42 a page has a tab id of its own: a reload and a duplicate each get another', async () => {
    const one = await open();
    const stamp = createStamper({ ...one, test: undefined });
    const again = createStamper({ ...one, test: undefined });
    const [first, second, other] = [stamp, stamp, again].map((make) => make('page_viewed', {}, true)?.tab);
    expect(first).to.equal(second);
    expect(other).to.not.equal(first);
    expect(Object.values(sessionStorage).join()).to.not.include(String(first));
  });

  it('J43 a clock that jumps back, or a stored start in the future, makes no endless session', async () => {
    const tab = await open();
    const first = await act(tab);
    tab.clock.ms -= 10 * MINUTE_MS;
    expect(await act(tab)).to.equal(first);
    tab.clock.ms -= DAY_MS;
    const second = await act(tab);
    expect(second).to.not.equal(first);
    expect(await act(tab, IDLE_MS)).to.not.equal(second);
  });

  it('J44 a session ends after half an hour or a day, and no option makes the cap shorter than the pause', () => {
    expect(sessionLimits).to.deep.equal({ idleMs: IDLE_MS, maxMs: DAY_MS });
    expect(sessionLimits.maxMs).to.be.above(sessionLimits.idleMs);
  });

  it('J45 what a closing tab still writes goes into the newer session of its sibling', async () => {
    const closing = await open();
    await act(closing);
    const sibling = await open(closing);
    closing.clock.ms += IDLE_MS;
    closing.journey.track('product_clicked', { product: { id: 'last' } });
    const newer = await act(sibling, 0);
    await closing.journey.stop();
    const last = (await eventsOf(sibling)).find(({ props }) => JSON.stringify(props).includes('last'));
    expect(last?.sid).to.equal(newer);
    expect(closing.journey.session()?.id).to.equal(newer);
  });

  it('J46 whatever two tabs do, they cut the same sessions as one that did all of it', async () => {
    // A fixed sequence of chance (a linear congruence), so that a failure can be repeated.
    let seed = 7;
    const chance = (): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed / 2 ** 31;
    };
    const one = await open();
    const two = await open(one);
    let span: { startMs: number; lastMs: number } | null = null;
    let expected = 0;
    for (let turn = 0; turn < 40; turn++) {
      const tab = chance() < 0.5 ? one : two;
      await act(tab, Math.floor(chance() * 2 * IDLE_MS));
      const t = tab.clock.ms;
      const isNew = isNewSession(span, { t, passive: false });
      if (isNew) expected++;
      span = { startMs: isNew || !span ? t : span.startMs, lastMs: t };
      expect(tab.journey.session()?.number).to.equal(expected);
    }
    const events = await eventsOf(one);
    expect(new Set(events.map(({ sid }) => sid)).size).to.equal(expected);
  });

  it('J47 a new session is numbered on, begins its events at 1 and is named after the first of them', async () => {
    const tab = await open();
    await act(tab);
    await act(tab, IDLE_MS);
    const events = await eventsOf(tab);
    const [start] = events.filter(({ sid }) => sid === tab.journey.session()?.id);
    expect(start).to.include({ name: 'session_started', seq: 1, id: start?.sid });
    expect(start?.props).to.include({ number: 2 });
  });
});
