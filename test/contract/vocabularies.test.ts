import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ga4, toVocabulary } from '@regulars/schema/vocabularies';
import { readPush } from '../../packages/core/src/collect/data-layer/read-push.ts';
import { makeVocabularyTable, vocabularyTable } from '../support/vocabulary-table.ts';

test('the table of vocabularies is what the maps say: npm run vocabularies', () => {
  assert.equal(vocabularyTable(), makeVocabularyTable());
});

const price = { value: 2050, currency: 'EUR' };
const hat = {
  id: 'hat',
  title: 'Hat',
  price,
  category: 'hats',
  brand: 'Parapet',
  variant: 'red',
  quantity: 2,
};
const acts = [
  ['product_viewed', { product: hat }],
  ['product_clicked', { product: hat }],
  ['list_viewed', { listId: 'hats', products: [hat] }],
  ['search_performed', { term: 'red hat' }],
  ['cart_viewed', { total: price, count: 0 }],
  ['cart_product_added', { product: hat }],
  ['cart_product_removed', { product: hat }],
  ['wishlist_product_added', { product: hat }],
  ['checkout_started', { total: price, count: 0 }],
  ['shipping_info_added', { method: 'courier' }],
  ['payment_info_added', { method: 'card' }],
  ['order_placed', { orderId: 'o1', total: price, products: [hat], coupon: 'SPRING' }],
  ['order_refunded', { orderId: 'o1', total: price, products: [hat] }],
  ['promotion_viewed', { promotionId: 'spring', name: 'Spring', creative: 'red', slot: 'top' }],
  ['promotion_clicked', { promotionId: 'spring', name: 'Spring', creative: 'red', slot: 'top' }],
] as const;

// Written apart from the map, for pages that push loosely: it must understand what the map says strictly.
for (const [name, props] of acts)
  test(`the reader of the data layer understands ${name} as the map tells it`, () => {
    const told = toVocabulary(ga4, name, props);
    const read = readPush({ event: told?.name, ecommerce: told?.props });
    // As it is stored: a field that the push did not have is not there.
    assert.deepEqual(JSON.parse(JSON.stringify(read)), [[name, props]]);
  });

test('the reader of the data layer passes over what our own adapter pushed', () => {
  assert.deepEqual(
    readPush({ event: 'view_item', regulars: true, ecommerce: { items: [{ item_id: 'a' }] } }),
    [],
  );
});
