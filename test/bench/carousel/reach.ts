import type { Page } from 'puppeteer-core';
import type { Reach } from './contender.ts';

interface Stop {
  readonly card: string | null;
  readonly whole: boolean;
  readonly next: boolean;
  readonly end: boolean;
}

/** What has the focus once it stands still, through shadow roots. */
function readStop(next: string): Promise<Stop> {
  const deep = (root: ParentNode, path: readonly string[]): Element | null => {
    const [first = '', ...rest] = path;
    const found = root.querySelector(first);
    return rest.length > 0 && found?.shadowRoot ? deep(found.shadowRoot, rest) : found;
  };
  let at: Element | null = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const focus = at;
  // A card of ours is an element around its link.
  const root = focus?.getRootNode();
  const card =
    focus?.closest('.card') ?? (root instanceof ShadowRoot && focus?.matches('a') ? root.host : null);
  const box = (): DOMRect => (card ?? focus ?? document.body).getBoundingClientRect();
  return new Promise((resolve) => {
    let [last, calm] = [Number.NaN, 0];
    const look = (): void => {
      const { left, right, width } = box();
      calm = Math.abs(left - last) < 0.5 ? calm + 1 : 0;
      last = left;
      // Still for twelve frames: a row under way moves between any two.
      if (calm < 12) return void requestAnimationFrame(look);
      const middle = document.elementsFromPoint((left + right) / 2, box().top + box().height / 2);
      resolve({
        card: card && (focus?.getAttribute('href') ?? null),
        // In sight: inside the page's row of 24 px margins, and nothing clips it away.
        whole: left >= 20 && right <= innerWidth - 20 && width > 0 && middle.length > 2,
        next: focus !== null && focus === deep(document, next.split(' >>> ')),
        // A library may take the focus from a slide that it hides: then the walk goes on from there.
        end: focus?.id === 'after',
      });
    };
    look();
  });
}

/** One walk with Tab from before the row to behind it; the button onwards is pressed when `page` says so. */
async function walk(
  page: Page,
  next: string,
  {
    press,
    found,
    keys,
  }: { readonly press: boolean; readonly found: Set<string>; keys: { all: number; last: number } },
): Promise<void> {
  await page.focus('#before');
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    keys.all += 1;
    const stop = await page.evaluate(readStop, next);
    if (stop.end) return;
    if (stop.next && press) {
      await page.keyboard.press('Enter');
      keys.all += 1;
      await page.evaluate(readStop, next);
    }
    if (stop.card === null || !stop.whole || found.has(stop.card)) continue;
    found.add(stop.card);
    keys.last = keys.all;
  }
}

/** Walks through the row with Tab, then again and again after the button onwards, until nothing new is reached twice. */
export async function reachByKeyboard(page: Page, next: string): Promise<Reach> {
  const found = new Set<string>();
  const keys = { all: 0, last: 0 };
  let idle = 0;
  for (let round = 0; round < 12 && idle < 2 && found.size < 24; round += 1) {
    const before = found.size;
    await walk(page, next, { press: round > 0, found, keys });
    idle = found.size > before ? 0 : idle + 1;
  }
  return { cards: found.size, keys: keys.last };
}
