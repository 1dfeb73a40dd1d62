import { type BrowserType, test as base, expect, type Locator, type Page } from '@playwright/test';
import type { LogEntry, PagePlayer, Plan, Player, Skill } from './players/player.ts';
import { regularsPlayer } from './players/regulars.ts';
import { createRival } from './players/rivals.ts';
import { type ShopServer, serveShop } from './shop/serve-shop.ts';

declare global {
  var player: PagePlayer;
  var plan: Plan;
  /** Functions of the page that plans name. */
  var hooks: Record<string, (...args: unknown[]) => unknown>;
  var shopClicks: string[];
}

/** A box in the viewport, CSS px. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One library at work on the shop page. */
export interface Stage {
  readonly page: Page;
  readonly player: Player;
  readonly shop: ShopServer;
  readonly box: Locator;
  readonly next: Locator;
  readonly back: Locator;
  readonly close: Locator;
  /** Errors that nobody caught in the page. */
  readonly faults: readonly string[];
  /** Opens the shop with a plan; nothing is started. */
  open(plan: Plan, path?: string): Promise<void>;
  /** Starts the plan. */
  start(): Promise<void>;
  /** Opens and starts, and waits until the text of the first step is seen. */
  play(plan: Plan, path?: string): Promise<void>;
  /** The step with this text is seen, and none other. */
  shows(text: string): Promise<void>;
  /** Brings back a step that was put aside while the visitor did something else. */
  resume(): Promise<void>;
  /** No step is seen. */
  showsNothing(): Promise<void>;
  /** Where an element is in the viewport. */
  rect(selector: string): Promise<Rect>;
  /** Where the cut-out is, a path's hole included; `null`: there is none. */
  spot(): Promise<Rect | null>;
  log(): Promise<readonly LogEntry[]>;
  can(skill: Skill): boolean;
  /** The scenario cannot be said to this library: what follows tests the nearest that can. */
  notApplicable(reason: string): void;
  /** Lets pending tasks and two frames pass. */
  settle(): Promise<void>;
  /** Waits until the box has stood still, and where. */
  calm(): Promise<Rect>;
  /** What the browser finds at the points of an element that a case names, ours and other overlays left out. */
  isReachable(selector: string, where?: 'middle' | 'top'): Promise<boolean>;
  /** What the page, its scripts and the library wrote to the console. */
  readonly said: readonly string[];
}

interface Options {
  /** Name of the player. */
  readonly library: string;
}

/** What a visitor has set up in the system or the browser. */
export type Wish = 'light' | 'dark' | 'forced-colors' | 'reduced-motion';

/** The same in Firefox, whose driver cannot emulate it. */
const preferences: Readonly<Record<Exclude<Wish, 'light'>, Record<string, number>>> = {
  dark: { 'layout.css.prefers-color-scheme.content-override': 0 },
  'forced-colors': { 'browser.display.document_color_use': 2 },
  'reduced-motion': { 'ui.prefersReducedMotion': 1 },
};

interface TestFixtures {
  readonly stage: Stage;
  /** A stage in a browser whose visitor has that wish. */
  readonly stageFor: (wish: Wish) => Promise<Stage>;
}

export const test = base.extend<TestFixtures, Options & { cast: { player: Player; shop: ShopServer } }>({
  library: ['regulars', { scope: 'worker', option: true }],
  cast: [
    async ({ library }, use) => {
      const player = library === 'regulars' ? regularsPlayer() : await createRival(library);
      const shop = await serveShop(player);
      await use({ player, shop });
      await shop.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ cast }, use) => use(cast.shop.url),
  stage: async ({ page, cast, library }, use, info) => {
    await use(createStage(page, cast, listen(page)));
    const folder = process.env.TOURS_PICTURES;
    if (!folder || info.status === info.expectedStatus) return;
    const place = info.project.name.split('/').at(-1);
    const path = `${folder}${library}-${info.title.slice(0, 3)}-${place}.jpg`;
    // A page that hangs has no picture; its failure stands without.
    await page.screenshot({ path, type: 'jpeg', quality: 40, timeout: 3000 }).catch(() => undefined);
  },
  stageFor: async ({ page, cast, browserName, playwright, channel, launchOptions, viewport }, use) => {
    const opened: { close(): Promise<void> }[] = [];
    await use(async (wish) => {
      // A page of the tests is light by itself; any other wish is a browser of its own in Firefox.
      if (browserName !== 'firefox' || wish === 'light') {
        if (browserName !== 'firefox') await wishFor(page, wish);
        return createStage(page, cast, listen(page));
      }
      const { firefox }: { readonly firefox: BrowserType } = playwright;
      const browser = await firefox.launch({
        ...launchOptions,
        ...(channel ? { channel } : {}),
        firefoxUserPrefs: preferences[wish],
      });
      opened.push(browser);
      const context = await browser.newContext({ viewport, baseURL: cast.shop.url });
      const own = await context.newPage();
      return createStage(own, cast, listen(own));
    });
    for (const browser of opened) await browser.close();
  },
});

export { expect } from '@playwright/test';

const wishFor = (page: Page, wish: Wish): Promise<void> =>
  page.emulateMedia({
    colorScheme: wish === 'dark' ? 'dark' : 'light',
    forcedColors: wish === 'forced-colors' ? 'active' : 'none',
    reducedMotion: wish === 'reduced-motion' ? 'reduce' : 'no-preference',
  });

function listen(page: Page): { faults: string[]; said: string[] } {
  const heard = { faults: [] as string[], said: [] as string[] };
  page.on('pageerror', (error) => heard.faults.push(String(error)));
  page.on('console', (message) => heard.said.push(message.text()));
  return heard;
}

function createStage(
  page: Page,
  { player, shop }: { player: Player; shop: ShopServer },
  heard: Pick<Stage, 'faults' | 'said'>,
): Stage {
  const part = (name: 'box' | 'next' | 'back' | 'close'): Locator =>
    page.locator(player.parts[name]).filter({ visible: true }).first();
  let turn = 0;
  shop.collected.length = 0;
  shop.answers.length = 0;
  const stage: Stage = {
    ...{ page, player, shop, ...heard },
    ...{ box: part('box'), next: part('next'), back: part('back'), close: part('close') },
    async open(plan, path = '/') {
      // Each plan of a case has a visitor of its own.
      turn += 1;
      await page.addInitScript((given) => Object.assign(globalThis, { plan: given, hooks: {} }), {
        ...plan,
        turn,
      });
      await page.goto(path);
      await page.waitForFunction(() => 'player' in globalThis);
    },
    start: () => page.evaluate(() => globalThis.player.start()),
    async play(plan, path) {
      await stage.open(plan, path);
      await stage.start();
      await stage.shows(plan.steps[0]?.text ?? '');
    },
    async shows(text) {
      await expect(page.locator(player.parts.box).filter({ visible: true })).toHaveCount(1);
      await expect(stage.box).toContainText(text);
    },
    async resume() {
      await stage.settle();
      const { box, resume = box } = player.parts;
      await expect(page.locator(`${box}, ${resume}`).filter({ visible: true })).not.toHaveCount(0);
      if (resume !== box && (await page.locator(resume).isVisible())) await page.locator(resume).click();
    },
    showsNothing: () => expect(page.locator(player.parts.box).filter({ visible: true })).toHaveCount(0),
    rect: (selector) => rectOf(page, selector),
    spot: () => spotOf(page.locator(player.parts.spot).first()),
    log: () => page.evaluate(() => globalThis.player.log()),
    can: (skill) => player.skills.has(skill),
    notApplicable: (reason) => {
      test.info().annotations.push({ type: 'n/a', description: reason });
    },
    settle: () =>
      page.evaluate(async () => {
        for (let turn = 0; turn < 2; turn += 1) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          await new Promise((resolve) => setTimeout(resolve));
        }
      }),
    calm: () => calmOf(stage.box),
    isReachable: (selector, where = 'middle') =>
      isReachable(page, { selector, where, own: player.parts.own }),
  };
  return stage;
}

async function rectOf(page: Page, selector: string): Promise<Rect> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
}

/** Resolves with the box of an element once it was the same over twelve frames. */
async function calmOf(locator: Locator): Promise<Rect> {
  return locator.evaluate(async (element) => {
    const read = (): Rect => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    };
    let last = read();
    for (let same = 0, frames = 0; same < 12 && frames < 300; frames += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = read();
      same = JSON.stringify(now) === JSON.stringify(last) ? same + 1 : 0;
      last = now;
    }
    return last;
  });
}

async function isReachable(
  page: Page,
  { selector, where, own }: { selector: string; where: 'middle' | 'top'; own: string },
): Promise<boolean> {
  const [x, y, width, height] = await page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const box = element.getBoundingClientRect();
      return [box.x, box.y, box.width, box.height] as const;
    });
  return page.evaluate(
    ({ at, selector: wanted, own: overlays }) => {
      const target = document.querySelector(wanted);
      return at.every(([left, top]) => {
        const [hit] = document.elementsFromPoint(left, top).filter((one) => !one.closest(overlays));
        return hit !== undefined && (hit === target || target?.contains(hit) === true);
      });
    },
    {
      selector,
      own,
      at:
        where === 'middle'
          ? [[x + width / 2, y + height / 2] as const]
          : [0.1, 0.5, 0.9].map((share) => [x + width * share, y + 1.5] as const),
    },
  );
}

/** The hole of a path is its smallest figure; of any other element it is the element's own box. */
async function spotOf(spot: Locator): Promise<Rect | null> {
  // In one look: between a count and a question the cut-out may go, and a question waits for what is not there.
  return spot.evaluateAll(([element]) => {
    if (!element) return null;
    const from = (rect: DOMRect): Rect => ({ x: rect.x, y: rect.y, width: rect.width, height: rect.height });
    if (!(element instanceof SVGPathElement)) return from(element.getBoundingClientRect());
    const figures = (element.getAttribute('d') ?? '').split(/(?=M)/i).filter((part) => part.trim());
    const holes = figures.map((d) => {
      const path = element.ownerSVGElement?.appendChild(
        document.createElementNS(element.namespaceURI ?? '', 'path'),
      );
      path?.setAttribute('d', d);
      const rect = path?.getBoundingClientRect();
      path?.remove();
      return rect ? from(rect) : { x: 0, y: 0, width: 0, height: 0 };
    });
    holes.sort((a, b) => a.width * a.height - b.width * b.height);
    return holes.length > 1 ? (holes[0] ?? null) : null;
  });
}
