import type { Action, ActionOutcome, ConsentPurpose, PulledFacts } from '@regulars/schema';
import { expect } from 'chai';
import {
  documentOf,
  newDevice,
  startEngine,
  type TestDevice,
  type TestEngine,
} from '../../../../test/support/engine.ts';
import { until } from '../../../../test/support/until.ts';
import type { ActionContext, ActionPort } from '../features/action-port.ts';
import type { Part } from '../journey/part.ts';
import { presenterPort } from './presenter-port.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 4, 4, 9);
const everything = ['functional', 'analytics', 'personalization'] as const;

const card = {
  id: 'card',
  status: 'live',
  trigger: { on: 'page' },
  placement: { overlay: 'bar' },
  widget: { type: 'announcement', props: { form: 'bar', body: 'body' } },
  content: { en: { body: 'Hello' } },
};
const asking = (audience: object) => documentOf({ ...card, audience });
const nobodySaw = { shows: [], count: 0, dismissed: 0, completed: 0, clicked: 0 };

/** A backend that answers `facts` with what it holds at the moment. */
class Backend implements ActionPort {
  facts: PulledFacts = { attributes: {}, shown: {} };
  answer: 'yes' | 'offline' | 'never' = 'yes';
  readonly asked: ActionContext[] = [];
  now: () => number = () => start;

  async perform<A extends Action>(
    action: A,
    { context }: { readonly context: ActionContext },
  ): Promise<ActionOutcome<A['type']>> {
    if (action.type !== 'facts') return { ok: false, reason: 'unavailable' };
    this.asked.push(context);
    if (this.answer === 'never') return new Promise(() => {});
    if (this.answer === 'offline') return { ok: false, reason: 'offline' };
    // The answer to `facts`, which this action is.
    return { ok: true, result: this.facts, now: this.now() } as ActionOutcome<A['type']>;
  }
}

/** Shows announcements at once. */
const showing: Part = {
  name: 'showing',
  start: ({ ports }) =>
    ports.provide(presenterPort, {
      type: 'announcement',
      refusal: () => null,
      open(_, { shown }) {
        queueMicrotask(shown);
        return () => {};
      },
    }),
};

describe('what the backend knows of the visitor', () => {
  const running: TestEngine[] = [];
  let clock = start;
  afterEach(async () => {
    clock = start;
    for (const one of running.splice(0)) await one.stop();
  });
  const visit = async (
    backend: Backend,
    document: object,
    { device = newDevice(), consent = everything as readonly ConsentPurpose[], customer = '' } = {},
  ): Promise<TestEngine> => {
    const engine = startEngine(device, document, { actions: backend, clock: () => clock, parts: [showing] });
    running.push(engine);
    if (customer) engine.identify(customer);
    engine.setConsent(consent);
    await engine.ready;
    await engine.idle();
    return engine;
  };
  const nextPage = async (engine: TestEngine): Promise<void> => {
    running.splice(running.indexOf(engine), 1);
    await engine.stop();
  };
  const open = (engine: TestEngine) => engine.inspect().slots.overlay;
  const last = (engine: TestEngine) => engine.inspect().campaigns[0]?.reasons.at(-1);

  it('gives conditions its attributes, and the trace their value and age', async () => {
    const backend = new Backend();
    backend.facts = {
      attributes: {
        'score.churn': { value: 0.8, at: start - 5 * hour },
        lifetimeValue: { value: { value: 12_300, currency: 'EUR' }, at: start },
      },
      shown: {},
    };
    const engine = await visit(
      backend,
      asking({
        all: [
          { attr: 'customer.score.churn', op: 'gte', value: 0.7 },
          { attr: 'customer.lifetimeValue', op: 'gte', value: { value: 10_000, currency: 'EUR' } },
          { attr: 'customer.ageHours.score.churn', op: 'lte', value: 24 },
          { not: { attr: 'customer.factsAgeHours', op: 'gt', value: 5.5 } },
        ],
      }),
    );
    const audience = engine.inspect().campaigns[0]?.reasons.find(({ step }) => step === 'audience');
    expect(
      audience?.trace?.map(({ path, result, found, ageMs }) => [path, result, found, ageMs]),
    ).to.deep.equal([
      ['', true, undefined, undefined],
      ['all[0]', true, 0.8, 5 * hour],
      ['all[1]', true, { value: 12_300, currency: 'EUR' }, 0],
      ['all[2]', true, 5, undefined],
      ['all[3]', true, undefined, undefined],
      ['all[3].not', false, 5, undefined],
    ]);
    expect(open(engine)).to.equal('card');
  });

  it('is unknown while nobody told it: neither the question nor its opposite holds', async () => {
    for (const audience of [
      { attr: 'customer.score.churn', op: 'gte', value: 0.7 },
      { not: { attr: 'customer.score.churn', op: 'gte', value: 0.7 } },
    ]) {
      const engine = await visit(new Backend(), asking(audience));
      expect(last(engine)).to.include({ step: 'audience', ok: false, why: 'unknown' });
    }
  });

  it('grows old without a request, is kept for the next page, and is asked for anew after an hour', async () => {
    const device: TestDevice = newDevice();
    const backend = new Backend();
    backend.facts = { attributes: { 'score.churn': { value: 0.8, at: start - 23.5 * hour } }, shown: {} };
    const fresh = asking({ attr: 'customer.ageHours.score.churn', op: 'lt', value: 24 });
    await nextPage(await visit(backend, fresh, { device }));
    clock = start + 0.25 * hour;
    const second = await visit(backend, fresh, { device });
    expect(backend.asked).to.have.length(1);
    expect(second.inspect().campaigns[0]?.reasons.find(({ step }) => step === 'audience')).to.include({
      ok: true,
    });
    await nextPage(second);
    clock = start + 0.75 * hour;
    const third = await visit(backend, fresh, { device });
    expect(backend.asked).to.have.length(1);
    expect(last(third)).to.include({ step: 'audience', ok: false, why: 'false' });
    await nextPage(third);
    clock = start + 1.25 * hour;
    backend.now = () => clock;
    backend.facts = { attributes: { 'score.churn': { value: 0.9, at: clock } }, shown: {} };
    const fourth = await visit(backend, fresh, { device });
    expect(backend.asked).to.have.length(2);
    expect(fourth.inspect().campaigns[0]?.reasons.find(({ step }) => step === 'audience')).to.include({
      ok: true,
    });
  });

  it('does not grow young when the clock is set back', async () => {
    const device = newDevice();
    const backend = new Backend();
    backend.facts = { attributes: { 'score.churn': { value: 1, at: start - 2 * hour } }, shown: {} };
    const document = asking({ attr: 'customer.ageHours.score.churn', op: 'gte', value: 2 });
    await nextPage(await visit(backend, document, { device }));
    clock = start - 48 * hour;
    backend.answer = 'offline';
    const engine = await visit(backend, document, { device });
    expect(engine.inspect().campaigns[0]?.reasons.find(({ step }) => step === 'audience')).to.include({
      ok: true,
    });
  });

  it('asks nobody without leave, and for documents that ask nothing', async () => {
    const backend = new Backend();
    const asks = asking({ attr: 'customer.rfm', op: 'eq', value: '5-5-5' });
    await visit(backend, asks, { consent: [] });
    await visit(backend, asks, { consent: ['functional', 'analytics'] });
    await visit(backend, documentOf(card));
    await visit(backend, asking({ attr: 'session.count', op: 'gte', value: 1 }));
    expect(backend.asked).to.deep.equal([]);
  });

  it('forgets what it was told with the leave that let it be kept', async () => {
    const backend = new Backend();
    backend.facts = { attributes: { rfm: { value: '5-5-5', at: start } }, shown: {} };
    const engine = await visit(backend, asking({ attr: 'customer.rfm', op: 'eq', value: '5-5-5' }));
    expect(open(engine)).to.equal('card');
    engine.setConsent(['functional', 'analytics']);
    await engine.idle();
    const rows = await engine.rooms.storage.base.run(['kv'], 'readonly', ({ kv }) => kv.entries({}));
    expect(
      rows.map(([key]) => key).filter((key) => String(key).startsWith('personalization/')),
    ).to.deep.equal([]);
  });

  it('speaks for the customer who signs in, and for nobody after they left', async () => {
    const backend = new Backend();
    const engine = await visit(backend, asking({ attr: 'customer.known', op: 'eq', value: true }));
    expect(backend.asked.at(-1)?.customerToken).to.equal(undefined);
    backend.facts = { attributes: { known: { value: true, at: start } }, shown: {} };
    engine.identify('token-of-ana');
    await engine.idle();
    expect(backend.asked.at(-1)?.customerToken).to.equal('token-of-ana');
    expect(open(engine)).to.equal('card');
    backend.facts = { attributes: {}, shown: {} };
    engine.identify(null);
    await engine.idle();
    expect(backend.asked.at(-1)?.customerToken).to.equal(undefined);
    expect(backend.asked).to.have.length(3);
  });

  it('uses nothing that was kept of another customer of the same browser', async () => {
    const device = newDevice();
    const backend = new Backend();
    const document = asking({ attr: 'customer.rfm', op: 'eq', value: '5-5-5' });
    backend.facts = { attributes: { rfm: { value: '5-5-5', at: start } }, shown: {} };
    await nextPage(await visit(backend, document, { device, customer: 'token-of-ana' }));
    clock += hour / 2;
    backend.answer = 'offline';
    const engine = await visit(backend, document, { device, customer: 'token-of-bob' });
    expect(backend.asked.map(({ customerToken }) => customerToken)).to.deep.equal([
      'token-of-ana',
      'token-of-bob',
    ]);
    expect(last(engine)).to.include({ step: 'audience', why: 'unknown' });
  });

  describe('what other devices saw', () => {
    const scoped = (frequency: object, more: object = {}) =>
      documentOf({ ...card, ...more, frequency: { ...frequency, scope: 'person' } });
    const seen = (backend: Backend, shown: Partial<PulledFacts['shown'][string]>): void => {
      backend.facts = { attributes: {}, shown: { card: { ...nobodySaw, ...shown } } };
    };

    it('counts against a campaign of the scope, with what this one saw', async () => {
      const device = newDevice();
      const backend = new Backend();
      seen(backend, { shows: [start - 40 * hour], count: 1 });
      const document = scoped({ maxShows: 2 });
      const first = await visit(backend, document, { device });
      expect(open(first)).to.equal('card');
      await nextPage(first);
      clock = start + 30 * 60_000;
      const second = await visit(backend, document, { device });
      expect(open(second)).to.equal(undefined);
      expect(last(second)?.why).to.equal('max-shows:2/2');
    });

    it('stops by an end or a dismissal elsewhere, and by its caps', async () => {
      const cases = [
        [{ stopOn: ['completed'] }, { completed: 1 }, 'stopped:completed'],
        [{ maxDismissals: 1 }, { dismissed: 1, dismissedAt: start - hour }, 'max-dismissals:1'],
        [{ restDays: 3 }, { dismissed: 1, dismissedAt: start - hour }, 'rests:3d'],
        [{ cap: { max: 1, days: 7 } }, { shows: [start - 30 * hour], count: 1 }, 'cap:1/7d'],
        [{ maxShows: 9 }, { shows: [start - 60_000], count: 1 }, 'pause:10min'],
      ] as const;
      for (const [frequency, shown, why] of cases) {
        const backend = new Backend();
        seen(backend, shown);
        const engine = await visit(backend, scoped(frequency));
        expect(last(engine)?.why).to.equal(why);
        await nextPage(engine);
      }
    });

    it('does not count against a campaign that counts by device', async () => {
      const backend = new Backend();
      seen(backend, { shows: [start - 40 * hour], count: 5 });
      const engine = await visit(backend, documentOf({ ...card, frequency: { maxShows: 1 } }));
      expect(open(engine)).to.equal('card');
      expect(backend.asked).to.deep.equal([]);
    });

    it('is waited for, but not for ever and not when the line is broken', async () => {
      const silent = new Backend();
      silent.answer = 'never';
      const engine = startEngine(newDevice(), scoped({ maxShows: 1 }), {
        actions: silent,
        clock: () => clock,
        parts: [showing],
      });
      running.push(engine);
      engine.setConsent(everything);
      await engine.ready;
      const why = () => last(engine)?.why;
      await until(() => why() === 'echo-pending');
      await until(() => open(engine) === 'card');
      const broken = new Backend();
      broken.answer = 'offline';
      const other = await visit(broken, scoped({ maxShows: 1 }));
      expect(open(other)).to.equal('card');
    });

    it('holds nothing back for a visitor without leave to keep caps', async () => {
      const backend = new Backend();
      const slot = scoped({ maxShows: 1 }, { placement: { slot: 'corner' } });
      const engine = await visit(backend, slot, { consent: [] });
      expect(last(engine)?.why).to.not.equal('echo-pending');
      expect(backend.asked).to.deep.equal([]);
    });
  });
});
