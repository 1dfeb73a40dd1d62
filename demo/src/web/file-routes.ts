import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { drawProduct } from '../art/product-art.ts';
import { findProduct } from '../catalog/catalog.ts';
import { colourIds } from '../catalog/catalog-product.ts';
import type { ShopEnv } from './read-page.ts';
import type { ShopServices } from './shop-services.ts';

const day = 86_400;

function serveAsset(c: Context<ShopEnv>, services: ShopServices): Response | Promise<Response> {
  const asset = services.assets.get(c.req.param('name') ?? '');
  if (asset === undefined) return c.notFound();
  // Style sheets name fonts without a version, so only addresses with one are kept for ever.
  const fixed = c.req.query('v') === asset.hash;
  return c.body(asset.body, 200, {
    'content-type': asset.type,
    'cache-control': fixed ? 'public, max-age=31536000, immutable' : `public, max-age=${day}`,
    'x-content-type-options': 'nosniff',
  });
}

function serveArt(c: Context<ShopEnv>): Response | Promise<Response> {
  const [, id = '', wanted] = /^(par-\d+)(?:-([a-z]+))?\.svg$/.exec(c.req.param('file') ?? '') ?? [];
  const product = findProduct(id);
  const colour = colourIds.find((each) => each === wanted);
  if (product === undefined || (wanted !== undefined && colour === undefined)) return c.notFound();
  const svg = drawProduct(product, colour);
  const etag = `"${createHash('sha256').update(svg).digest('hex').slice(0, 16)}"`;
  const headers = { etag, 'cache-control': `public, max-age=${day}` };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  return c.body(svg, 200, {
    ...headers,
    'content-type': 'image/svg+xml',
    'x-content-type-options': 'nosniff',
  });
}

/** Style sheets, scripts, fonts and drawings. */
export function addFileRoutes(app: Hono<ShopEnv>, services: ShopServices): void {
  app.get('/assets/:name', (c) => serveAsset(c, services));
  app.get('/art/:file', (c) => serveArt(c));
}
