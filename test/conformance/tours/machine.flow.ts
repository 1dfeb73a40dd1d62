import fc from 'fast-check';
import { expect, test } from './stage.ts';
import { countTraces, framesIn, readTraces } from './traces.ts';

/** What a visitor, a page and chance can do to a running tour. */
const commands = [
  ...['next', 'next', 'next twice', 'back', 'close', 'escape', 'start', 'resume'],
  ...['remove target', 'bring target', 'render anew', 'hide target', 'show target', 'late target'],
  ...['other route', 'home route', 'dialog', 'no dialog', 'scroll', 'refuse', 'allow', 'throwing listener'],
  ...['frame', 'task', 'wait', 'wait'],
] as const;
type Command = (typeof commands)[number];

const onMissing = ['skip', 'center', 'end', 'dock'] as const;
const targets = ['#offer', '#buy', '#compare', '#headline'];

/** Does the commands one after the other within the page: nothing of the driver lies between two of them. */
async function act(given: readonly string[]): Promise<void> {
  const root = (): ShadowRoot | null | undefined =>
    document.querySelector('regulars-overlay')?.shadowRoot?.querySelector('regulars-tour')?.shadowRoot;
  const press = (part: string): void => {
    for (const button of root()?.querySelectorAll<HTMLElement>(`[part~="${part}"]`) ?? []) button.click();
  };
  const offer = (): HTMLElement | null => document.querySelector('#offer');
  const pressEscape = (): void => {
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
    );
  };
  const own = globalThis as unknown as {
    kept?: { target?: HTMLElement };
    refuse?: (event: Event) => void;
    throwing?: AbortController;
  };
  own.kept ??= {};
  own.throwing ??= new AbortController();
  own.refuse ??= (event) => event.preventDefault();
  const { kept, refuse: refusal } = own;
  const bring = (): void => {
    if (!offer() && kept.target) document.querySelector('#buy')?.after(kept.target);
  };
  const cart = document.querySelector('#cart') as HTMLDialogElement;
  const acts: Record<string, () => unknown> = {
    next: () => press('next'),
    'next twice': () => {
      press('next');
      press('next');
    },
    back: () => root()?.querySelectorAll<HTMLElement>('[part~="footer"] button')[0]?.click(),
    close: () => press('close'),
    escape: pressEscape,
    start: () => globalThis.regulars?.open?.('tour'),
    resume: () => press('resume'),
    'remove target': () => {
      kept.target = offer() ?? kept.target ?? document.createElement('b');
      kept.target.remove();
    },
    'bring target': bring,
    'render anew': () => offer()?.replaceWith(offer()?.cloneNode(true) ?? ''),
    'hide target': () => offer()?.setAttribute('hidden', ''),
    'show target': () => offer()?.removeAttribute('hidden'),
    'late target': () => setTimeout(bring, 40),
    'other route': () => history.pushState(null, '', '/r/elsewhere'),
    'home route': () => history.pushState(null, '', '/'),
    dialog: () => cart.open || cart.showModal(),
    'no dialog': () => cart.close(),
    scroll: () => scrollBy({ top: 150, behavior: 'instant' }),
    refuse: () => document.addEventListener('regulars-tour-advance', refusal),
    allow: () => {
      document.removeEventListener('regulars-tour-advance', refusal);
      own.throwing?.abort();
      own.throwing = new AbortController();
    },
    'throwing listener': () =>
      document.addEventListener(
        'regulars-tour-advance',
        () => {
          throw new Error('a listener of the page');
        },
        own.throwing ? { signal: own.throwing.signal } : {},
      ),
    frame: () => new Promise((resolve) => requestAnimationFrame(resolve)),
    task: () => new Promise((resolve) => setTimeout(resolve)),
    wait: () => new Promise((resolve) => setTimeout(resolve, 60)),
  };
  for (const command of given) await acts[command]?.();
}

test('whatever happens in whatever order, a tour ends once, leaves nothing and never comes back', async ({
  stage,
}) => {
  test.setTimeout(120_000);
  const { page } = stage;
  await countTraces(page);
  const isOver = async (): Promise<boolean> => {
    const log = await stage.log();
    const ends = log.filter(({ type }) => type === 'completed' || type === 'dismissed').length;
    return ends > 0 && ends === log.filter(({ type }) => type === 'started').length;
  };
  const pieces = page
    .locator('regulars-tour [part~="box"], regulars-tour [part~="chip"]')
    .filter({ visible: true });
  const runOne = async (
    behaviours: readonly (typeof onMissing)[number][],
    given: readonly Command[],
  ): Promise<void> => {
    const steps = targets.map((target, at) => ({
      ...{ id: `step-${at}`, target, text: `Step ${at}.`, waitMs: 50 },
      ...{ onMissing: behaviours[at], ours: { page: '/' } },
    }));
    await stage.open({ steps });
    // The first tour of a page brings what stays for the next one.
    await stage.start();
    await stage.shows('Step 0.');
    await stage.close.click();
    await expect.poll(isOver).toBe(true);
    await page.evaluate(() => globalThis.regulars?.idle?.());
    const before = await readTraces(page, targets);
    await stage.start();
    await page.evaluate(act, given);
    // Everything is as it was, so that what still runs can be left.
    await page.evaluate(act, ['allow', 'no dialog', 'bring target', 'show target', 'home route', 'wait']);
    await expect
      .poll(
        async () => {
          await page.evaluate(act, ['resume', 'frame', 'escape', 'wait']);
          return isOver();
        },
        { message: 'one end for each start', timeout: 6000 },
      )
      .toBe(true);
    const log = await stage.log();
    await page.evaluate(() => globalThis.regulars?.idle?.());
    await expect(pieces).toHaveCount(0);
    expect(await framesIn(page, 200), 'frames at rest').toBe(0);
    await expect(pieces, 'a step came back').toHaveCount(0);
    expect(await stage.log(), 'events after the end').toEqual(log);
    expect(await readTraces(page, targets)).toEqual(before);
    expect(stage.faults.filter((fault) => !fault.includes('a listener of the page'))).toEqual([]);
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...onMissing), { minLength: 4, maxLength: 4 }),
      fc.array(fc.constantFrom(...commands), { minLength: 1, maxLength: 14 }),
      runOne,
    ),
    {
      numRuns: Number(process.env.TOURS_RUNS ?? 12),
      seed: process.env.TOURS_SEED ? Number(process.env.TOURS_SEED) : Date.now(),
      endOnFailure: true,
    },
  );
});
