import { expect } from 'chai';
import { newDevice, startEngine, type TestEngine } from '../../../../test/support/engine.ts';
import { RegularsError } from '../errors/regulars-error.ts';
import { type SessionOptions, sessions } from './sessions.ts';

const minute = 60_000;
const act = (t: number, more: object = {}) => ({ t, passive: false, ...more });
const document = { formatVersion: 1, revision: 1, zone: 'UTC', fallbackLocales: ['en'], campaigns: [] };

describe('sessions', () => {
  const running: TestEngine[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });

  it('J44 refuses limits that make no sense when it is made, not later', () => {
    const wrong: readonly SessionOptions[] = [
      { idleMinutes: 0 },
      { idleMinutes: 721 },
      { maxHours: 25 },
      { idleMinutes: 120, maxHours: 1 },
      { midnight: 'Nowhere/Else' },
      { idleMinutes: Number.NaN },
    ];
    for (const one of wrong)
      expect(() => sessions(one), JSON.stringify(one))
        .to.throw(RegularsError)
        .with.property('code', 'session-limits');
    expect(() => sessions({ idleMinutes: 720, maxHours: 24, midnight: 'Europe/Sofia' })).not.to.throw();
  });

  it('ends a session by the shop’s own limits, and by default as ever', () => {
    const session = { startMs: 0, lastMs: 0 };
    const hour = sessions({ idleMinutes: 60, maxHours: 2 });
    expect(hour(session, act(59 * minute))).to.equal(false);
    expect(hour(session, act(60 * minute))).to.equal(true);
    expect(hour({ startMs: 0, lastMs: 119 * minute }, act(120 * minute))).to.equal(true);
    expect(hour(session, { t: 600 * minute, passive: true })).to.equal(false);
    expect(hour(null, { t: 0, passive: true })).to.equal(true);
    expect(sessions()(session, act(29 * minute))).to.equal(false);
    expect(sessions()(session, act(30 * minute))).to.equal(true);
  });

  it('ends a session at midnight in the named zone, also where the clock changes', () => {
    const rule = sessions({ midnight: 'Europe/Sofia' });
    const at = (text: string) => Date.parse(text);
    const session = { startMs: at('2026-10-24T20:50:00Z'), lastMs: at('2026-10-24T20:50:00Z') };
    expect(rule(session, act(at('2026-10-24T20:59:59Z')))).to.equal(false);
    expect(rule(session, act(at('2026-10-24T21:00:00Z')))).to.equal(true);
    // The night after, the clock has gone back: midnight is an hour later in UTC.
    const next = { startMs: at('2026-10-25T21:50:00Z'), lastMs: at('2026-10-25T21:50:00Z') };
    expect(rule(next, act(at('2026-10-25T21:59:59Z')))).to.equal(false);
    expect(rule(next, act(at('2026-10-25T22:00:00Z')))).to.equal(true);
  });

  it('splits at an arrival by a campaign’s link only where the shop asks for it', () => {
    const session = { startMs: 0, lastMs: 0 };
    const landing = act(minute, { name: 'page_viewed', props: { kind: 'load', utm: { source: 'mail' } } });
    const back = act(minute, { name: 'page_viewed', props: { kind: 'restore', utm: { source: 'mail' } } });
    const direct = act(minute, { name: 'page_viewed', props: { kind: 'load' } });
    expect(sessions()(session, landing)).to.equal(false);
    const split = sessions({ campaign: 'split' });
    expect([split(session, landing), split(session, back), split(session, direct)]).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it('is asked in the write transaction: two tabs agree on one session and its number', async () => {
    const device = newDevice();
    let now = Date.parse('2026-10-24T20:50:00Z');
    const tab = () => {
      const engine = startEngine(device, document, {
        session: sessions({ midnight: 'Europe/Sofia' }),
        clock: () => now,
      });
      running.push(engine);
      engine.setConsent(['functional', 'analytics', 'personalization']);
      return engine;
    };
    const [a, b] = [tab(), tab()];
    await Promise.all([a.idle(), b.idle()]);
    const before = a.journey.session()?.id;
    now = Date.parse('2026-10-24T21:01:00Z');
    a.track('search_performed', { term: 'a' });
    b.track('search_performed', { term: 'b' });
    await Promise.all([a.idle(), b.idle()]);
    a.track('search_performed', { term: 'c' });
    await a.idle();
    const [one, two] = [a.journey.session(), b.journey.session()];
    expect(one?.id).to.equal(two?.id);
    expect(one?.id).not.to.equal(before);
    expect(one?.number).to.equal(2);
  });
});
