import { expect } from 'chai';
import { complianz } from './complianz.ts';
import type { ConsentAnswer, ConsentSource } from './consent-source.ts';
import { cookiebot } from './cookiebot.ts';
import { cookieyes } from './cookieyes.ts';
import { googleConsent } from './google.ts';
import { respectGpc } from './gpc.ts';
import { onetrust } from './onetrust.ts';
import { shopifyConsent } from './shopify.ts';
import { tcf } from './tcf.ts';
import { usercentrics } from './usercentrics.ts';

const page = window as unknown as Record<string, unknown>;
/** The platform's own cookie. */
const putCookie = (text: string): void => {
  // biome-ignore lint/suspicious/noDocumentCookie: as platforms do
  document.cookie = text;
};
const say = (target: EventTarget, type: string, detail?: unknown) =>
  target.dispatchEvent(new CustomEvent(type, { detail }));

describe('consent sources', () => {
  const undo: (() => void)[] = [];
  /** Sets a value of the page until the test ends. */
  const set = (name: string, value: unknown): void => {
    const before = Object.getOwnPropertyDescriptor(window, name);
    page[name] = value;
    undo.push(() =>
      before ? Object.defineProperty(window, name, before) : Reflect.deleteProperty(window, name),
    );
  };
  /** Follows a source; what it told, in order. */
  const follow = (source: ConsentSource): ConsentAnswer[] => {
    const told: ConsentAnswer[] = [];
    undo.push(source((answer) => told.push(answer)));
    return told;
  };
  afterEach(() => {
    for (const one of undo.splice(0).reverse()) one();
  });

  const all: readonly (readonly [string, () => ConsentSource, string])[] = [
    ['Google', () => googleConsent(), 'dataLayer'],
    ['TCF', () => tcf(), '__tcfapi'],
    ['Shopify', () => shopifyConsent(), 'Shopify'],
    ['Cookiebot', () => cookiebot(), 'Cookiebot'],
    ['OneTrust', () => onetrust(), 'OneTrust'],
    ['Usercentrics', () => usercentrics(), '__ucCmp'],
    ['CookieYes', () => cookieyes(), 'getCkyConsent'],
    ['Complianz', () => complianz(), 'complianz'],
  ];
  for (const [platform, source, name] of all) {
    it(`stays pending without ${platform}, and with something else of its name`, () => {
      for (const thing of [undefined, 'x', 7, {}, [], () => true, { consent: { marketing: 1 } }]) {
        set(name, thing);
        const told = follow(source());
        window.dispatchEvent(new Event('load'));
        expect(told.filter(Boolean), String(thing)).to.deep.equal([]);
      }
    });
  }

  it('stays pending when a platform throws', () => {
    const broken = () => {
      throw new Error('theirs');
    };
    set('__tcfapi', broken);
    set('getCkyConsent', broken);
    set('OneTrust', { IsAlertBoxClosed: broken });
    set('Shopify', { loadFeatures: broken });
    set('__ucCmp', { getConsentDetails: broken });
    for (const source of [tcf(), cookieyes(), onetrust(), shopifyConsent(), usercentrics()])
      expect(follow(source).filter(Boolean)).to.deep.equal([]);
  });

  it('hears nothing more after its stop', () => {
    set('Cookiebot', { hasResponse: false });
    const told: ConsentAnswer[] = [];
    const stop = cookiebot()((answer) => told.push(answer));
    stop();
    set('Cookiebot', { hasResponse: true, consent: { statistics: true } });
    say(window, 'CookiebotOnAccept');
    expect(told).to.deep.equal([null]);
  });

  it('a purpose needs all of its words, and words can be mapped otherwise', () => {
    set('Cookiebot', {
      hasResponse: true,
      consent: { statistics: true, preferences: false, marketing: true },
    });
    expect(follow(cookiebot())).to.deep.equal([['analytics', 'marketing']]);
    const map = { analytics: ['statistics', 'preferences'], personalization: ['statistics'], marketing: [] };
    expect(follow(cookiebot(map))).to.deep.equal([['personalization']]);
  });

  describe('Google consent mode', () => {
    const gtag = (...args: readonly unknown[]) =>
      function push() {
        // As the vendor's snippet does it: the arguments object itself.
        // biome-ignore lint/complexity/noArguments: that is the shape to read
        (page.dataLayer as unknown[]).push(arguments);
      }.apply(null, args as []);

    it('does not take a default for an answer, and takes each update', () => {
      set('dataLayer', []);
      gtag('consent', 'default', {
        analytics_storage: 'granted',
        ad_storage: 'denied',
        wait_for_update: 500,
      });
      const told = follow(googleConsent());
      expect(told).to.deep.equal([]);
      gtag('event', 'page_view', {});
      gtag('consent', 'update', { analytics_storage: 'granted', personalization_storage: 'denied' });
      gtag('consent', 'update', { ad_storage: 'granted', ad_user_data: 'granted' });
      gtag('consent', 'update', { ad_personalization: 'granted', analytics_storage: 'denied' });
      expect(told).to.deep.equal([['analytics'], ['analytics'], ['marketing']]);
    });

    it('reads what was updated before it started', () => {
      set('dataLayer', []);
      gtag('consent', 'default', { functionality_storage: 'denied' });
      gtag('consent', 'update', { functionality_storage: 'granted' });
      expect(follow(googleConsent())).to.deep.equal([['functional']]);
    });

    it('trusts defaults only where the shop says so, and then the strictest of them', () => {
      set('dataLayer', []);
      gtag('consent', 'default', { analytics_storage: 'granted', functionality_storage: 'granted' });
      gtag('consent', 'default', { analytics_storage: 'denied', region: ['DE'] });
      expect(follow(googleConsent({ trustDefaults: true }))).to.deep.equal([['functional']]);
    });

    it('makes the array where the page has none yet, and gives push back', () => {
      set('dataLayer', undefined);
      const told: ConsentAnswer[] = [];
      const stop = googleConsent()((answer) => told.push(answer));
      gtag('consent', 'update', { analytics_storage: 'granted' });
      stop();
      gtag('consent', 'update', { analytics_storage: 'denied' });
      expect(told).to.deep.equal([['analytics']]);
      expect(Object.hasOwn(page.dataLayer as object, 'push')).to.equal(true);
    });
  });

  describe('TCF 2.2', () => {
    type Listener = (data: unknown, ok: boolean) => void;
    const consents = { 1: true, 3: false, 5: true, 6: true, 8: true, 9: true, 10: true };
    const data = (eventStatus: string, more: object = {}) => ({
      tcString: 'CP',
      tcfPolicyVersion: 5,
      cmpStatus: 'loaded',
      gdprApplies: true,
      listenerId: 4,
      eventStatus,
      purpose: { consents, legitimateInterests: { 3: true, 4: true, 7: true } },
      vendor: { consents: { 12: true } },
      ...more,
    });

    it('listens through the stub, waits while the window is open, and takes itself away', () => {
      const queue: (readonly [string, number, Listener, unknown])[] = [];
      const stub = (...call: [string, number, Listener, unknown]) => void queue.push(call);
      set('__tcfapi', stub);
      const told: ConsentAnswer[] = [];
      const stop = tcf()((answer) => told.push(answer));
      expect(queue.map(([command, version]) => [command, version])).to.deep.equal([['addEventListener', 2]]);
      const hear = queue[0]?.[2];
      hear?.(null, false);
      hear?.(data('cmpuishown'), true);
      expect(told).to.deep.equal([]);
      hear?.(data('useractioncomplete'), true);
      hear?.(data('cmpuishown'), true);
      expect(told).to.deep.equal([['functional', 'analytics', 'personalization']]);
      stop();
      hear?.(data('tcloaded'), true);
      expect(told).to.have.length(1);
      expect(queue[1]?.slice(0, 2)).to.deep.equal(['removeEventListener', 2]);
      expect(queue[1]?.[3]).to.equal(4);
    });

    it('asks for the vendor where one is named, and for no purpose where GDPR does not apply', () => {
      const api = (more: object) => (_: string, __: number, hear: Listener) =>
        hear(data('tcloaded', more), true);
      set('__tcfapi', api({}));
      expect(follow(tcf({ vendor: 12 }))[0]).to.include('analytics');
      expect(follow(tcf({ vendor: 13 }))).to.deep.equal([[]]);
      set('__tcfapi', api({ gdprApplies: false }));
      expect(follow(tcf())).to.deep.equal([null]);
      expect(follow(tcf({ outsideGdpr: ['analytics'] }))).to.deep.equal([['analytics']]);
      set('__tcfapi', api({ gdprApplies: undefined }));
      expect(follow(tcf())).to.deep.equal([]);
    });

    it('finds an API that comes after it', () => {
      const told = follow(tcf());
      set('__tcfapi', (_: string, __: number, hear: Listener) => hear(data('tcloaded'), true));
      window.dispatchEvent(new Event('load'));
      expect(told).to.have.length(1);
    });

    it('asks the window above by messages where it runs in a frame of another origin, and hears that window alone', async () => {
      const frame = (name: string, code = ''): HTMLIFrameElement => {
        const made = Object.assign(document.createElement('iframe'), { name, srcdoc: code });
        // The shop's frame is of another origin than the platform's window.
        if (name === 'shop') made.sandbox.add('allow-scripts');
        document.body.append(made);
        undo.push(() => made.remove());
        return made;
      };
      frame('__tcfapiLocator');
      const said: unknown[] = [];
      const calls: { command: string; parameter?: unknown; callId: string }[] = [];
      let change = (_status: string): void => {};
      const ended = new Promise<void>((resolve) => {
        const listen = ({ data: sent, source }: MessageEvent): void => {
          if (sent?.said !== undefined) said.push(sent.said);
          const call = sent?.__tcfapiCall;
          if (!call) return;
          calls.push(call);
          if (call.command === 'removeEventListener') resolve();
          if (call.command !== 'addEventListener') return;
          const { callId } = call;
          change = (status) => {
            const answer = { __tcfapiReturn: { returnValue: data(status), success: true, callId } };
            // Some platforms answer with the text of it.
            source?.postMessage(status === 'tcloaded' ? JSON.stringify(answer) : answer, {
              targetOrigin: '*',
            });
          };
          change('cmpuishown');
          change('useractioncomplete');
          change('tcloaded');
        };
        addEventListener('message', listen);
        undo.push(() => removeEventListener('message', listen));
      });
      // A frame without an origin of its own may import only what its address holds.
      const asData = async (url: string): Promise<string> => {
        let code = await (await fetch(url)).text();
        for (const [, name = ''] of code.matchAll(/["'](\.\/[\w-]+\.ts)["']/g))
          code = code.replace(name, await asData(new URL(name, url).href));
        return `data:text/javascript;charset=utf-8,${encodeURIComponent(code)}`;
      };
      const source = await asData(new URL('./tcf.ts', import.meta.url).href);
      const forged = `{ __tcfapiReturn: { returnValue: {}, success: true, callId: 'x' } }`;
      frame(
        'shop',
        `<script type="module">import { tcf } from "${source}"; let count = 0; postMessage(${forged}, '*');
          const stop = tcf()((answer) => { parent.postMessage({ said: answer }, '*'); if (++count === 2) stop(); });</script>`,
      );
      await ended;
      const { contentDocument } = document.querySelector<HTMLIFrameElement>('[name="shop"]') ?? {};
      expect(contentDocument).to.equal(null);
      expect(said).to.deep.equal(Array(2).fill(['functional', 'analytics', 'personalization']));
      expect(calls.map(({ command, parameter }) => [command, parameter])).to.deep.equal([
        ['addEventListener', undefined],
        ['removeEventListener', 4],
      ]);
    });
  });

  it('GPC takes away what a shop says and grants nothing', () => {
    const source: ConsentSource = (tell) => {
      tell(null);
      tell(['analytics', 'marketing']);
      return () => {};
    };
    expect(follow(respectGpc(source, ['marketing']))[1]).to.deep.equal(['analytics', 'marketing']);
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true });
    undo.push(() => Reflect.deleteProperty(navigator, 'globalPrivacyControl'));
    expect(follow(respectGpc(source, ['marketing']))).to.deep.equal([null, ['analytics']]);
    expect(follow(respectGpc(source, ['analytics', 'marketing']))).to.deep.equal([null, []]);
  });

  describe('Shopify', () => {
    const privacy = (may: Record<string, boolean>, choice: string) => ({
      analyticsProcessingAllowed: () => may.analytics === true,
      preferencesProcessingAllowed: () => may.preferences === true,
      marketingAllowed: () => may.marketing === true,
      saleOfDataAllowed: () => may.sale === true,
      currentVisitorConsent: () => ({
        analytics: choice,
        marketing: choice,
        preferences: choice,
        sale_of_data: '',
      }),
    });

    it('loads the API, is pending before a choice, and hears visitorConsentCollected', () => {
      const asked: unknown[] = [];
      const shopify: Record<string, unknown> = {
        loadFeatures(features: unknown, then: (error?: Error) => void) {
          asked.push(features);
          shopify.customerPrivacy = privacy({}, '');
          then();
        },
      };
      set('Shopify', shopify);
      const told = follow(shopifyConsent());
      expect(asked).to.deep.equal([[{ name: 'consent-tracking-api', version: '0.1' }]]);
      expect(told).to.deep.equal([null, null]);
      const detail = {
        marketingAllowed: true,
        saleOfDataAllowed: false,
        analyticsAllowed: true,
        preferencesAllowed: false,
      };
      say(document, 'visitorConsentCollected', detail);
      expect(told.at(-1)).to.deep.equal(['analytics']);
    });

    it('reads a no of before as a no, and a region without consent as allowed', () => {
      set('Shopify', { customerPrivacy: privacy({}, 'no') });
      expect(follow(shopifyConsent())).to.deep.equal([[]]);
      set('Shopify', {
        customerPrivacy: privacy({ analytics: true, preferences: true, marketing: true, sale: true }, ''),
      });
      expect(follow(shopifyConsent())).to.deep.equal([
        ['functional', 'analytics', 'personalization', 'marketing'],
      ]);
    });
  });

  it('Cookiebot: ready, accepted, declined', () => {
    const bot = {
      hasResponse: false,
      consent: { necessary: true, preferences: false, statistics: false, marketing: false },
    };
    set('Cookiebot', bot);
    const told = follow(cookiebot());
    say(window, 'CookiebotOnConsentReady');
    Object.assign(bot, { hasResponse: true, consent: { ...bot.consent, statistics: true } });
    say(window, 'CookiebotOnAccept');
    Object.assign(bot, { consent: { ...bot.consent, statistics: false } });
    say(window, 'CookiebotOnDecline');
    expect(told).to.deep.equal([null, null, ['analytics'], []]);
  });

  it('OneTrust: groups that are active before the banner is closed do not count', () => {
    let closed = false;
    set('OneTrust', { IsAlertBoxClosed: () => closed });
    set('OnetrustActiveGroups', ',C0001,C0002,C0003,C0004,');
    const told = follow(onetrust());
    say(window, 'OneTrustGroupsUpdated', ['C0001', 'C0002', 'C0003', 'C0004']);
    expect(told).to.deep.equal([null, null]);
    closed = true;
    say(window, 'OneTrustGroupsUpdated', ['C0001', 'C0003']);
    expect(told.at(-1)).to.deep.equal(['functional', 'personalization']);
    // A script that comes later reads the string.
    set('OnetrustActiveGroups', ',C0001,C0002,');
    expect(follow(onetrust())).to.deep.equal([['analytics']]);
  });

  describe('Usercentrics', () => {
    const details = (type: string, marketing: string) => ({
      consent: { status: 'SOME_ACCEPTED', type, required: true, language: 'de', serviceIds: [] },
      categories: {
        essential: { state: 'ALL_ACCEPTED' },
        functional: { state: 'SOME_ACCEPTED' },
        marketing: { state: marketing },
      },
      services: {},
    });

    it('version 3: details of before, and each UC_CONSENT', async () => {
      const answer = Promise.resolve(details('IMPLICIT', 'ALL_ACCEPTED'));
      set('__ucCmp', { getConsentDetails: () => answer });
      const told = follow(usercentrics());
      await answer;
      say(window, 'UC_CONSENT', details('EXPLICIT', 'ALL_ACCEPTED'));
      say(window, 'UC_CONSENT', details('EXPLICIT', 'ALL_DENIED'));
      expect(told).to.deep.equal([null, null, ['marketing'], []]);
    });

    it('version 2: the named window event, and the data layer for a script that comes later', () => {
      const status = (type: string, functional: boolean | null) => ({
        event: 'consent_status',
        action: 'onUpdateServices',
        type,
        'Service One': true,
        ucCategory: { essential: true, functional, marketing: null },
      });
      const told = follow(usercentrics(undefined, 'shopConsent'));
      say(window, 'shopConsent', status('implicit', true));
      say(window, 'shopConsent', status('explicit', true));
      expect(told).to.deep.equal([null, null, ['functional', 'analytics', 'personalization']]);
      set('dataLayer', [{ event: 'gtm.js' }, status('explicit', true), status('explicit', false)]);
      expect(follow(usercentrics())).to.deep.equal([[]]);
    });
  });

  it('CookieYes: the state on load, and each update', () => {
    const state = (isUserActionCompleted: boolean) => ({
      activeLaw: 'gdpr',
      categories: {
        necessary: true,
        functional: true,
        analytics: true,
        performance: true,
        advertisement: false,
      },
      isUserActionCompleted,
      consentID: 'bFl2',
      languageCode: 'en',
    });
    const told = follow(cookieyes());
    say(document, 'cookieyes_banner_load', state(false));
    say(document, 'cookieyes_banner_load', state(true));
    say(document, 'cookieyes_consent_update', {
      accepted: ['necessary', 'advertisement'],
      rejected: ['functional', 'analytics', 'performance'],
    });
    expect(told).to.deep.equal([null, null, ['functional', 'analytics', 'personalization'], ['marketing']]);
    set('getCkyConsent', () => state(true));
    expect(follow(cookieyes())[0]).to.include('analytics');
  });

  it('Complianz: one event per category, cookies of before, and the revoke', () => {
    const told = follow(complianz());
    const status = (category: string, value: string) =>
      say(document, 'cmplz_status_change', { category, value, region: 'eu', categories: ['functional'] });
    status('statistics', 'allow');
    status('marketing', 'deny');
    expect(told).to.deep.equal([null, ['analytics'], ['analytics']]);
    say(document, 'cmplz_revoke');
    expect(told.at(-1)).to.equal(null);
    putCookie('cmplz_preferences=allow; path=/');
    undo.push(() => putCookie('cmplz_preferences=; path=/; max-age=0'));
    expect(follow(complianz())).to.deep.equal([['functional', 'personalization']]);
  });
});
