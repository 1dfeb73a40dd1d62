import { expect } from 'chai';
import { createCore } from '../create-core.ts';
import { bots, isBot } from './bots.ts';
import { chain, type Middleware } from './middleware.ts';
import { scrub, scrubText } from './scrub.ts';

describe('middleware', () => {
  const problems: string[] = [];
  const run = async (middleware: readonly Middleware[]): Promise<readonly object[]> => {
    const namespace = `regulars/${crypto.randomUUID()}`;
    const core = createCore({
      namespace,
      key: 'test',
      middleware: chain(middleware),
      onProblem: ({ code }) => problems.push(code),
    });
    core.setConsent(['functional', 'analytics']);
    core.track('search_performed', { term: 'me@mail.example' });
    core.track('product_viewed', { product: { id: '4111111111111111' } });
    await core.flush();
    const { events = [] } = (await core.exportJourney()) ?? {};
    await core.forget();
    await core.stop();
    indexedDB.deleteDatabase(namespace);
    return events
      .filter(({ name }) => !/^(session|consent)/.test(name))
      .map(({ name, props }) => ({ name, props }));
  };
  afterEach(() => {
    problems.length = 0;
  });

  for (const [text, wanted] of [
    ['write to jane.doe+shop@mail.example.com now', 'write to [email] now'],
    ['4111 1111 1111 1111', '[card]'],
    ['my card 4111-1111-1111-1111!', 'my card [card]!'],
    ['5500000000000004', '[card]'],
    // One digit off: no card, and sixteen digits are no phone.
    ['4111111111111112', '4111111111111112'],
    ['+359 88 123 4567', '[phone]'],
    ['0888 123 456', '[phone]'],
    ['(020) 7946-0958', '([phone]'],
    // An article number of a shelf.
    ['123456789', '123456789'],
    ['iphone 15 pro 256', 'iphone 15 pro 256'],
    ['red hat', 'red hat'],
  ] as const)
    it(`makes "${wanted}" of "${text}"`, () => {
      expect(scrubText(text)).to.equal(wanted);
    });

  it('takes what visitors typed out of events before they are stored, and leaves ids alone', async () => {
    expect(await run([scrub()])).to.deep.equal([
      { name: 'search_performed', props: { term: '[email]' } },
      { name: 'product_viewed', props: { product: { id: '4111111111111111' } } },
    ]);
  });

  it('enriches one event and drops another, in the order given', async () => {
    const enrich: Middleware = (draft) => ({ ...draft, props: { ...draft.props, resultCount: 3 } });
    const drop: Middleware = (draft) => (draft.name === 'product_viewed' ? null : draft);
    expect(await run([drop, enrich, scrub()])).to.deep.equal([
      { name: 'search_performed', props: { term: '[email]', resultCount: 3 } },
    ]);
  });

  it('J59 drops all of a visit by a program or nothing of it: it is asked once a page', async () => {
    const answers = [true, false];
    expect(await run([bots(() => answers.shift() ?? false)])).to.deep.equal([]);
    expect(answers).to.have.length(1);
    expect(await run([bots(() => false)])).to.have.length(2);
  });

  it('J59 knows a browser that is steered', () => {
    expect(isBot()).to.equal(navigator.webdriver === true || /headless/i.test(navigator.userAgent));
  });

  it('marks all that a test does, what the write itself causes too, and nothing of other visits', async () => {
    for (const test of [true, false]) {
      const namespace = `regulars/${crypto.randomUUID()}`;
      const core = createCore({ namespace, key: 'test', test });
      core.setConsent(['functional', 'analytics']);
      core.track('search_performed', { term: 'hat' });
      await core.flush();
      const { events = [] } = (await core.exportJourney()) ?? {};
      await core.forget();
      await core.stop();
      indexedDB.deleteDatabase(namespace);
      expect(events.map(({ name }) => name)).to.include.members(['session_started', 'search_performed']);
      expect(new Set(events.map((event) => event.test))).to.deep.equal(new Set([test || undefined]));
    }
  });

  it('drops an event whose redaction throws, and says so', async () => {
    const broken: Middleware = () => {
      throw new Error('mine');
    };
    expect(await run([broken])).to.deep.equal([]);
    expect(problems).to.include('event-not-json');
  });
});
