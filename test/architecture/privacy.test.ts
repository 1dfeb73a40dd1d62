import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { keyedStores, wholeStores } from '../../packages/core/src/consent/purge-rows.ts';
import { storeNames } from '../../packages/core/src/storage/open-storage.ts';
import { elementLoaders } from '../../packages/widgets/src/element-loaders.ts';
import { held } from '../privacy/held-table.ts';
import { makePrivacyPage, privacyFile } from '../privacy/privacy-page.ts';

test('PRIVACY.md is what the table says: npm run privacy', () => {
  assert.equal(readFileSync(privacyFile, 'utf8'), makePrivacyPage());
});

test('every store of the journey that is written has a row with the purpose that purging goes by', () => {
  // `decision` stands in version 1 of the database; nothing writes to it.
  const written = storeNames.filter((name) => name !== 'decision');
  for (const name of written)
    assert.ok(
      held.some(({ store }) => store === name),
      name,
    );
  const purposes = Object.entries(wholeStores).flatMap(([purpose, stores]) =>
    stores.map((store) => [store, purpose] as const),
  );
  for (const [store, purpose] of purposes)
    for (const row of held.filter((one) => one.store === store)) assert.equal(row.purpose, purpose, store);
  for (const { store, shown, purpose } of held)
    if (store && keyedStores.includes(store) && shown !== '`id`')
      assert.match(shown, new RegExp(`^\`${purpose}/`));
});

test('every element of the manifest shows a campaign whose consent is proven, or is a part of others', () => {
  // Written from the custom-elements manifest, and held to it by `check typings`.
  const typings = new URL('../../packages/sdk/typings/jsx.d.ts', import.meta.url);
  const tags = readFileSync(typings, 'utf8').match(/(?<='regulars-)[a-z-]+(?=':)/g) ?? [];
  const parts = ['slot', 'product-card'];
  assert.deepEqual([...new Set(tags)].sort(), [...Object.keys(elementLoaders), ...parts].sort());
});
