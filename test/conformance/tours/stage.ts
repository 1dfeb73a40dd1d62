import { test as base, expect, type Locator, type Page } from '@playwright/test';
import type { LogEntry, PagePlayer, Plan, Player, Skill } from './players/player.ts';
import { regularsPlayer } from './players/regulars.ts';
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

/** Players by name; those of other libraries are put in by the bench. */
export const players: Record<string, () => Player | Promise<Player>> = { regulars: regularsPlayer };

interface Options {
  /** Name of the player. */
  readonly library: string;
}

export const test = base.extend<{ stage: Stage }, Options & { cast: { player: Player; shop: ShopServer } }>({
  library: ['regulars', { scope: 'worker', option: true }],
  cast: [
    async ({ library }, use) => {
      const create = players[library] ?? (await import(`./players/${library}.ts`)).createPlayer;
      const player: Player = await create();
      const shop = await serveShop(player);
      await use({ player, shop });
      await shop.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ cast }, use) => use(cast.shop.url),
  stage: async ({ page, cast }, use) => {
    const heard = { faults: [] as string[], said: [] as string[] };
    page.on('pageerror', (error) => heard.faults.push(String(error)));
    page.on('console', (message) => heard.said.push(message.text()));
    await use(createStage(page, cast, heard));
  },
});

export { expect } from '@playwright/test';

function createStage(
  page: Page,
  { player, shop }: { player: Player; shop: ShopServer },
  heard: Pick<Stage, 'faults' | 'said'>,
): Stage {
  const part = (name: keyof Player['parts']): Locator => page.locator(player.parts[name]).first();
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
    showsNothing: () => expect(page.locator(player.parts.box).filter({ visible: true })).toHaveCount(0),
    rect: (selector) => rectOf(page, selector),
    spot: () => spotOf(part('spot')),
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
  if ((await spot.count()) === 0) return null;
  return spot.evaluate((element) => {
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
