import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { type RunningServer, serve } from '@regulars/server';
import { openInMemory } from '../support/pglite-image.ts';
import { createOrder, createServerFixture, PROGRAM, type ServerFixture } from '../support/server-fixture.ts';

/** A server on a port of its own whose shop says for a while that it is gone. */
interface Desk {
  readonly server: ServerFixture;
  readonly url: string;
  /** Says whether the shop takes messages again. */
  answerMessages(takes: boolean): void;
}

const always = PROGRAM.pools.always;
const program = {
  ...PROGRAM,
  pools: { ...PROGRAM.pools, ...(always && { always: { ...always, freeEntry: { url: '/by-post' } } }) },
};

const test = base.extend<{ desk: Desk }>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture reads its needs from this pattern, and has none
  desk: async ({}, use) => {
    const ends: (() => unknown)[] = [];
    let takes = false;
    const t = { after: (end: () => unknown) => ends.push(end) } as never;
    const server = await createServerFixture(t, openInMemory, {
      program,
      webhooks: [{ id: 'crm', url: 'https://shop.example/hook', secret: 'x'.repeat(32) }],
      send: async () => new Response(null, { status: takes ? 200 : 410 }),
    });
    const { handler } = server;
    const running: RunningServer = await serve({ fetch: handler.fetch, handlers: [handler], port: 0 });
    await use({
      server,
      url: running.url.replace('//127.0.0.1:', '//localhost:'),
      answerMessages: (next) => {
        takes = next;
      },
    });
    await running.stop();
    for (const end of ends) await end();
  },
});

test.use({ viewport: { width: 1280, height: 800 } });

const operator = (url: string, path: string): string => `${url}/regulars/operator/${path}`;

async function signIn(page: Page, { server, url }: Desk): Promise<void> {
  await page.goto(url + (await server.handler.operatorLink()));
  await page.getByRole('main').getByRole('button').click();
  await expect(page.locator('#live')).toHaveAttribute('data-state', 'on');
}

/** The form under a heading. */
const formOf = (page: Page, heading: string) => page.locator(`h2:text-is("${heading}") + form`);
/** The table under a heading. */
const rowsOf = (page: Page, heading: string) =>
  page.getByRole('region', { name: heading, exact: true }).locator('tbody tr');
/** A figure by its name. */
const figure = (page: Page, name: string) =>
  page
    .locator('.figures div')
    .filter({ has: page.locator(`dt:text-is("${name}")`) })
    .locator('dd');

async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map((one) => one.target)}`)).toEqual([]);
}

test('a colleague gives, corrects, takes back, records an entry by post and exports, by the forms of a person’s page alone', async ({
  page,
  desk,
}) => {
  await signIn(page, desk);
  await page.goto(operator(desk.url, 'people'));
  await expect(page.getByText('Nobody yet.')).toBeVisible();
  // The page follows while the first person comes.
  await desk.server.order(createOrder({ customerId: 'ana' }));
  await page.getByRole('link', { name: 'ana' }).click();
  await expect(figure(page, 'Points')).toHaveText('40');
  await expect(page.getByText('Nothing was won yet.')).toBeVisible();
  await axe(page);

  const change = async (heading: string, points: string, why: string): Promise<void> => {
    const form = formOf(page, heading);
    await form.locator('input[name=points]').fill(points);
    await form.getByLabel('Why').fill(why);
    await form.getByRole('button').click();
  };
  /** What was refused says why, and its way back leads to the person. */
  const refused = async (words: RegExp): Promise<void> => {
    await expect(page.getByRole('alert')).toHaveText(words);
    await page.getByRole('link', { name: 'Back' }).click();
    await expect(page.getByRole('heading', { name: 'Ledger' })).toBeVisible();
  };
  await test.step('goodwill, within its limits', async () => {
    await change('Give goodwill', '25', 'a late parcel');
    await expect(figure(page, 'Points')).toHaveText('65');
    await change('Give goodwill', '501', 'a very late parcel');
    await refused(/more than may be given/);
  });
  await test.step('a correction, never below zero', async () => {
    await change('Correct points', '-5', 'counted twice');
    await expect(figure(page, 'Points')).toHaveText('60');
    await change('Correct points', '-1000', 'counted twice');
    await refused(/does not have so many points/);
  });
  await test.step('a gift is taken back by its row', async () => {
    const gift = rowsOf(page, 'Ledger').filter({ hasText: 'goodwill' });
    await gift.getByPlaceholder('Why').fill('the parcel was on time');
    await gift.getByRole('button', { name: /^Take back/ }).click();
    await expect(figure(page, 'Points')).toHaveText('35');
    await expect(gift.getByRole('button')).toHaveCount(0);
  });
  await test.step('an entry by post, by keyboard, once', async () => {
    const record = async (): Promise<void> => {
      const form = formOf(page, 'Record an entry by post or e-mail');
      await form.getByRole('combobox').focus();
      await page.keyboard.press('Tab');
      await page.keyboard.type('letter of 1 March');
      await page.keyboard.press('Enter');
    };
    await record();
    const won = rowsOf(page, 'Prizes and rewards');
    await expect(won).toContainText('10 % off');
    await expect(won).toContainText('not yet');
    await record();
    await refused(/cannot be played/);
    await expect(won).toHaveCount(1);
    await won.getByPlaceholder('Why').fill('the letter was a copy');
    await won.getByRole('button', { name: /^Take back/ }).click();
    await expect(won).toContainText('taken back');
  });
  await test.step('the export is a file', async () => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export everything' }).click(),
    ]);
    const text = Buffer.concat(await (await file.createReadStream()).toArray()).toString();
    expect(text).toContain('"ana"');
    expect(text).toContain('"freeEntries":[{"pool":"always"');
  });
  await page.goto(operator(desk.url, 'audit'));
  for (const act of [
    'goodwill given',
    'points adjusted',
    'movement revoked',
    'free entry recorded',
    'prize revoked',
    'person exported',
  ])
    await expect(page.getByRole('cell', { name: act }).first()).toBeVisible();
});

test('messages that failed are sent again by their buttons, and a page that cannot be refreshed says so', async ({
  page,
  desk,
}) => {
  await signIn(page, desk);
  await page.goto(operator(desk.url, 'outbox'));
  await expect(page.getByText('Nothing was to be told yet.')).toBeVisible();
  await expect(page.getByText('Nothing was sent yet.')).toBeVisible();
  await desk.server.order(createOrder({ customerId: 'ana' }));
  const message = rowsOf(page, 'Messages, failed ones first');
  const tries = rowsOf(page, 'Delivery log');
  await expect(message).toContainText(['failed']);
  await expect(tries).toContainText(['answered 410']);
  await axe(page);
  desk.answerMessages(true);
  await message.getByRole('button', { name: /^Send again/ }).click();
  await expect(message).toContainText(['delivered']);
  await expect(tries).toHaveCount(2);
  await expect(tries.first()).toContainText('200');
  desk.answerMessages(false);
  await message.getByRole('button', { name: /^Send again/ }).click();
  await expect(message).toContainText(['failed']);
  desk.answerMessages(true);
  await rowsOf(page, 'Who is told')
    .getByRole('button', { name: /^Send what failed again/ })
    .click();
  await expect(message).toContainText(['delivered']);
  await expect(tries).toHaveCount(4);

  await test.step('what is being fetched and what could not be', async () => {
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.route('**/operator/outbox', async (route) => {
      await held;
      await route.abort();
    });
    await desk.server.order(createOrder({ orderId: 'order-2', customerId: 'ana' }));
    await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'true');
    go();
    await expect(page.getByRole('status')).toContainText('could not be refreshed');
    await expect(message).toHaveCount(1);
    await page.unroute('**/operator/outbox');
    await expect(message).toHaveCount(2);
    await expect(page.getByRole('main')).not.toHaveAttribute('aria-busy');
  });
});
