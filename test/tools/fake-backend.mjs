import { gunzipSync } from 'node:zlib';

/**
 * Middleware of the browser test runner: a backend whose mood a test sets, for requests that never reach a service
 * worker (keepalive, beacons, fetchLater in Firefox). `/fake-backend/<id>/mood` PUT sets it, `/log` lists bodies.
 */
export function fakeBackend() {
  const rooms = new Map();
  return async (ctx, next) => {
    const match = /^\/fake-backend\/([\w-]+)\/(.+)$/.exec(ctx.path);
    if (!match) return next();
    const [, id, rest] = match;
    const room = rooms.get(id) ?? { mood: { status: 200 }, log: [] };
    rooms.set(id, room);
    ctx.set('cache-control', 'no-store');
    ctx.set('access-control-allow-origin', '*');
    ctx.set('access-control-expose-headers', 'Retry-After, ETag');
    const raw = await readBody(ctx.req);
    if (rest === 'log') {
      ctx.body = room.log;
      return;
    }
    if (rest === 'mood') {
      room.mood = JSON.parse(raw.toString());
      ctx.status = 204;
      return;
    }
    if (ctx.method === 'OPTIONS') room.log.push({ path: 'preflight' });
    else room.log.push(describe(ctx, rest, raw));
    await answer(ctx, room.mood, raw);
  };
}

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const raw = Buffer.concat(chunks);
  return request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw;
}

function describe(ctx, path, raw) {
  return {
    path,
    method: ctx.method,
    type: ctx.get('content-type'),
    encoding: ctx.get('content-encoding'),
    cookie: ctx.get('cookie'),
    referrer: ctx.get('referer'),
    etag: ctx.get('if-none-match'),
    body: raw.toString(),
  };
}

async function answer(ctx, mood, raw) {
  if (mood.hang) {
    // Ends with the page's own abort; the cap keeps the runner from waiting for a test that forgot to.
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, mood.hang);
      ctx.req.socket.once('close', () => resolve(clearTimeout(timer)));
    });
  }
  if (mood.cut) {
    ctx.respond = false;
    ctx.req.socket.destroy();
    return;
  }
  for (const [name, value] of Object.entries(mood.headers ?? {})) ctx.set(name, value);
  const etag = mood.headers?.etag;
  ctx.status = etag && ctx.get('if-none-match') === etag ? 304 : mood.status;
  if (ctx.status === 304) return;
  ctx.type = mood.type ?? 'application/json';
  ctx.body = mood.picky
    ? JSON.stringify({
        type: 'partly',
        rejected: [{ id: JSON.parse(raw.toString()).events[0].id, reason: 'invalid' }],
      })
    : (mood.body ?? '{"type":"accepted","now":1}');
}
