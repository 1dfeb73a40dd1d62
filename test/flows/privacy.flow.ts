import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type Held, held } from '../privacy/held-table.ts';
import { allowAutomation, answer, expect, idle, test } from './fixtures.ts';
import { buy, look, tourBox, viewOf } from './shopper.ts';

interface Found {
  readonly where: Held['where'];
  readonly store?: string;
  readonly key: string;
  /** Fields of the value where it is an object. */
  readonly fields: readonly string[];
}

/** Every row, key and cookie of ours that the browser holds. */
async function findAll(page: Page): Promise<{ readonly found: Found[]; readonly others: string[] }> {
  const inPage = await page.evaluate(async () => {
    const found: { where: string; store?: string; key: string; fields: string[] }[] = [];
    const names = (await indexedDB.databases()).map(({ name = '' }) => name);
    const ask = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const fieldsOf = (value: unknown): string[] =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
    for (const name of names.filter((one) => one.startsWith('regulars'))) {
      const db = await ask(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const rows = db.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([ask(rows.getAllKeys()), ask(rows.getAll())]);
        for (const [at, key] of keys.entries()) {
          const where = name === 'regulars-attention' ? 'attention' : 'journey';
          found.push({ where, store, key: String(key), fields: fieldsOf(values[at]) });
        }
      }
      db.close();
    }
    for (const key of Object.keys(localStorage)) found.push({ where: 'localStorage', key, fields: [] });
    for (const key of Object.keys(sessionStorage)) found.push({ where: 'sessionStorage', key, fields: [] });
    return { found, others: names.filter((one) => !/^regulars(\/demo-key|-attention)$/.test(one)) };
  });
  const cookies = (await page.context().cookies()).map(({ name }) => name);
  const others = [...inPage.others, ...cookies.filter((one) => !one.startsWith('shop-'))];
  return { found: inPage.found as Found[], others };
}

const rowOf = (one: Found): Held | undefined =>
  held.find(
    ({ where, store, key }) =>
      where === one.where && (where !== 'journey' || store === one.store) && key.test(one.key),
  );

const product = '/p/linden-board';

test('what the browser holds after the story stands in PRIVACY.md, key by key and field by field', async ({
  page,
}) => {
  await allowAutomation(page);
  await page.goto('/help');
  await answer(page, 'yes');
  await idle(page);
  await expect(tourBox(page)).toBeVisible();
  await look(page, product);
  await look(page, '/search?q=a');
  await buy(page, product);
  await idle(page);
  await look(page, '/');
  const { found, others } = await findAll(page);
  expect(others).toEqual([]);
  const unknown = found.flatMap((one) => {
    const row = rowOf(one);
    const name = `${one.where} ${one.store ?? ''} ${one.key}`;
    if (!row) return [name];
    return one.fields.filter((field) => !row.fields?.includes(field)).map((field) => `${name}: ${field}`);
  });
  expect(unknown).toEqual([]);
  // The story filled what it is about: the comparison is not of an empty browser.
  const stores = new Set(found.map(({ where, store }) => (where === 'journey' ? store : where)));
  for (const store of ['log', 'dest', 'sess', 'profile', 'feature', 'kv', 'attention'])
    expect([...stores]).toContain(store);
});

const box = (page: Page) => page.locator('regulars-privacy');

test('the visitor reads, downloads, switches off and erases what is held on the help page, by keyboard', async ({
  page,
  watch,
  browserName,
}) => {
  await allowAutomation(page);
  await page.goto('/help');
  await expect(box(page)).toContainText('Nothing is kept on this device.');
  await allowAll(page);
  await look(page, product);
  await look(page, '/help');
  await expect(box(page)).toContainText('1 look at a product');

  const press = async (name: RegExp, key = 'Enter') => {
    await box(page).getByRole('button', { name }).focus();
    await page.keyboard.press(key);
  };
  // Firefox's driver tells nothing of downloads: there the file that was handed over is looked at.
  const saved = browserName === 'firefox' ? null : page.waitForEvent('download');
  await press(/^Download/);
  await expect(box(page).getByRole('status')).toHaveText('Your file is being saved.');
  const view = await viewOf(page, 'help-privacy');
  const file = view?.type === 'privacy' ? view.file : undefined;
  expect(file?.name).toBe('regulars-demo-key.json');
  expect(JSON.stringify(JSON.parse(file?.text ?? ''))).toContain('linden-board');
  if (saved) expect(await readFile(await (await saved).path(), 'utf8')).toBe(file?.text);

  // Lists: popular ones only, on this page and the next.
  const lists = box(page).getByRole('switch', { name: 'Products chosen for you' });
  await expect(lists).toBeChecked();
  await lists.focus();
  await page.keyboard.press('Space');
  await expect(lists).not.toBeChecked();
  // The switch turns with the key; what it says is on the device a moment later.
  await idle(page);
  await look(page, '/');
  await expect.poll(() => listOf(page)).toMatchObject({ personal: false, why: 'switched-off' });
  await look(page, '/help');
  await expect(lists).not.toBeChecked();

  await press(/^Erase/);
  await expect(box(page)).toContainText('Erase everything kept on this device');
  await page.keyboard.press('Escape');
  await expect(box(page).getByRole('button', { name: /^Erase/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(box(page).getByRole('status')).toContainText('Erased.');
  await expect(box(page).locator('#held')).toBeFocused();
  await expect(box(page)).not.toContainText('look at a product');

  // The shop's banner, asked for from the element.
  await press(/^Change/);
  await expect(page.locator('#consent-no')).toBeFocused();
  await answer(page, 'no');
  await expect(box(page)).toContainText('Nothing is kept on this device.');
  expect(watch.errors).toEqual([]);
});

/** Says yes, and leaves the tour that opens then. */
async function allowAll(page: Page): Promise<void> {
  await answer(page, 'yes');
  await idle(page);
  await expect(tourBox(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tourBox(page)).toBeHidden();
}

/** What the home page's list says of itself. */
const listOf = (page: Page) =>
  page.evaluate(() => {
    const lists = globalThis.regulars?.inspect?.().parts.recommendations as Record<string, object> | null;
    return lists?.['home-for-you'] ?? null;
  });

test('erases and says so while the line is cut', async ({ page, context }) => {
  await allowAutomation(page);
  await page.goto('/help');
  await allowAll(page);
  await expect(box(page).getByRole('button', { name: /^Erase/ })).toBeVisible();
  await idle(page);
  await context.setOffline(true);
  await box(page)
    .getByRole('button', { name: /^Erase/ })
    .click();
  await box(page).getByRole('button', { name: /^Yes/ }).click();
  await expect(box(page).getByRole('status')).toContainText('Erased.');
});
