import type { CodedProblem } from '@regulars/core';
import type { CampaignDocument } from '@regulars/schema';
import { expect } from 'chai';
import { until } from '../../../../test/support/until.ts';
import type { Regulars } from '../regulars-port.ts';

/** A page of its own for one test, with what the SDK puts there. */
type Page = Window & typeof globalThis & { regulars?: Regulars & { q?: unknown }; problems: CodedProblem[] };

const script = '/packages/sdk/src/loader/loader.ts';
const stub = '/packages/sdk/src/loader/stub.ts';

const tour: CampaignDocument = {
  formatVersion: 1,
  revision: 1,
  zone: 'UTC',
  fallbackLocales: ['en'],
  campaigns: [
    {
      id: 'welcome-tour',
      status: 'live',
      purpose: 'necessary',
      trigger: { on: 'page' },
      placement: { overlay: 'tour' },
      widget: { type: 'tour', props: { steps: [{ id: 'one', body: 'hello', onMissing: 'center' }] } },
      content: { en: { hello: 'Hello there' } },
    },
  ],
};

const all = ['functional', 'analytics', 'personalization'] as const;

describe('loader', () => {
  let frame: HTMLIFrameElement;

  /** Opens a page; `prepare` runs before any of its scripts that are added later. */
  async function open(options: { csp?: string; head?: string; body?: string } = {}): Promise<Page> {
    frame = document.createElement('iframe');
    frame.src = `/fake-page?${new URLSearchParams(options)}`;
    const loaded = new Promise((resolve) => {
      frame.addEventListener('load', resolve);
    });
    document.body.append(frame);
    await loaded;
    const page = frame.contentWindow as unknown as Page;
    page.problems = [];
    return page;
  }

  /** Adds a script tag as a tag manager or a late loader does. */
  function addScript(page: Page, src: string, attributes: Record<string, string> = {}): Promise<Event> {
    const tag = page.document.createElement('script');
    tag.type = 'module';
    tag.src = src;
    for (const [name, value] of Object.entries(attributes)) tag.setAttribute(name, value);
    const loaded = new Promise<Event>((resolve, reject) => {
      tag.addEventListener('load', resolve);
      tag.addEventListener('error', reject);
    });
    page.document.body.append(tag);
    return loaded;
  }

  /** Settings that only a script can give. */
  function configure(page: Page, config: Record<string, unknown> = {}): void {
    Object.assign(page, {
      regularsConfig: { onProblem: (problem: CodedProblem) => page.problems.push(problem), ...config },
    });
  }

  const started = (page: Page): Promise<Regulars> =>
    until(() => page.regulars && !page.regulars.q && page.regulars);
  const codes = (page: Page): string[] => page.problems.map(({ code }) => code);
  const key = (): string => crypto.randomUUID();
  const databases = async (): Promise<(string | undefined)[]> =>
    (await indexedDB.databases()).map(({ name }) => name);

  afterEach(async () => {
    await (frame.contentWindow as unknown as Page | null)?.regulars?.stop?.();
    frame.remove();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase('regulars-attention').onsuccess = resolve;
    });
  });

  describe('finds its settings', () => {
    for (const [where, given] of [
      ['the data attributes of its tag', { attributes: true }],
      ['parameters of its address, where a tag manager strips attributes', { parameters: true }],
      ['window.regularsConfig', { global: true }],
      ['the JSON block of the page', { block: true }],
    ] as [string, Record<string, boolean>][]) {
      it(`in ${where}`, async () => {
        const name = key();
        const block = `<script type="application/json" id="regulars-config">${JSON.stringify({ key: name })}</script>`;
        const page = await open({ body: given.block ? block : '' });
        configure(page, given.global ? { key: name } : {});
        await addScript(
          page,
          given.parameters ? `${script}?key=${name}` : script,
          given.attributes ? { 'data-key': name } : {},
        );
        const regulars = await started(page);
        regulars.setConsent(all);
        await regulars.flush();
        expect(await databases()).to.include(`regulars/${name}`);
        expect(codes(page)).to.deep.equal([]);
      });
    }

    it('in all of them, the nearer to the tag the stronger', async () => {
      const [far, near] = [key(), key()];
      const block = `<script type="application/json" id="regulars-config">{"key":"${far}","locale":"pl"}</script>`;
      const page = await open({ body: block });
      configure(page);
      await addScript(page, script, { 'data-key': near });
      const regulars = await started(page);
      regulars.setConsent(all);
      await regulars.flush();
      expect(await databases()).to.include(`regulars/${near}`);
      expect(await databases()).to.not.include(`regulars/${far}`);
    });

    it('or names the one it cannot read, and goes on without it', async () => {
      const page = await open({
        body: '<script type="application/json" id="regulars-config">{oops</script>',
      });
      configure(page);
      await addScript(page, script, { 'data-key': key() });
      await started(page);
      expect(codes(page)).to.deep.equal(['config-not-json']);
    });

    it('or says that the key is missing, without harming the page', async () => {
      const page = await open();
      const errors: unknown[] = [];
      page.addEventListener('error', (event) => errors.push(event));
      configure(page);
      await addScript(page, script);
      await until(() => page.problems.length);
      expect(codes(page)).to.deep.equal(['key-missing']);
      expect(errors).to.deep.equal([]);
    });
  });

  it('replays calls that came before it, and answers them', async () => {
    const page = await open();
    configure(page);
    await addScript(page, stub);
    const early = page.regulars as unknown as Regulars;
    early.setConsent(all);
    const id = early.track('search_performed', { term: 'lamp' }) as unknown as Promise<string>;
    await addScript(page, script, { 'data-key': key() });
    const regulars = await started(page);
    expect(await id).to.be.a('string');
    expect(regulars.inspect().consent.granted).to.include('analytics');
    expect(regulars.inspect().events.map(({ event }) => event.name)).to.include('search_performed');
  });

  it('J50 calls of before are replayed in their order: what was tracked before the yes is not recorded', async () => {
    const page = await open();
    configure(page);
    await addScript(page, stub);
    const early = page.regulars as unknown as Regulars;
    const before = early.track('search_performed', { term: 'early' }) as unknown as Promise<string | null>;
    early.setConsent(all);
    const after = early.track('search_performed', { term: 'late' }) as unknown as Promise<string | null>;
    await addScript(page, script, { 'data-key': key() });
    const regulars = await started(page);
    expect(await before).to.equal(null);
    expect(await after).to.be.a('string');
    await regulars.idle();
    const journey = JSON.stringify(await regulars.exportJourney());
    expect(journey).to.include('late');
    expect(journey).to.not.include('"early"');
  });

  it('J53 a queued call keeps its own time, page and words, whatever the page becomes before the script comes', async () => {
    const page = await open();
    configure(page);
    await addScript(page, stub);
    const early = page.regulars as unknown as Regulars;
    early.setConsent(all);
    const words = { term: 'lamp' };
    page.history.pushState(null, '', '/first-route?email=a@b.example#top');
    page.document.title = 'First route';
    void early.track('search_performed', words);
    early.page({ pageType: 'quick-view' });
    const queued = Date.now();
    page.history.pushState(null, '', '/another-route?q=1');
    page.document.title = 'Another route';
    await until(() => Date.now() > queued);
    await addScript(page, script, { 'data-key': key() });
    const regulars = await started(page);
    await regulars.idle();
    const journey = await regulars.exportJourney();
    const kept = ['search_performed', 'page_viewed'].map((name) =>
      journey?.events.findLast((event) => event.name === name),
    );
    const first = { url: `${location.origin}/first-route`, title: 'First route' };
    expect(kept[0]?.props).to.deep.equal(words);
    expect(kept[1]?.props).to.include({ pageType: 'quick-view' });
    expect(kept.map((event) => event?.page)).to.deep.equal([first, first]);
    expect(kept.every((event) => event && event.t <= queued)).to.equal(true);
    // The page view of the load is of the moment it is made.
    expect(journey?.events.find(({ name }) => name === 'page_viewed')?.page.url).to.contain('/another-route');
  });

  describe('on ten page loads', () => {
    const farewell = { ...tour, campaigns: [], farewell: true };
    /** What this browser holds under a key. */
    const heldFor = async (name: string): Promise<string[]> =>
      [
        ...(await databases()).map(String),
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        ...document.cookie.split('; '),
      ].filter((one) => one.includes(name));
    /** Loads a page as a shop's visitor does; what it asked the network for, but files that are the same for everybody. */
    const load = async (name: string, config: object): Promise<string[]> => {
      const page = await open();
      configure(page, { key: name, endpoint: '/none', document: tour, test: { force: true }, ...config });
      await addScript(page, script);
      const regulars = await started(page);
      regulars.track('search_performed', { term: 'lamp' });
      await regulars.idle();
      const asked = page.performance.getEntriesByType('resource').map((one) => new URL(one.name).pathname);
      return asked.filter((path) => path.startsWith('/none') && !path.startsWith('/none/v1/control/'));
    };
    const leave = async (): Promise<void> => {
      await (frame.contentWindow as unknown as Page).regulars?.stop();
      frame.remove();
    };
    const tenPages = async (name: string, config: object): Promise<void> => {
      for (let count = 0; count < 10; count++) {
        expect(await load(name, config), `page ${count + 1}`).to.deep.equal([]);
        expect(await heldFor(name), `page ${count + 1}`).to.deep.equal([]);
        await leave();
      }
    };

    for (const [answer, config] of [
      ['is pending', {}],
      ['was no', { consent: [] }],
    ] as const)
      it(`holds nothing and asks for nothing while the answer ${answer}`, async function () {
        this.timeout(60_000);
        await tenPages(key(), config);
      });

    it('holds nothing and asks for nothing after a farewell, whatever was granted', async function () {
      this.timeout(60_000);
      const name = key();
      // A yes holds and asks: what is looked for below can be seen.
      expect(await load(name, { consent: all })).to.include('/none/v1/batch');
      expect(await heldFor(name)).to.include(`regulars/${name}`);
      await leave();
      // The first one erases.
      await load(name, { consent: all, document: farewell });
      await until(async () => (await heldFor(name)).length === 0);
      await leave();
      await tenPages(name, { consent: all, document: farewell });
    });

    it('holds nothing and asks for nothing after forget() and a no', async function () {
      this.timeout(60_000);
      const name = key();
      await load(name, { consent: all });
      const { regulars } = frame.contentWindow as unknown as Page;
      await regulars?.forget();
      regulars?.setConsent([]);
      await regulars?.idle();
      await leave();
      await tenPages(name, { consent: [] });
    });
  });

  it('J54 one queued call that throws does not stop the rest', async () => {
    const page = await open();
    configure(page);
    await addScript(page, stub);
    const queue = (page.regulars as unknown as { readonly q: unknown[] }).q;
    queue.push(null, ['no such call', []], [{}, 7]);
    const early = page.regulars as unknown as Regulars;
    early.setConsent(all);
    await addScript(page, script, { 'data-key': key() });
    const regulars = await started(page);
    expect(regulars.inspect().consent.granted).to.include('analytics');
    expect(new Set(codes(page))).to.deep.equal(new Set(['call-failed']));
  });

  it('runs once where the tag is there twice, and names it', async () => {
    const page = await open();
    configure(page);
    await addScript(page, script, { 'data-key': key() });
    const first = await started(page);
    await addScript(page, `${script}?again`, { 'data-key': key() });
    await until(() => page.problems.length);
    expect(page.regulars).to.equal(first);
    expect(codes(page)).to.deep.equal(['loaded-twice']);
  });

  it('starts again after its stop', async () => {
    const page = await open();
    configure(page);
    await addScript(page, script, { 'data-key': key() });
    const first = await started(page);
    await first.stop();
    await addScript(page, `${script}?again`, { 'data-key': key() });
    const second = await until(() => page.regulars !== first && page.regulars);
    expect(second.track).to.be.a('function');
    expect(codes(page)).to.deep.equal([]);
  });

  it('works beside an element whose id takes its name', async () => {
    const page = await open({ body: '<div id="regulars"></div>' });
    configure(page);
    await addScript(page, script, { 'data-key': key() });
    const regulars = await until(() => page.regulars && 'track' in page.regulars && page.regulars);
    expect(regulars.inspect().problems).to.deep.equal([]);
  });

  it('shows its elements on a page that has its own copy of Lit', async () => {
    const page = await open({ head: '<script type="module" src="/node_modules/lit/index.js?own"></script>' });
    configure(page, { test: { document: tour, force: true, silent: false } });
    await addScript(page, script, { 'data-key': key() });
    (await started(page)).setConsent(all);
    await until(() =>
      page.document.querySelector('regulars-overlay')?.shadowRoot?.querySelector('regulars-tour'),
    );
    expect(codes(page)).to.deep.equal([]);
  });

  it('leaves the page unharmed where its Trusted Types keep Lit out, and names the words to add once', async () => {
    const page = await open({ csp: "require-trusted-types-for 'script'; trusted-types shop" });
    const errors: unknown[] = [];
    page.addEventListener('error', (event) => errors.push(event.message));
    page.addEventListener('unhandledrejection', (event) => errors.push(event.reason));
    configure(page, { test: { document: tour, force: true, silent: false } });
    const policy = page as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };
    };
    const allowed = policy.trustedTypes.createPolicy('shop', { createScriptURL: (url: string) => url });
    await addScript(page, allowed.createScriptURL(script), { 'data-key': key() });
    const regulars = await started(page);
    regulars.setConsent(all);
    await until(() => page.problems.some(({ code }) => code === 'trusted-types-blocked'));
    await regulars.idle();
    expect(codes(page)).to.deep.equal(['trusted-types-blocked']);
    expect(page.problems[0]?.message).to.contain('trusted-types lit-html');
    expect(page.document.querySelector('regulars-overlay')).to.equal(null);
    expect(errors).to.deep.equal([]);
  });

  it('opens the debug panel where the tag allows it and the address asks', async () => {
    const page = await open();
    page.history.replaceState(null, '', '?regulars-debug');
    configure(page);
    await addScript(page, script, { 'data-key': key(), 'data-tools': '' });
    await until(() => page.document.querySelector('regulars-debug'));
    (await started(page)).stop();
    page.sessionStorage.clear();
    expect(page.document.querySelector('regulars-debug')).to.equal(null);
  });

  it('opens no tool for a visitor who only asks', async () => {
    const page = await open();
    page.history.replaceState(null, '', '?regulars-debug=token');
    configure(page, {
      adapters: { actions: { perform: async () => ({ ok: false, reason: 'token-invalid' }) } },
    });
    await addScript(page, script, { 'data-key': key() });
    await (await started(page)).idle();
    expect(page.document.querySelector('regulars-debug')).to.equal(null);
    expect(page.sessionStorage.length).to.equal(0);
  });
});
