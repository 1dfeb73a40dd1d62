import type { ServerContext } from '../context.ts';
import type { AppContext } from '../http/environment.ts';
import { refuse } from '../http/refuse.ts';
import { readPauses } from './pauses.ts';
import type { ServedDocument } from './public-document.ts';

/** `GET /v1/document/{key}.json`: the public part, by ETag. */
export function serveDocument(c: AppContext, context: ServerContext, document: ServedDocument): Response {
  if (!hasKey(c, context)) return refuse(c, context, 'not-found');
  c.header('ETag', document.etag);
  c.header('Cache-Control', 'no-cache');
  const known = c.req
    .header('if-none-match')
    ?.split(',')
    .map((each) => each.trim().replace(/^W\//, ''));
  if (known?.includes(document.etag)) return c.body(null, 304);
  return c.body(document.body, 200, { 'content-type': 'application/json; charset=utf-8' });
}

/** `GET /v1/control/{key}.json`: what is paused right now. */
export async function serveControl(c: AppContext, context: ServerContext): Promise<Response> {
  if (!hasKey(c, context)) return refuse(c, context, 'not-found');
  c.header('Cache-Control', 'no-store');
  const pauses = await readPauses(context.db);
  return c.json({ revision: context.campaigns.revision, ...pauses, now: context.now() });
}

function hasKey(c: AppContext, context: ServerContext): boolean {
  return context.keys.has((c.req.param('file') ?? '').replace(/\.json$/, ''));
}
