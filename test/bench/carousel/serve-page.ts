import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { compact } from '../../tools/lib/compact.mjs';
import type { Contender, PageFile } from './contender.ts';

/** A contender's page on an origin of its own. */
export interface ServedPage {
  readonly url: string;
  /** Holds scripts back until the answer is called. */
  hold(): () => void;
  /** Bytes gzip of the scripts and style sheets fetched since the last `hold`. */
  bytes(): number;
  stop(): Promise<void>;
}

const cards = Array.from(
  { length: 24 },
  (_, at) =>
    `<article class="card"><img src="/picture-${at}.svg" width="600" height="600" alt=""><span class="brand">Havn</span><a href="/p/${at}">Product ${at + 1}</a><span class="price">€${(14.9 + at).toFixed(2)}</span></article>`,
);
/** The shop's own styles, alike for all. */
const shopCss = `body{margin:24px;font:16px/1.4 system-ui,sans-serif;color:#222;background:#fff}
.card{display:block;box-sizing:border-box}.card img{display:block;inline-size:100%;block-size:auto}.card>*{display:block}
.card a{color:#0b4f6c}.controls{display:flex;justify-content:end;gap:8px;block-size:60px}.controls button{inline-size:44px;block-size:44px}
.unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);margin:0}`;

/** The templates of our elements as their package publishes them. */
const asPublished: Plugin = {
  name: 'as-published',
  setup({ onLoad }) {
    onLoad({ filter: /widgets\/src\/.*\.ts$/ }, async ({ path }) => ({
      contents: compact(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

async function makeFiles({ script, html, css }: Contender): Promise<Map<string, PageFile>> {
  const { outputFiles } = await build({
    entryPoints: { script: new URL(`contenders/${script}.page.mjs`, import.meta.url).pathname },
    ...{ bundle: true, splitting: true, minify: true, format: 'esm', target: 'es2022', write: false },
    ...{ outdir: '/', conditions: ['source', 'production'], legalComments: 'none', plugins: [asPublished] },
  });
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>New in</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/shop.css"><link rel="stylesheet" href="/row.css"><main><h1>New in</h1><p><a id="before" href="#before">Before</a></p>
${html(cards)}<p><a id="after" href="#after">After</a></p></main><script type="module" src="/script.js"></script></html>`;
  const files = new Map<string, PageFile>([
    ['/', { type: 'text/html; charset=utf-8', body: page }],
    ['/shop.css', { type: 'text/css', body: shopCss }],
    ['/row.css', { type: 'text/css', body: css }],
    ...outputFiles.map(({ path, text }) => [path, { type: 'text/javascript', body: text }] as const),
  ]);
  for (const at of cards.keys())
    files.set(`/picture-${at}.svg`, {
      type: 'image/svg+xml',
      body: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600"><rect width="600" height="600" fill="hsl(${at * 47} 35% 80%)"/></svg>`,
    });
  return files;
}

/** Serves a contender's page. Rejects when its script does not bundle. */
export async function servePage(contender: Contender): Promise<ServedPage> {
  const files = await makeFiles(contender);
  let gate = Promise.resolve();
  let fetched = new Set<string>();
  const server = createServer(async ({ url = '/' }, response) => {
    const path = url.split('?')[0] ?? '/';
    const file = files.get(path);
    if (file?.type === 'text/javascript') await gate;
    fetched.add(path);
    response
      .writeHead(file ? 200 : 404, {
        'content-type': file?.type ?? 'text/plain',
        'cache-control': 'no-store',
      })
      .end(file?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    hold() {
      fetched = new Set();
      let open = (): void => undefined;
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return () => open();
    },
    bytes: () =>
      [...fetched]
        .filter((path) => path === '/row.css' || path.endsWith('.js'))
        .map((path) => files.get(path)?.body ?? '')
        .reduce((sum, body) => sum + (body ? gzipSync(body, { level: 9 }).length : 0), 0),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
