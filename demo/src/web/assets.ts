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
const scripts = ['shop', 'consent', 'bridge', 'data-layer', 'card'];

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
    ...scripts.map((name) =>
      makeAsset(
        `${name}.js`,
        transformSync(text(`client/${name}.ts`), {
          loader: 'ts',
          format: 'esm',
          minify: true,
          target: 'es2022',
        }).code,
      ),
    ),
    ...fonts.map((name) => makeAsset(name, readFileSync(join(rubik, 'files', name)))),
    makeAsset('rubik-licence.txt', readFileSync(join(rubik, 'LICENSE'))),
    makeAsset('hero.svg', drawHero('wide')),
    makeAsset('hero-narrow.svg', drawHero('narrow')),
    makeAsset('favicon.svg', here('styles/favicon.svg')),
  ]);
}
