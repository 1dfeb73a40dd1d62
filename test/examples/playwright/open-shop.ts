import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { createMockServer, type MockServer } from '@regulars/server/mock';
import { getResponse, http } from 'msw';
import type { Regulars, TestOptions } from 'regulars';

declare global {
  /** The instance that the script tag makes. */
  var regulars: Regulars;
}

const origin = 'https://shop.example';
const scripts = new URL('../../../dist/cdn/', import.meta.url);

/** A shop of one page. A real one is served as always: then only the backend below is routed. */
const shop = `<!doctype html>
<html lang="en">
  <head>
    <title>A shop</title>
    <script type="module" src="/sdk/regulars.js" data-key="shop-key" data-endpoint="${origin}/regulars"></script>
  </head>
  <body>
    <h1>A shop</h1>
    <input class="search" type="search" aria-label="Search" />
    <button id="consent-yes" onclick="regulars.setConsent(['functional', 'analytics', 'personalization'])">Yes</button>
    <button id="consent-no" onclick="regulars.setConsent([])">No</button>
  </body>
</html>`;

/** Lays the mock of the backend under the page: every request to it is answered here, in Node. */
async function mockBackend(page: Page): Promise<MockServer> {
  const backend = createMockServer({ http, endpoint: `${origin}/regulars` });
  await page.route(`${origin}/regulars/**`, async (route) => {
    const asked = route.request();
    const body = asked.postDataBuffer();
    const request = new Request(asked.url(), {
      method: asked.method(),
      headers: await asked.allHeaders(),
      ...(body ? { body: new Uint8Array(body) } : {}),
    });
    const response = await getResponse(backend.handlers, request);
    if (!response || response.type === 'error') return route.abort();
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  });
  return backend;
}

/** Opens the shop with the SDK under test; `test` is what the page's `regularsConfig` says. */
export async function openShop(page: Page, test: TestOptions): Promise<MockServer> {
  await page.route(`${origin}/`, (route) => route.fulfill({ contentType: 'text/html', body: shop }));
  await page.route(`${origin}/sdk/**`, async (route) => {
    const file = new URL(`.${new URL(route.request().url()).pathname.slice('/sdk'.length)}`, scripts);
    await route.fulfill({ contentType: 'text/javascript', body: await readFile(file, 'utf8') });
  });
  const backend = await mockBackend(page);
  await page.addInitScript((options) => {
    Object.assign(globalThis, { regularsConfig: { test: options } });
  }, test);
  await page.goto(origin);
  await page.waitForFunction(() => globalThis.regulars !== undefined);
  return backend;
}

/** Waits until the SDK has nothing under way. */
export const idle = (page: Page): Promise<void> => page.evaluate(() => globalThis.regulars.idle());
