import { expect, type Rect, type Stage } from './stage.ts';

const none: Rect = { x: Number.NaN, y: Number.NaN, width: 0, height: 0 };

/** The cut-out lies around the element: holds it, and not much more. */
export async function expectSpotAt(stage: Stage, selector: string, room = 26): Promise<void> {
  await expect
    .poll(
      async () => {
        const [spot, target] = [(await stage.spot()) ?? none, await stage.rect(selector)];
        const over = [
          target.x - spot.x,
          target.y - spot.y,
          spot.x + spot.width - target.x - target.width,
          spot.y + spot.height - target.y - target.height,
        ];
        return over.every((one) => one > -2 && one < room) ? 'around it' : { spot, target };
      },
      { message: `the cut-out lies around ${selector}` },
    )
    .toBe('around it');
}

/** The whole box is inside the viewport, and its controls can be hit. */
export async function expectBoxInside(stage: Stage): Promise<void> {
  const { x, y, width, height } = await stage.calm();
  const view = await stage.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const inside = x >= -1 && y >= -1 && x + width <= view.width + 1 && y + height <= view.height + 1;
  expect(inside ? 'inside' : { x, y, width, height, view }).toBe('inside');
  await stage.next.click({ trial: true, timeout: 2000 });
}

/** The box leaves its target free, once scrolling has ended. */
export async function expectFree(stage: Stage, selector: string): Promise<void> {
  await expect
    .poll(async () => overlap(await stage.calm(), await stage.rect(selector)), {
      message: `the box leaves ${selector} free`,
    })
    .toBe(false);
}

/** Whether two boxes overlap. */
const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
