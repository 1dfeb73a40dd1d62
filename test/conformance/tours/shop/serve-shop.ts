import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** A running shop page. */
export interface ShopServer {
  /** Base address without a slash at its end. */
  readonly url: string;
  /** Bodies that the page sent to `/collect/…`, in order of arrival. */
  readonly collected: unknown[];
  /** Answers of the next sends, such as `503`; then 202. */
  readonly answers: number[];
  stop(): Promise<void>;
}

const folder = new URL('./', import.meta.url);
const sdk = process.env.TOURS_SDK
  ? pathToFileURL(process.env.TOURS_SDK)
  : new URL('../../../../dist/cdn/', import.meta.url);
const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
};
/** Policies a strict shop sends, by the page's parameter `csp`. */
const policies: Record<string, string> = {
  strict:
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'",
  types: "require-trusted-types-for 'script'; trusted-types * 'allow-duplicates'",
};
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="240"/>';

/** Serves the shop page, the built SDK and the script of one player; what else is asked is not found. */
export async function serveShop(player: {
  readonly tags: string;
  readonly script: string;
  readonly style?: string | undefined;
}): Promise<ShopServer> {
  const collected: unknown[] = [];
  const answers: number[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://shop');
    const send = (type: string, body: string | Buffer): void => {
      const policy = policies[url.searchParams.get('csp') ?? ''];
      const headers = type === 'html' && policy ? { 'content-security-policy': policy } : {};
      response
        .writeHead(200, { 'content-type': types[type] ?? type, 'cache-control': 'no-store', ...headers })
        .end(body);
    };
    if (url.pathname.startsWith('/collect/')) {
      const body = await readBody(request);
      const status = answers.shift() ?? 202;
      if (status < 300) collected.push(body);
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(status < 300 ? '{}' : '{"retryAfterMs":50}');
    } else if (url.pathname === '/player.css') send('css', player.style ?? '');
    else if (url.pathname === '/player.js') send('js', player.script);
    else if (url.pathname === '/picture.svg') send('svg', picture);
    else if (url.pathname.startsWith('/sdk/')) send('js', await readFile(inside(sdk, url.pathname.slice(5))));
    else {
      // Routes of the single-page part of the shop have no file of their own.
      const path = url.pathname === '/' || url.pathname.startsWith('/r/') ? '/index.html' : url.pathname;
      const text = await readFile(inside(folder, path.slice(1)), 'utf8');
      send(path.split('.').at(-1) ?? '', text.replace('<!-- player -->', player.tags));
    }
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(404).end('not found'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    collected,
    answers,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function inside(base: URL, path: string): string {
  const file = new URL(path, base);
  if (!file.pathname.startsWith(base.pathname)) throw new Error(`outside: ${path}`);
  return fileURLToPath(file);
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
  return JSON.parse(text.toString('utf8') || 'null');
}
