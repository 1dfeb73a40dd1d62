import { type APIRequestContext, test as base, type Page, request } from '@playwright/test';
import { type RunningDemo, startDemoProcess } from '../support/demo.ts';

/** What the visitor's browser holds and does, as a stranger could see it. */
export interface Watch {
  /** Requests that reached the backend. */
  readonly sent: string[];
  /** Console errors and page errors, CSP reports among them. */
  readonly errors: string[];
}

interface WorkerFixtures {
  /** What the wheel can win: the demo's prizes, or coupons alone, so that a turn certainly wins one. */
  readonly prizes: 'own' | 'coupons';
  readonly demo: RunningDemo;
  /** Signed in on the operator pages. */
  readonly operator: APIRequestContext;
}

interface TestFixtures {
  readonly watch: Watch;
  /** Errors that nobody caught in the page. */
  readonly faults: string[];
  /** What a content policy refused, Trusted Types among it, on every page of the test. */
  readonly violations: string[];
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  prizes: ['coupons', { scope: 'worker', option: true }],
  demo: [
    async ({ prizes }, use) => {
      const demo = await startDemoProcess({ DEMO_PRIZES: prizes });
      await use(demo);
      await demo.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  operator: [
    async ({ demo }, use) => {
      const context = await request.newContext({ baseURL: demo.url });
      const signedIn = await context.post(demo.operatorLink, { headers: { origin: demo.url } });
      if (!signedIn.ok()) throw new Error(`the operator link answered ${signedIn.status()}`);
      await use(context);
      await context.dispose();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ demo }, use) => {
    await use(demo.url);
  },
  watch: async ({ page }, use) => {
    const watch: Watch = { sent: [], errors: [] };
    page.on('request', (one) => {
      const { pathname } = new URL(one.url());
      if (/^\/regulars\/v1\/(batch|actions|visitor)/.test(pathname))
        watch.sent.push(`${one.method()} ${pathname}`);
    });
    page.on('console', (one) => {
      if (one.type() === 'error') watch.errors.push(one.text());
    });
    page.on('pageerror', (error) => watch.errors.push(String(error)));
    await use(watch);
  },
  faults: async ({ page }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await use(faults);
  },
  violations: async ({ page }, use) => {
    const violations: string[] = [];
    await page.exposeFunction('tellViolation', (text: string) => violations.push(text));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const { tellViolation } = globalThis as { tellViolation?: (text: string) => void };
        tellViolation?.(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
      });
    });
    await use(violations);
  },
});

export { expect } from '@playwright/test';

/** Lets the SDK play although a driver steers the browser: the shop's own leave for tests. */
export async function allowAutomation(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'webdriver', { get: () => false, configurable: true });
  });
}

/** Waits until the SDK has nothing under way. */
export async function idle(page: Page): Promise<void> {
  await page.waitForFunction(() => 'idle' in (globalThis.regulars ?? {}));
  await page.evaluate(() => globalThis.regulars?.idle?.());
}

/** Answers the shop's own banner. */
export async function answer(page: Page, choice: 'yes' | 'no'): Promise<void> {
  await page.locator(`#consent-${choice}`).click();
}
