import type { Browser, Page } from 'puppeteer-core';
import type { PageReport } from './page-report.ts';
import { readInPage } from './read-in-page.ts';

/** How long a page may take, and how long after it the SDK may still be at work (ms). */
const LOAD_MS = 30_000;
const REST_MS = 10_000;

/** How to look at a page. */
export interface VisitOptions {
  /** Clicked once the page stands: the yes of a consent banner. */
  readonly click?: string | undefined;
  readonly selectors: readonly string[];
}

/** Loads a page as a first visitor and reads what it tells; what it would send to be counted is kept back. */
export async function visit(browser: Browser, url: string, options: VisitOptions): Promise<PageReport> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const failed: string[] = [];
  try {
    await page.evaluateOnNewDocument(`globalThis.doctorViolations = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        doctorViolations.push(effectiveDirective + ' ' + blockedURI));`);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      // A doctor's visit is none of the shop's.
      const isCount = request.method() === 'POST' && /\/v1\/batch$/.test(new URL(request.url()).pathname);
      void (isCount ? request.abort() : request.continue());
    });
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(`${response.url()} ${response.status()}`);
    });
    const status = await page.goto(url, { timeout: LOAD_MS, waitUntil: 'load' }).then(
      (answer) => answer?.status() ?? 0,
      () => 0,
    );
    await rest(page);
    if (options.click && (await page.$(options.click))) {
      await page.click(options.click).catch(() => undefined);
      await rest(page);
    }
    const told = await page.evaluate(readInPage, options.selectors);
    return { ...told, url, status, failed };
  } finally {
    await context.close();
  }
}

/** Waits until the SDK has nothing under way; a page without it is waited for until it is quiet. */
async function rest(page: Page): Promise<void> {
  await page
    .waitForFunction("typeof globalThis.regulars?.inspect === 'function' && !globalThis.regulars.q", {
      timeout: REST_MS / 4,
    })
    .then(
      () =>
        page.evaluate(
          'Promise.race([regulars.idle(), new Promise((end) => setTimeout(end, 10000))]).then(() => true)',
        ),
      () => undefined,
    )
    .catch(() => undefined);
}
