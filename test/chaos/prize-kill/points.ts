import type { HTTPRequest, Page } from 'puppeteer-core';

/** From the press to the code: where the browser is killed. */
export const points = [
  'at the press',
  'draw held on its way',
  'draw answered, answer lost',
  'draw answered, answer just there',
  'prize stored, wheel turning',
  'result in words',
  'claim held on its way',
  'claim answered, answer lost',
  'claim answered, answer just there',
  'code in words',
] as const;
export type Point = (typeof points)[number];

/** The game's element, found through the shadow roots. */
const reels = `document.querySelector('regulars-slot[name="rewards-reels"]')?.shadowRoot?.querySelector('regulars-reels')?.shadowRoot`;

/** What the game says now. */
export interface Shown {
  readonly state: string | undefined;
  readonly result: string | undefined;
  readonly code: string | undefined;
  readonly label: string | undefined;
  /** The game's own button stands there and can be pressed. */
  readonly ready: boolean;
}

/** Reads the game, its view and its words. */
export const readGame = (page: Page): Promise<Shown> =>
  page.evaluate(`(() => {
    const view = globalThis.regulars?.host?.read('rewards-reels');
    const root = ${reels};
    return {
      state: view?.state,
      label: view?.label,
      ready: root?.querySelector('.act')?.getAttribute('aria-disabled') === 'false',
      result: root?.querySelector('.result')?.textContent || undefined,
      code: root?.querySelector('code')?.textContent || undefined,
    };
  })()`) as Promise<Shown>;

/** What the page and the engine say, for who looks for a fault. */
const words = (page: Page): Promise<unknown> =>
  page.evaluate(
    `document.body.innerText.slice(0, 200) + ' | ' + Object.keys(globalThis.regulars ?? {}) + document.visibilityState`,
  );

/** Presses the game's own button, once it can be pressed. */
export async function press(page: Page): Promise<void> {
  await until(page, ({ ready }) => ready);
  await page.evaluate(`${reels}.querySelector('.act').click()`);
}

/** Presses the game's own button where it stands now. */
export async function pressIfThere(page: Page): Promise<void> {
  await page.evaluate(`${reels}.querySelector('.act')?.click()`);
}

/** Waits until the game says so. */
export async function until(page: Page, holds: (shown: Shown) => boolean): Promise<Shown> {
  const end = Date.now() + 30_000;
  for (;;) {
    const shown = await readGame(page);
    if (holds(shown)) return shown;
    if (Date.now() > end)
      throw new Error(`${page.url()}: the game stays ${JSON.stringify(shown)}: ${await words(page)}`);
    // Not by frames: a page that is not looked at has none.
    await page.evaluate('new Promise((done) => setTimeout(done, 50))');
  }
}

const actionOf = (request: HTTPRequest): string => {
  if (!/\/v1\/actions$/.test(new URL(request.url()).pathname)) return '';
  const body: unknown = JSON.parse(request.postData() ?? '{}');
  return String((Object(body) as { action?: { type?: unknown } }).action?.type ?? '');
};

/** Sends a request on without the browser: the server does its work and the page never hears of it. */
async function answerNobody(request: HTTPRequest): Promise<void> {
  const body = request.postData();
  const answer = await fetch(request.url(), {
    method: request.method(),
    headers: { ...request.headers(), origin: new URL(request.url()).origin },
    ...(body !== undefined && { body }),
  });
  await answer.text();
}

/** Holds one act at its point; `reached` resolves when that point is reached. */
export async function holdAt(page: Page, point: Point): Promise<{ readonly reached: Promise<void> }> {
  const act = point.startsWith('draw') ? 'draw' : point.startsWith('claim') ? 'claim' : null;
  const reached = new Promise<void>((resolve) => {
    page.on('request', (request) => {
      if (act === null || actionOf(request) !== act) void request.continue();
      else if (point.endsWith('on its way')) resolve();
      else if (point.endsWith('lost')) void answerNobody(request).then(resolve);
      else void request.continue();
    });
    page.on('response', (response) => {
      if (act !== null && point.endsWith('just there') && actionOf(response.request()) === act) resolve();
    });
  });
  // After its listener: a request that nobody hears of would hang.
  await page.setRequestInterception(true);
  return { reached };
}
