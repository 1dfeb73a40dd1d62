import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { addLine, setCoupon, setLine, setPoints, setVisitorRef } from '../backend/carts.ts';
import { doorOf } from '../backend/members.ts';
import { findProduct, toProduct } from '../catalog/catalog.ts';
import { localPath } from '../catalog/locales.ts';
import { uiTexts } from '../texts/ui-texts.ts';
import { readCookie, writeCookie } from './cookies.ts';
import { readPage, type ShopEnv } from './read-page.ts';
import type { ShopServices } from './shop-services.ts';

function ensureCartId(c: Context<ShopEnv>): string {
  const known = readCookie(c, 'shop-cart');
  if (known !== undefined && /^[0-9a-f-]{36}$/.test(known)) return known;
  const id = randomUUID();
  writeCookie(c, 'shop-cart', id);
  return id;
}

/** Reads a small form; every field as text, without the sign NUL, which the database takes in none. */
export async function readForm(c: Context<ShopEnv>): Promise<(name: string) => string> {
  const form = new URLSearchParams(await c.req.text());
  return (name) => (form.get(name) ?? '').replaceAll('\0', '').slice(0, 2000);
}

const wantsJson = (c: Context<ShopEnv>): boolean => c.req.header('accept') === 'application/json';

async function add(c: Context<ShopEnv>, services: ShopServices): Promise<Response> {
  const field = await readForm(c);
  const product = findProduct(field('product'));
  const page = await readPage(c, services);
  const left = product === undefined ? 0 : (page.stock.get(product.id) ?? 0);
  const isClosed = product !== undefined && doorOf(product.id, services.program, page)?.open === false;
  if (product === undefined || left === 0 || isClosed) {
    const reason = isClosed ? page.text.notOpenYet : page.text.soldOutLong;
    if (wantsJson(c)) return c.json({ ok: false, reason }, 409);
    return c.redirect(localPath(c.env.locale, '/cart'), 303);
  }
  const variant = product.variants.find((each) => each.id === field('variant')) ?? product.variants[0];
  const quantity = Math.min(9, Math.max(1, Number.parseInt(field('quantity'), 10) || 1));
  const line = { productId: product.id, variant: variant?.id ?? '', quantity, most: left };
  await addLine(services.db, ensureCartId(c), line, services.now());
  if (wantsJson(c)) return c.json({ ok: true, variant: line.variant, quantity });
  return c.redirect(localPath(c.env.locale, '/cart'), 303);
}

async function set(c: Context<ShopEnv>, services: ShopServices): Promise<Response> {
  const field = await readForm(c);
  const id = readCookie(c, 'shop-cart');
  const left = (await readPage(c, services)).stock.get(field('product')) ?? 0;
  const quantity = Math.min(left, Math.max(0, Number.parseInt(field('quantity'), 10) || 0));
  const line = { productId: field('product'), variant: field('variant'), quantity };
  if (id !== undefined) await setLine(services.db, id, line);
  return wantsJson(c) ? c.json({ ok: true }) : c.redirect(localPath(c.env.locale, '/cart'), 303);
}

async function coupon(c: Context<ShopEnv>, services: ShopServices): Promise<Response> {
  const field = await readForm(c);
  const check = await setCoupon(services.db, ensureCartId(c), field('code'), services.now());
  const reason = check.ok ? undefined : check.reason;
  if (!wantsJson(c)) return c.redirect(localPath(c.env.locale, `/checkout?coupon=${reason ?? 'on'}`), 303);
  return c.json(reason === undefined ? { ok: true } : { ok: false, reason: uiTexts[c.env.locale][reason] });
}

async function points(c: Context<ShopEnv>, services: ShopServices): Promise<Response> {
  const field = await readForm(c);
  await setPoints(services.db, ensureCartId(c), field('use') === 'yes', services.now());
  return c.redirect(localPath(c.env.locale, '/checkout'), 303);
}

async function cartJson(c: Context<ShopEnv>, services: ShopServices): Promise<Response> {
  const { cart, locale } = await readPage(c, services);
  const items = cart.lines.map((line) => ({
    product: {
      ...toProduct(line.product, locale),
      price: { value: line.price, currency: 'EUR' },
      ...(line.variant === '' ? {} : { variant: line.variant }),
    },
    quantity: line.quantity,
  }));
  const total = { value: cart.totals.total, currency: 'EUR' };
  return c.json({ items, total, coupon: cart.coupon }, 200, { 'cache-control': 'no-store' });
}

async function reference(c: Context<ShopEnv>, services: ShopServices): Promise<Response> {
  const value = (await readForm(c))('reference');
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(value)) return c.json({ ok: false }, 400);
  await setVisitorRef(services.db, ensureCartId(c), value, services.now());
  return c.json({ ok: true });
}

/** The cart's acts, as forms for browsers without script and as JSON for the shop's own script. */
export function addCartRoutes(app: Hono<ShopEnv>, services: ShopServices): void {
  app.post('/cart/add', (c) => add(c, services));
  app.post('/cart/set', (c) => set(c, services));
  app.post('/cart/coupon', (c) => coupon(c, services));
  app.post('/cart/points', (c) => points(c, services));
  app.post('/cart/reference', (c) => reference(c, services));
  app.get('/cart.json', (c) => cartJson(c, services));
}
