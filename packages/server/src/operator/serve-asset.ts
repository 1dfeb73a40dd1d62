import { readFile } from 'node:fs/promises';
import type { AppContext } from '../http/environment.ts';

// `src` is part of the package, so that one path serves the sources and the build.
const FOLDER = new URL('../../src/operator/assets/', import.meta.url);
const CSS = 'text/css; charset=utf-8';
const TYPES: Readonly<Record<string, string>> = {
  'tokens.css': CSS,
  'frame.css': CSS,
  'content.css': CSS,
  'controls.css': CSS,
  'timeline.css': CSS,
  'operator.js': 'text/javascript; charset=utf-8',
  'operator.svg': 'image/svg+xml',
};

/** `GET /assets/{file}`: style, script and mark of the operator pages; no other file. */
export async function serveAsset(c: AppContext): Promise<Response> {
  const file = c.req.param('file') ?? '';
  const type = Object.hasOwn(TYPES, file) ? TYPES[file] : undefined;
  if (type === undefined) return c.json({ ok: false, reason: 'not-found' }, 404);
  c.header('Cache-Control', 'public, max-age=300');
  return c.body(await readFile(new URL(file, FOLDER)), 200, { 'content-type': type });
}
