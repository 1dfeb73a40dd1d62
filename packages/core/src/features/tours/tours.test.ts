import { expect } from 'chai';
import {
  newDevice,
  startEngine,
  type TestDevice,
  type TestEngine,
} from '../../../../../test/support/engine.ts';
import { until } from '../../../../../test/support/until.ts';
import type { WidgetSignal } from '../widget-signal.ts';

const all = ['functional', 'analytics', 'personalization', 'marketing'] as const;
type Act = Extract<WidgetSignal, { readonly type: 'tour' }>;

const documentOf = (props: object, content: object = { en: { a: 'A', b: 'B', c: 'C' } }) => ({
  formatVersion: 1,
  revision: 1,
  zone: 'UTC',
  fallbackLocales: ['en'],
  audiences: { buyers: { attr: 'visitor.orders', op: 'gt', value: 0 } },
  campaigns: [
    {
      id: 'guide',
      status: 'live',
      trigger: { on: 'page' },
      purpose: 'functional',
      placement: { overlay: 'tour' },
      widget: { type: 'tour', props },
      content,
    },
    {
      id: 'other',
      status: 'live',
      priority: -1,
      trigger: { on: 'click', selector: '.none' },
      purpose: 'functional',
      placement: { overlay: 'tour' },
      widget: { type: 'tour', props: { steps: [{ id: 'o', body: 'a' }] } },
      content,
    },
  ],
});

describe('tours', () => {
  const running: TestEngine[] = [];
  const open = async (
    device: TestDevice,
    document: object,
    options: Parameters<typeof startEngine>[2] = {},
  ): Promise<TestEngine> => {
    const engine = startEngine(device, document as never, options);
    running.push(engine);
    engine.setConsent(all);
    engine.page();
    await engine.idle();
    return engine;
  };
  const view = (engine: TestEngine) => {
    const one = engine.host.read('overlay');
    return one?.type === 'tour' ? one : null;
  };
  const tell = async (engine: TestEngine, act: Act['act'], more: Partial<Act> = {}) => {
    engine.host.report({ type: 'tour', campaignId: 'guide', act, ...more });
    await engine.idle();
  };
  const told = (engine: TestEngine, name: string) =>
    engine
      .inspect()
      .events.filter(({ event }) => event.name === name)
      .map(({ event }) => event.props);
  const path = location.href;
  afterEach(async () => {
    history.replaceState(null, '', path);
    for (const one of running.splice(0)) await one.stop();
  });

  const asking = {
    steps: [
      {
        id: 'ask',
        body: 'a',
        next: [
          { when: { attr: 'tour.answers.ask', op: 'eq', value: 'yes' }, go: 'end-step' },
          { go: 'middle' },
        ],
      },
      { id: 'middle', body: 'b' },
      { id: 'end-step', body: 'c' },
    ],
  };

  it('branches by what the visitor said, on the next page too, and tells it once', async () => {
    const device = newDevice();
    const engine = await open(device, documentOf(asking));
    expect(view(engine)).to.include({ index: 0, count: 3 });
    await tell(engine, 'step-shown');
    await tell(engine, 'answer', { value: 'yes' });
    expect(view(engine)).to.include({ index: 0, count: 2 });
    await tell(engine, 'next');
    expect(view(engine)?.step.id).to.equal('end-step');
    expect(told(engine, 'tour_step_answered')).to.deep.equal([
      { campaignId: 'guide', stepId: 'ask', answer: 'yes' },
    ]);
    await engine.stop();
    const next = await open(device, documentOf(asking));
    expect(view(next)?.step.id).to.equal('end-step');
    await tell(next, 'back');
    expect(view(next)?.step.id).to.equal('ask');
  });

  it('goes past steps for other visitors and devices, and counts the rest', async () => {
    const steps = [
      { id: 'buyers', body: 'a', audience: { use: 'buyers' } },
      { id: 'all', body: 'b' },
      { id: 'phones', body: 'c', device: matchMedia('(max-width: 639px)').matches ? 'desktop' : 'phone' },
    ];
    const engine = await open(newDevice(), documentOf({ steps }));
    expect(view(engine)?.step.id).to.equal('all');
    expect(view(engine)).to.include({ index: 0, count: 1 });
    await tell(engine, 'next');
    expect(told(engine, 'tour_completed')).to.have.lengthOf(1);
  });

  it('shows a step that its language lacks in the first fallback that has it, with its direction', async () => {
    const content = { he: { a: 'א' }, en: { a: 'A', b: 'B' }, bg: { a: 'А', b: 'Б' } };
    const steps = [
      { id: 'one', body: 'a' },
      { id: 'two', body: 'b' },
    ];
    const engine = await open(newDevice(), documentOf({ steps }, content), { locale: 'he' });
    expect(view(engine)).to.include({ lang: 'he', dir: 'rtl' });
    await tell(engine, 'step-shown');
    await tell(engine, 'next');
    expect(view(engine)).to.include({ lang: 'en', dir: 'ltr' });
    expect(view(engine)?.texts.b).to.equal('B');
  });

  it('is put off for a while: not on the next page, at its step on a page after that', async () => {
    const device = newDevice();
    let at = Date.now();
    const clock = () => at;
    const steps = [
      { id: 'one', body: 'a' },
      { id: 'two', body: 'b' },
    ];
    const engine = await open(device, documentOf({ steps }), { clock });
    await tell(engine, 'step-shown');
    await tell(engine, 'next');
    await tell(engine, 'snooze', { value: '60' });
    expect(view(engine)).to.equal(null);
    expect(told(engine, 'tour_snoozed')).to.deep.equal([{ campaignId: 'guide', minutes: 60 }]);
    await engine.stop();
    at += 59 * 60_000;
    const soon = await open(device, documentOf({ steps }), { clock });
    expect(view(soon)).to.equal(null);
    await soon.stop();
    at += 2 * 60_000;
    const later = await open(device, documentOf({ steps }), { clock });
    expect(view(later)?.step.id).to.equal('two');
    expect(told(later, 'tour_dismissed')).to.deep.equal([]);
  });

  it('is over after its own time', async () => {
    const device = newDevice();
    let at = Date.now();
    const clock = () => at;
    const props = {
      expiresHours: 1,
      steps: [
        { id: 'one', body: 'a' },
        { id: 'two', body: 'b' },
      ],
    };
    const engine = await open(device, documentOf(props), { clock });
    await tell(engine, 'step-shown');
    await tell(engine, 'next');
    await engine.stop();
    at += 61 * 60_000;
    const later = await open(device, documentOf(props), { clock });
    expect(told(later, 'tour_dismissed')).to.deep.equal([{ campaignId: 'guide', cause: 'expired' }]);
    // Over is over: it opens again only when its caps let it, or when it is asked for; then from its first step.
    expect(view(later)).to.equal(null);
    await later.open('guide');
    await later.idle();
    expect(view(later)?.step.id).to.equal('one');
    expect(told(later, 'tour_started')).to.deep.equal([{ campaignId: 'guide' }]);
  });

  it('books what a page could not write before it went, unless something newer is written', async () => {
    const device = newDevice();
    const document = documentOf({
      steps: [
        { id: 'one', body: 'a' },
        { id: 'two', body: 'b' },
      ],
    });
    const engine = await open(device, document);
    await tell(engine, 'step-shown');
    await tell(engine, 'next');
    await engine.stop();
    const leave = (word: object): void =>
      localStorage.setItem(`${device.name}/left/tour/1`, JSON.stringify(word));
    const acts = [{ type: 'tour', campaignId: 'guide', act: 'dismiss', cause: 'escape' }];
    leave({ campaignId: 'guide', at: 1, acts, stepId: 'one' });
    const next = await open(device, document);
    expect(view(next)?.step.id).to.equal('two');
    await next.stop();
    leave({ campaignId: 'guide', at: Date.now() + 1000, acts, stepId: 'two' });
    const last = await open(device, document);
    expect(told(last, 'tour_dismissed').at(-1)).to.deep.equal({
      campaignId: 'guide',
      cause: 'escape',
      stepId: 'two',
    });
    expect(view(last)).to.equal(null);
    expect(Object.keys(localStorage).filter((key) => key.includes(`${device.name}/left/tour`))).to.deep.equal(
      [],
    );
  });

  it('does on the next page what the visitor did before the part that moves a tour had come', async () => {
    const device = newDevice();
    const words = () => Object.keys(localStorage).filter((key) => key.includes(`${device.name}/left/tour`));
    // Plain steps: the part comes with the first one that stands, not before it.
    const plain = documentOf({
      steps: [
        { id: 'ask', body: 'a' },
        { id: 'two', body: 'b' },
      ],
    });
    const engine = await open(device, plain);
    for (const [act, value] of [['answer', 'yes'], ['next']] as const)
      engine.host.report({ type: 'tour', campaignId: 'guide', act, value });
    dispatchEvent(new PageTransitionEvent('pagehide'));
    const left = words().map((key) => JSON.parse(localStorage[key]));
    expect(left.map(({ acts }) => acts.map(({ act }: Act) => act))).to.deep.equal([['answer', 'next']]);
    await engine.stop();
    localStorage.removeItem(words()[0] ?? '');

    // A page that was gone before the part came: its row is where the tour began.
    const other = newDevice();
    await (await open(other, documentOf(asking))).stop();
    localStorage.setItem(`${other.name}/left/tour/1`, JSON.stringify({ ...left[0], at: Date.now() }));
    const next = await open(other, documentOf(asking));
    expect(view(next)?.step.id).to.equal('end-step');
    expect(told(next, 'tour_step_answered')).to.have.length(1);
    await next.stop();
    const last = await open(other, documentOf(asking));
    expect(view(last)?.step.id).to.equal('end-step');
    expect(told(last, 'tour_step_answered')).to.deep.equal([]);
  });

  it('is deaf to other pages while it lies in the back-forward cache, and hears them when it is back', async () => {
    const engine = await open(newDevice(), documentOf({ steps: [{ id: 'one', body: 'a' }] }));
    await tell(engine, 'step-shown');
    const name = `guide ${engine.journey.anonymousId()}`;
    const other = new BroadcastChannel('regulars-tour');
    // Opened after the tour's own, so that it hears a question after the tour did.
    const last = new BroadcastChannel('regulars-tour');
    last.onmessage = ({ data }) => data === `who ${name}` && last.postMessage('end');
    const answers = () =>
      new Promise<readonly unknown[]>((resolve) => {
        const heard: unknown[] = [];
        other.onmessage = ({ data }) => (data === 'end' ? resolve(heard) : heard.push(data));
        other.postMessage(`who ${name}`);
      });
    expect(await answers()).to.deep.equal([`here ${name}`]);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(await answers()).to.deep.equal([`gone ${name}`]);
    expect(await answers()).to.deep.equal([]);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    last.close();
    await until(async () => {
      const heard: unknown[] = [];
      other.onmessage = ({ data }) => heard.push(data);
      other.postMessage(`who ${name}`);
      await engine.idle();
      return heard.includes(`here ${name}`);
    });
    other.close();
    await engine.stop();
  });

  it('starts another campaign, as asked, at the end of its own', async () => {
    const engine = await open(newDevice(), documentOf({ steps: [{ id: 'one', body: 'a' }] }));
    await tell(engine, 'step-shown');
    await tell(engine, 'start', { value: 'other' });
    expect(view(engine)?.campaignId).to.equal('other');
    expect(told(engine, 'tour_completed')).to.deep.equal([{ campaignId: 'guide' }]);
  });

  it('opens again at once when it is asked for right after its end', async () => {
    const engine = await open(newDevice(), documentOf({ steps: [{ id: 'one', body: 'a' }] }));
    await tell(engine, 'step-shown');
    engine.host.report({ type: 'tour', campaignId: 'guide', act: 'dismiss', cause: 'escape' });
    await engine.open('guide');
    await engine.idle();
    expect(view(engine)?.step.id).to.equal('one');
  });

  it('leaves a checkout alone although it runs, and comes back after it', async () => {
    const steps = [{ id: 'one', body: 'a' }];
    const engine = await open(newDevice(), documentOf({ steps }));
    await tell(engine, 'step-shown');
    history.replaceState(null, '', '/checkout');
    engine.page();
    await engine.idle();
    expect(view(engine)).to.equal(null);
    history.replaceState(null, '', '/c/lamps');
    engine.page();
    await engine.idle();
    expect(view(engine)?.step.id).to.equal('one');
  });

  it('goes on by an event that was told before the tour was on the page', async () => {
    const device = newDevice();
    const props = {
      steps: [
        { id: 'one', body: 'a', advanceOn: { event: 'product_viewed', page: '*' } },
        { id: 'two', body: 'b' },
      ],
    };
    const engine = await open(device, documentOf(props));
    await tell(engine, 'step-shown');
    await engine.stop();
    const next = startEngine(device, documentOf(props) as never);
    running.push(next);
    next.setConsent(all);
    next.track('product_viewed', { product: { id: 'p1' } });
    await next.idle();
    expect(view(next)?.step.id).to.equal('two');
  });

  const ways = [
    { id: 'one', body: 'a', advanceOn: { event: 'product_viewed', page: '*' } },
    { id: 'two', body: 'b', advanceOn: { event: 'product_viewed', page: '*' } },
    { id: 'three', body: 'c' },
  ];

  for (const [when, before, after, step] of [
    ['after the page went', 0, 1, 'two'],
    ['before the page went', 1, 0, 'two'],
    ['before and after', 1, 1, 'three'],
  ] as const)
    it(`an event of the page's last millisecond counts once: ${when}`, async () => {
      const device = newDevice();
      const at = Date.now();
      const clock = (): number => at;
      const look = (engine: TestEngine) => engine.track('product_viewed', { product: { id: 'p1' } });
      const engine = await open(device, documentOf({ steps: ways }), { clock });
      await tell(engine, 'step-shown');
      if (before) {
        look(engine);
        await engine.idle();
        await tell(engine, 'step-shown');
      }
      await engine.stop();
      const next = startEngine(device, documentOf({ steps: ways }) as never, { clock });
      running.push(next);
      next.setConsent(all);
      if (after) look(next);
      else next.page();
      await next.idle();
      expect(view(next)?.step.id).to.equal(step);
    });

  it('gives way to the tab in which the visitor asks for it', async () => {
    const device = newDevice();
    const document = documentOf({ steps: [{ id: 'one', body: 'a' }] });
    const one = await open(device, document);
    await tell(one, 'step-shown');
    const two = await open(device, document);
    expect(view(two)).to.equal(null);
    await two.open('guide');
    await two.idle();
    await tell(two, 'step-shown');
    expect(view(two)?.step.id).to.equal('one');
    await new Promise<void>((resolve) => {
      if (!view(one)) resolve();
      else one.host.subscribe('overlay', () => view(one) ?? resolve());
    });
    expect(view(one)).to.equal(null);
  });

  it('takes the tour over when the tab that shows it lets it go', async () => {
    const device = newDevice();
    const document = documentOf({ steps: [{ id: 'one', body: 'a' }] });
    const one = await open(device, document);
    await tell(one, 'step-shown');
    const two = await open(device, document);
    const shown = new Promise<void>((resolve) => {
      two.host.subscribe('overlay', () => view(two) && resolve());
    });
    await one.stop();
    await shown;
    expect(view(two)?.step.id).to.equal('one');
  });
});
