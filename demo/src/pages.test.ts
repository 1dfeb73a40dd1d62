import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openInMemory } from '../../test/support/pglite-image.ts';
import { categoryIds } from './catalog/catalog-product.ts';
import { locales, localPath } from './catalog/locales.ts';
import { products } from './catalog/products.ts';
import { openTestShop, type TestShop } from './open-test-shop.ts';

const paths = [
  '/',
  '/c/garden',
  '/c/coffee?brand=Halda&price=b&tag=handmade&stock=1&sort=down',
  '/search?q=a',
  '/p/swan-watering-can',
  '/cart',
  '/checkout',
  '/account',
  '/help',
  '/rules/thank-you',
  '/rewards',
  '/wishlist',
];

describe('the shop’s pages', () => {
  let test: TestShop;
  before(async () => {
    test = await openTestShop(openInMemory);
  });
  after(() => test.close());

  it('answers 200 with the exact policy, in every language', async () => {
    for (const locale of locales) {
      for (const path of paths) {
        const answer = await test.get(localPath(locale, path));
        assert.equal(answer.status, 200, `${locale} ${path}`);
        assert.equal(
          answer.headers.get('content-security-policy'),
          "default-src 'self'; trusted-types lit-html; require-trusted-types-for 'script'",
        );
        const page = await answer.text();
        assert.match(page, new RegExp(`<html lang="${locale}" dir="${locale === 'he' ? 'rtl' : 'ltr'}"`));
        assert.equal(page.includes('undefined'), false, `${locale} ${path} prints undefined`);
        assert.equal(
          /\{\w+\}/.test(page.replace(/<script.*?<\/script>/gs, '')),
          false,
          `${locale} ${path} leaves a gap`,
        );
      }
    }
  });

  it('writes no inline script, style or handler', async () => {
    for (const path of paths) {
      const page = await (await test.get(path)).text();
      assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=|javascript:/i, path);
      for (const [tag] of page.matchAll(/<script[^>]*>/g)) {
        assert.match(tag, / src=| type="application\/(ld\+)?json"/, tag);
      }
    }
  });

  it('serves every product page and picture with width and height', async () => {
    assert.ok(products.length >= 60 && categoryIds.length >= 6);
    for (const product of products) {
      const page = await (await test.get(`/p/${product.slug}`)).text();
      assert.match(page, new RegExp(`/art/${product.id}.svg" width="400" height="400"`));
      const picture = await test.get(`/art/${product.id}.svg`);
      assert.equal(picture.headers.get('content-type'), 'image/svg+xml');
      assert.match(await picture.text(), /width="400" height="400"/);
    }
  });

  it('describes a product in JSON-LD, Open Graph and GA4', async () => {
    const page = await (await test.get('/bg/p/mushroom-lamp')).text();
    const json = /js-json-ld">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    const product = JSON.parse(json);
    assert.equal(product.sku, 'par-508');
    assert.equal(product.offers.price, '84.00');
    assert.equal(product.offers.availability, 'https://schema.org/OutOfStock');
    assert.match(page, /property="og:title" content="Лампа „Гъба“"/);
    assert.match(page, /"event":"view_item"/);
  });

  it('filters by address alone', async () => {
    const all = await (await test.get('/c/coffee?brand=Mirto&price=d')).text();
    // Below the results stands a list of the whole shop.
    const [page = ''] = all.split('name="category-rising"');
    assert.deepEqual([...page.matchAll(/<h3><a href="([^"]+)"/g)].map((m) => m[1]).slice(0, 2), [
      '/p/hand-grinder',
    ]);
  });

  it('finds words of the language and escapes what was typed', async () => {
    const page = await (await test.get(`/ru/search?q=${encodeURIComponent('чайник')}`)).text();
    assert.match(page, /\/ru\/p\/five-oclock-teapot/);
    const hostile = await (await test.get('/search?q=%3Cscript%3Ealert(1)%3C/script%3E')).text();
    assert.equal(hostile.includes('<script>alert'), false);
  });

  it('shows the rules in the language of the page that linked to them', async () => {
    const follow = (referer: string): Promise<Response> =>
      test.shop.fetch(new Request('http://shop.test/rules/thank-you', { headers: { referer } }));
    assert.equal(
      (await follow('http://shop.test/bg/order/P1')).headers.get('location'),
      '/bg/rules/thank-you',
    );
    assert.equal((await follow('http://shop.test/bg/rules/thank-you')).status, 200);
    assert.equal((await follow('http://elsewhere.test/bg/order/P1')).status, 200);
  });

  it('answers 404 as a page', async () => {
    for (const path of ['/nope', '/p/nope', '/c/nope', '/rules/nope', '/order/P1', '/he/nope']) {
      assert.equal((await test.get(path)).status, 404, path);
    }
  });

  it('serves scripts, style sheets, the font and its licence', async () => {
    for (const name of [
      'shop.js',
      'consent.js',
      'bridge.js',
      'card.js',
      'data-layer.js',
      'shop.css',
      'pages.css',
      'card.css',
      'rubik-hebrew-wght-normal.woff2',
      'rubik-licence.txt',
    ]) {
      assert.equal((await test.get(`/assets/${name}`)).status, 200, name);
    }
  });

  it('leaves the SDK out when asked', async () => {
    assert.match(await (await test.get('/')).text(), /\/sdk\/regulars\.js/);
    assert.doesNotMatch(await (await test.get('/?sdk=off')).text(), /\/sdk\//);
  });
});
