import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';
import { drawHero } from '../art/hero.ts';

/** One file as it is served. */
export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly hash: string;
}

/** Address of an asset by its name, with its hash as version. */
export type AssetPaths = (name: string) => string;

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

const fonts = ['latin', 'latin-ext', 'cyrillic', 'hebrew'].map((set) => `rubik-${set}-wght-normal.woff2`);
/** Style sheets as they are served, each joined of parts; the order decides between equal rules. */
const styles: Readonly<Record<string, readonly string[]>> = {
  'shop.css': ['fonts', 'base', 'controls', 'header', 'footer', 'narrow'],
  'pages.css': ['home', 'lists', 'product', 'cart', 'checkout', 'reading', 'pages-media'],
  'card.css': ['card'],
};
const stub = '../../packages/sdk/src/loader/stub.ts';
/** Scripts as they are served; the SDK's stub, 0.2 kB, costs no request of its own in front of one that is asked for anyway. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  'shop.js': ['client/shop.ts'],
  'consent.js': ['client/consent.ts'],
  'consent-with-stub.js': [stub, 'client/consent.ts'],
  'bridge.js': ['client/bridge.ts'],
  'data-layer.js': ['client/data-layer.ts'],
  'card.js': ['client/card.ts'],
};
const asScript = { loader: 'ts', format: 'esm', minify: true, target: 'es2022' } as const;

function makeAsset(name: string, content: string | Uint8Array): readonly [string, Asset] {
  const body = new Uint8Array(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
  const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return [name, { body, type, hash }];
}

/** Reads the shop's style sheets, scripts (types taken off), font and drawings once. */
export function loadAssets(): ReadonlyMap<string, Asset> {
  const here = (path: string): Uint8Array => readFileSync(new URL(`../${path}`, import.meta.url));
  const text = (path: string): string => new TextDecoder().decode(here(path));
  const rubik = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/rubik/package.json'));
  return new Map([
    ...Object.entries(styles).map(([name, parts]) =>
      makeAsset(
        name,
        transformSync(parts.map((part) => text(`styles/${part}.css`)).join('\n'), {
          loader: 'css',
          minify: true,
        }).code,
      ),
    ),
    ...Object.entries(scripts).map(([name, parts]) =>
      makeAsset(name, parts.map((part) => `{${transformSync(text(part), asScript).code}}`).join('')),
    ),
    ...fonts.map((name) => makeAsset(name, readFileSync(join(rubik, 'files', name)))),
    makeAsset('rubik-licence.txt', readFileSync(join(rubik, 'LICENSE'))),
    makeAsset('hero.svg', drawHero('wide')),
    makeAsset('hero-narrow.svg', drawHero('narrow')),
    makeAsset('favicon.svg', here('styles/favicon.svg')),
  ]);
}
