import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
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
const styles = ['shop.css', 'pages.css', 'card.css', 'fonts.css'];
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
  const rubik = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/rubik/package.json'));
  return new Map([
    ...styles.map((name) => makeAsset(name, here(`styles/${name}`))),
    ...scripts.map((name) => {
      const source = new TextDecoder().decode(here(`client/${name}.ts`));
      return makeAsset(
        `${name}.js`,
        stripTypeScriptTypes(source).replaceAll(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'"),
      );
    }),
    ...fonts.map((name) => makeAsset(name, readFileSync(join(rubik, 'files', name)))),
    makeAsset('rubik-licence.txt', readFileSync(join(rubik, 'LICENSE'))),
    makeAsset('hero.svg', drawHero('wide')),
    makeAsset('hero-narrow.svg', drawHero('narrow')),
    makeAsset('favicon.svg', here('styles/favicon.svg')),
  ]);
}
