import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

const pack = promisify(gzip);
/** Each content is packed once; a build has a few dozen files. */
const packed = new Map<string, Promise<Buffer>>();

function packOnce(etag: string, body: Buffer): Promise<Buffer> {
  const known = packed.get(etag) ?? pack(body);
  packed.set(etag, known);
  return known;
}

// A name that holds a hash of its content never changes.
const hashed = /[-.][\w-]{8,}\.\w+$/;
// The stub only keeps calls until the script is there: one of yesterday does the same, and no page asks for it twice.
const keptForADay = /(^|[\\/])stub\.js$/;

function cachingOf(path: string): string {
  if (hashed.test(path)) return 'public, max-age=31536000, immutable';
  return keptForADay.test(path) ? 'public, max-age=86400' : 'public, no-cache';
}

/** Serves the files of a folder below a path: `/sdk/` from the build, `/index/` from the index. */
export function createStaticFiles(prefix: string, folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const path = readPath(new URL(request.url).pathname.slice(prefix.length));
    if (path === null || path.startsWith('..') || path.startsWith(sep))
      return new Response('Not found', { status: 404 });
    const body = await readFile(join(folder, path)).catch(() => null);
    if (body === null) return new Response('Not found', { status: 404 });
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const headers = new Headers({
      etag,
      vary: 'Accept-Encoding',
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'cache-control': cachingOf(path),
      'x-content-type-options': 'nosniff',
    });
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
    if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? ''))
      return new Response(body, { headers });
    headers.set('content-encoding', 'gzip');
    return new Response(new Uint8Array(await packOnce(etag, body)), { headers });
  };
}

function readPath(path: string): string | null {
  try {
    return normalize(decodeURIComponent(path));
  } catch {
    return null; // A percent sign that begins nothing: no file of ours is called so.
  }
}
