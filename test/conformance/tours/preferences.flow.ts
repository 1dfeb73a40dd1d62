import AxeBuilder from '@axe-core/playwright';
import { expect, type Stage, test } from './stage.ts';

const one = { id: 'one', target: '#offer', title: 'Offer', text: 'The first.' };
const two = { id: 'two', target: '#buy', title: 'Buy', text: 'The second.' };
const steps = [one, two];

/** What axe finds at the library's own nodes, and how many of them it looked at. */
async function audit(stage: Stage): Promise<{ violations: string[]; count: number }> {
  const { page, player } = stage;
  const { violations, passes } = await new AxeBuilder({ page }).disableRules(['region']).analyze();
  const isOwn = (target: unknown): Promise<boolean> => {
    const first = [target].flat(2)[0];
    return page.evaluate(({ selector, own }) => !!document.querySelector(selector)?.closest(own), {
      selector: String(first),
      own: player.parts.own,
    });
  };
  const found: string[] = [];
  let count = 0;
  for (const { id, nodes } of violations)
    for (const { target, html } of nodes) if (await isOwn(target)) found.push(`${id}: ${html.slice(0, 120)}`);
  for (const { nodes } of passes)
    for (const { target } of nodes.slice(0, 5)) if (await isOwn(target)) count += 1;
  return { violations: found, count };
}

test('T59 axe finds nothing in light, dark and forced colours; with reduced motion nothing moves or scrolls smoothly', async ({
  stageFor,
}) => {
  test.setTimeout(120_000);
  for (const wish of ['light', 'dark', 'forced-colors'] as const) {
    const stage = await stageFor(wish);
    await stage.play({ steps });
    await stage.calm();
    const { violations, count } = await audit(stage);
    expect(violations, wish).toEqual([]);
    expect(count, 'nodes of the step that were looked at').toBeGreaterThan(0);
  }
  const stage = await stageFor('reduced-motion');
  const { page } = stage;
  expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true);
  await page.addInitScript(() => {
    const smooth: string[] = [];
    Object.assign(globalThis, { smooth });
    for (const [owner, name] of [
      [Element.prototype, 'scrollIntoView'],
      [Element.prototype, 'scrollTo'],
      [Element.prototype, 'scrollBy'],
      [globalThis, 'scrollTo'],
      [globalThis, 'scrollBy'],
      [globalThis, 'scroll'],
    ] as unknown as [Record<string, (...args: unknown[]) => unknown>, string][]) {
      const old = owner[name];
      owner[name] = function (this: unknown, ...args: unknown[]) {
        if ((args[0] as ScrollToOptions | undefined)?.behavior === 'smooth') smooth.push(name);
        return old?.apply(this, args);
      };
    }
  });
  await stage.open({ steps: [one, { id: 'far', target: '#last', text: 'Far away.' }] });
  await page.evaluate(() => {
    const positions: number[] = [];
    Object.assign(globalThis, { positions });
    addEventListener('scroll', () => positions.push(scrollY), { capture: true });
  });
  await stage.start();
  await stage.shows(one.text);
  await stage.next.click();
  await stage.shows('Far away.');
  const moving = await page.evaluate((own) => {
    const roots = [...document.querySelectorAll(own)];
    const deep = (node: Element): Animation[] => [
      ...node.getAnimations({ subtree: true }),
      ...[...node.querySelectorAll('*'), node].flatMap((inner) =>
        inner.shadowRoot ? [...inner.shadowRoot.children].flatMap(deep) : [],
      ),
    ];
    return roots
      .flatMap(deep)
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 20)
      .map(
        (animation) =>
          (animation as CSSAnimation).animationName ?? (animation as CSSTransition).transitionProperty,
      );
  }, stage.player.parts.own);
  expect(moving, 'animations').toEqual([]);
  await stage.calm();
  const { smooth, positions } = await page.evaluate(() => {
    const { smooth: asked, positions: seen } = globalThis as unknown as {
      smooth: string[];
      positions: number[];
    };
    return { smooth: asked, positions: seen };
  });
  expect({ smooth, many: positions.length > 4 }).toEqual({ smooth: [], many: false });
});
