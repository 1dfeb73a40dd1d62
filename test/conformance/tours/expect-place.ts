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
  const size = await stage.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  expect({
    left: x >= -1,
    top: y >= -1,
    right: x + width <= size.width + 1,
    bottom: y + height <= size.height + 1,
  }).toEqual({
    left: true,
    top: true,
    right: true,
    bottom: true,
  });
  await stage.next.click({ trial: true, timeout: 2000 });
}

/** Whether two boxes overlap. */
export const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
