import { readFile } from 'node:fs/promises';
import {
  type BrowserContextOptions,
  type BrowserType,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import type { CarouselView, WidgetHost } from '@regulars/core';
import type { Product } from '@regulars/schema';
import { build } from 'esbuild';
import { serveGallery } from '../support/gallery/serve.ts';

/** What a row on the stage is made from. */
export interface RowSetup {
  /** Cards in the list; 0: none is decided, the children stay. */
  readonly count?: number;
  readonly lang?: 'en' | 'he';
  readonly state?: CarouselView['state'];
  readonly props?: Partial<CarouselView['props']>;
  /** What every product has besides. */
  readonly product?: Partial<Product>;
  readonly addToCart?: boolean;
  /** Start of the names of pictures. */
  readonly pictures?: string;
  /** What the shop reserves in cards. */
  readonly style?: { readonly words: string; readonly choice: string };
  /** Empty room of so many px before and after it, so that the page scrolls. */
  readonly roomPx?: number;
}

/** What a visitor has set up in the system. */
export type Wish = 'forced-colors' | 'reduced-motion';

/** The same in Firefox, whose driver cannot emulate it. */
const preferences: Readonly<Record<Wish, Record<string, number>>> = {
  'forced-colors': { 'browser.display.document_color_use': 2 },
  'reduced-motion': { 'ui.prefersReducedMotion': 1 },
};

interface TestFixtures {
  /** A page with the elements, in which a person's input is real. */
  readonly stage: Page;
  /** The same for a visitor who has that wish. */
  readonly stageFor: (wish: Wish) => Promise<Page>;
  /** A server's page with eight slides in a row; its script comes when `start` is called, never without scripts. */
  readonly slidesPage: (
    options?: BrowserContextOptions,
  ) => Promise<{ page: Page; start: () => Promise<void> }>;
}

export const test = base.extend<TestFixtures, { galleryUrl: string; carouselScript: string }>({
  galleryUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner wants a pattern here
    async ({}, use) => {
      const { url, server } = await serveGallery(0);
      await use(url);
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  carouselScript: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner wants a pattern here
    async ({}, use) => {
      const contents = `import { RegularsCarousel } from '@regulars/widgets/carousel'; RegularsCarousel.define();`;
      const { outputFiles } = await build({
        stdin: { contents, resolveDir: import.meta.dirname },
        ...{ bundle: true, format: 'esm', target: 'es2022', conditions: ['source'], write: false },
      });
      await use(outputFiles[0]?.text ?? '');
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  stage: async ({ page, galleryUrl }, use) => {
    await openGallery(page, galleryUrl);
    await use(page);
  },
  stageFor: async ({ page, galleryUrl, browserName, playwright, channel, launchOptions, viewport }, use) => {
    const opened: { close(): Promise<void> }[] = [];
    await use(async (wish) => {
      if (browserName !== 'firefox') {
        await page.emulateMedia({
          forcedColors: wish === 'forced-colors' ? 'active' : 'none',
          reducedMotion: wish === 'reduced-motion' ? 'reduce' : 'no-preference',
        });
        await openGallery(page, galleryUrl);
        return page;
      }
      const { firefox }: { readonly firefox: BrowserType } = playwright;
      const browser = await firefox.launch({
        ...launchOptions,
        ...(channel ? { channel } : {}),
        firefoxUserPrefs: preferences[wish],
      });
      opened.push(browser);
      const own = await (await browser.newContext({ viewport })).newPage();
      await openGallery(own, galleryUrl);
      return own;
    });
    for (const browser of opened) await browser.close();
  },
  slidesPage: async ({ browser, carouselScript, galleryUrl }, use) => {
    const opened: { close(): Promise<void> }[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext(options);
      opened.push(context);
      const page = await context.newPage();
      const css = await readFile(
        new URL('../../packages/widgets/src/carousel/carousel.css', import.meta.url),
        'utf8',
      );
      const slides = Array.from(
        { length: 8 },
        (_, at) =>
          `<a class="slide" href="#s${at}"><img src="/picture-${at}.svg" width="600" height="600" alt="">Slide ${at}</a>`,
      );
      const scripts =
        options.javaScriptEnabled === false ? '' : '<script type="module" src="/carousel.js"></script>';
      const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Slides</title><style>body{margin:16px}
        .slide{display:block}.slide img{inline-size:100%;block-size:auto}${css}</style><p>Above</p>
        <regulars-carousel label="New in">${slides.join('')}</regulars-carousel><p id="below">Below</p>${scripts}</html>`;
      let start = (): void => undefined;
      const started = new Promise<void>((resolve) => {
        start = resolve;
      });
      await page.route('**/slides', (route) => route.fulfill({ contentType: 'text/html', body }));
      await page.route('**/carousel.js', async (route) => {
        await started;
        await route.fulfill({ contentType: 'text/javascript', body: carouselScript });
      });
      await page.goto(`${galleryUrl}slides`, { waitUntil: 'commit' });
      await page.locator('#below').waitFor();
      return {
        page,
        async start() {
          start();
          await page.waitForFunction(() => customElements.get('regulars-carousel'));
          await still(page);
        },
      };
    });
    for (const context of opened) await context.close();
  },
});

async function openGallery(page: Page, url: string): Promise<void> {
  await page.goto(`${url}?sheet=carousel`);
  await page.waitForFunction(() => 'gallery' in globalThis);
}

/** Empties the page and puts one row into it. */
export async function putRow(page: Page, setup: RowSetup = {}): Promise<void> {
  await page.evaluate((row) => {
    const { count = 8, lang = 'en', state = 'ready', props, roomPx = 0 } = row;
    const { gallery } = globalThis as unknown as { gallery: WidgetHost };
    const room = (): HTMLElement => {
      const box = document.createElement('div');
      box.style.blockSize = `${roomPx}px`;
      return box;
    };
    const cards = Array.from({ length: state === 'ready' ? count : 0 }, (_, at) => ({
      source: 'index',
      product: {
        ...row.product,
        id: `p${at}`,
        title: row.product?.title ?? `Product ${at}`,
        url: `#p${at}`,
        brand: 'Havn',
        image: { src: `/${row.pictures ?? ''}picture-${at}.svg`, width: 600, height: 600 },
        price: { value: 1490, currency: 'EUR' },
      },
    }));
    const view = {
      ...{ type: 'carousel', campaignId: 'home', lang, dir: lang === 'he' ? 'rtl' : 'ltr', cards, state },
      ...{ texts: { title: 'For you' }, strategy: 'for-you', props: { strategy: 'for-you', ...props } },
      addToCart: row.addToCart ?? false,
    };
    const carousel = Object.assign(document.createElement('regulars-carousel'), {
      host: gallery,
      view,
    });
    carousel.style.setProperty('--regulars-product-card-words', row.style?.words ?? '');
    carousel.style.setProperty('--regulars-product-card-choice', row.style?.choice ?? '');
    const main = document.createElement('main');
    main.append(room(), carousel, room());
    document.body.replaceChildren(main);
    scrollTo(0, 0);
  }, setup);
  await still(page);
}

/** Waits until the row and what it fetches later have rendered. */
export async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const all = document.querySelectorAll<HTMLElement & { updateComplete: Promise<unknown> }>(
      'regulars-carousel',
    );
    for (const one of all) await one.updateComplete;
    for (const _ of [1, 2, 3]) await new Promise((resolve) => requestAnimationFrame(resolve));
    for (const one of all) await one.updateComplete;
  });
}

/** Where a row stands, in px of the page; `at` is where it has scrolled to, from its start. */
export interface RowPlace {
  readonly at: number;
  readonly most: number;
  readonly left: number;
  readonly right: number;
  readonly items: readonly { readonly id: string; readonly left: number; readonly right: number }[];
}

/** Reads the place of the row and of its cards. */
export const placeOf = (page: Page): Promise<RowPlace> =>
  page
    .locator('regulars-carousel')
    .first()
    .evaluate((element) => {
      const track = element.shadowRoot?.querySelector('.track') as HTMLElement;
      const { left, right } = track.getBoundingClientRect();
      const slides = [...track.querySelectorAll<HTMLElement>('.item'), ...element.children];
      const items = slides.map((item, number) => {
        const box = item.getBoundingClientRect();
        return { id: (item as HTMLElement).dataset.id ?? `s${number}`, left: box.left, right: box.right };
      });
      return {
        at: Math.abs(track.scrollLeft),
        most: track.scrollWidth - track.clientWidth,
        left,
        right,
        items,
      };
    });

/** Resolves when the row has come to rest. */
export async function rest(page: Page): Promise<RowPlace> {
  let before = -1;
  await expect(async () => {
    const { at } = await placeOf(page);
    const moved = at !== before;
    before = at;
    expect(moved).toBe(false);
  }).toPass({ intervals: [120] });
  return await placeOf(page);
}

/** What has the focus, through shadow roots: `part` of a button, or id of the card whose link it is. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element: Element | null = document.activeElement;
    let card = '';
    while (element?.shadowRoot?.activeElement) {
      element = element.shadowRoot.activeElement;
      card = element.closest<HTMLElement>('.item')?.dataset.id ?? card;
    }
    return element?.localName === 'a'
      ? card || element.textContent || ''
      : (element?.getAttribute('part') ?? '');
  });

export { expect } from '@playwright/test';
