import {
  attributesWish,
  feedWish,
  freeEntryWish,
  goodwillGift,
  pointsAdjustment,
  revocation,
} from '@regulars/schema';
import type { Hono } from 'hono';
import type { ServerContext } from '../context.ts';
import type { MakeFeed } from '../feeds/feed-routes.ts';
import type { AppContext, AppEnv } from '../http/environment.ts';
import { parseJson, readBody } from '../http/read-body.ts';
import { refuse } from '../http/refuse.ts';
import { cleanText } from '../ingest/clean-text.ts';
import { firstPath } from '../ingest/read-events.ts';
import { writeAudit } from '../operator/audit.ts';
import { readOf, setAttributes } from '../people/attributes/set-attributes.ts';
import { erasePerson } from '../people/erase-person.ts';
import { exportPerson } from '../people/export-person.ts';
import { findPerson } from '../people/find-person.ts';
import { type Caller, requireKey } from './caller.ts';
import { adjustPoints, giveGoodwill, type PointsAnswer } from './change-points.ts';
import { recordEntry } from './record-entry.ts';
import { type RevokeAnswer, revokeMovement, revokePrize } from './revoke.ts';
import { summarizePerson } from './summarize-person.ts';

const BODY_MAX_BYTES = 16 * 1024;

/** Mounts what the shop's own backend may do with people, by API key and role. Everything is in the audit log. */
export function addAdminRoutes(app: Hono<AppEnv>, context: ServerContext, makeFeed: MakeFeed): void {
  const may = (role: Parameters<typeof requireKey>[1]) => requireKey(context, role);
  app.get('/v1/people/:person', may('viewer'), (c) => showPerson(c, context));
  app.get('/v1/people/:person/export', may('admin'), (c) => sendExport(c, context));
  app.delete('/v1/people/:person', may('admin'), (c) => removePerson(c, context));
  app.get('/v1/people/:person/attributes', may('viewer'), (c) => showAttributes(c, context));
  app.put('/v1/people/:person/attributes', may('editor'), (c) => putAttributes(c, context));
  app.post('/v1/people/:person/feed', may('viewer'), async (c) => {
    const wish = await readWish(c, context, feedWish);
    return wish instanceof Response ? wish : makeFeed(c, wish);
  });
  app.post('/v1/people/:person/points', may('publisher'), (c) =>
    changePoints(c, context, { schema: pointsAdjustment, act: adjustPoints }),
  );
  app.post('/v1/people/:person/goodwill', may('editor'), (c) =>
    changePoints(c, context, { schema: goodwillGift, act: giveGoodwill }),
  );
  app.post('/v1/people/:person/entries', may('editor'), (c) => enter(c, context));
  app.post('/v1/movements/:id/revoke', may('publisher'), (c) => revoke(c, context, revokeMovement));
  app.post('/v1/prizes/:id/revoke', may('publisher'), (c) => revoke(c, context, revokePrize));
}

const named = (c: AppContext, context: ServerContext): Promise<string | null> =>
  findPerson(context.db, c.req.param('person') ?? '');

async function showPerson(c: AppContext, context: ServerContext): Promise<Response> {
  const personId = await named(c, context);
  if (personId === null) return refuse(c, context, 'not-found');
  return c.json(await context.db.transaction((tx) => summarizePerson(tx, context, personId)));
}

async function showAttributes(c: AppContext, context: ServerContext): Promise<Response> {
  const personId = await named(c, context);
  if (personId === null) return refuse(c, context, 'not-found');
  return c.json(await readOf(context.db, personId, context.now()));
}

async function putAttributes(c: AppContext, context: ServerContext): Promise<Response> {
  const wish = await readWish(c, context, attributesWish);
  if (wish instanceof Response) return wish;
  const view = await setAttributes(context, c.req.param('person') ?? '', wish);
  return view ? c.json(view) : refuse(c, context, 'not-found');
}

async function sendExport(c: AppContext, context: ServerContext): Promise<Response> {
  const personId = await named(c, context);
  if (personId === null) return refuse(c, context, 'not-found');
  const document = await exportPerson(context.db, personId);
  await writeAudit(context.db, c.get('caller'), context.now(), {
    action: 'person-exported',
    target: personId,
  });
  return c.json(document);
}

async function removePerson(c: AppContext, context: ServerContext): Promise<Response> {
  const personId = await named(c, context);
  if (personId === null) return refuse(c, context, 'not-found');
  await context.db.transaction(async (tx) => {
    await erasePerson(tx, personId, context.now());
    // The log says that somebody was erased, not who.
    await writeAudit(tx, c.get('caller'), context.now(), { action: 'person-erased' });
  });
  context.live.publish('batch');
  return c.json({ erased: true });
}

interface Parser<T> {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: Parameters<typeof firstPath>[0] };
}

async function readWish<T>(c: AppContext, context: ServerContext, schema: Parser<T>): Promise<T | Response> {
  const body = await readBody(c.req.raw, BODY_MAX_BYTES);
  if (!body.ok) return refuse(c, context, 'bad-request', body.status === 400 ? {} : { status: body.status });
  const parsed = schema.safeParse(cleanText(parseJson(body.text)));
  if (parsed.success) return parsed.data;
  return refuse(c, context, 'bad-request', { problems: [firstPath(parsed.error)] });
}

async function changePoints<T>(
  c: AppContext,
  context: ServerContext,
  change: {
    readonly schema: Parser<T>;
    readonly act: (
      context: ServerContext,
      request: { readonly personId: string; readonly caller: Caller; readonly wish: T },
    ) => Promise<PointsAnswer>;
  },
): Promise<Response> {
  const wish = await readWish(c, context, change.schema);
  if (wish instanceof Response) return wish;
  const personId = await named(c, context);
  if (personId === null) return refuse(c, context, 'not-found');
  const answer = await change.act(context, { personId, wish, caller: c.get('caller') });
  if (!answer.ok) return refuse(c, context, answer.reason);
  context.live.publish('play');
  return c.json({ points: answer.points, changed: answer.changed });
}

async function enter(c: AppContext, context: ServerContext): Promise<Response> {
  const wish = await readWish(c, context, freeEntryWish);
  if (wish instanceof Response) return wish;
  const person = c.req.param('person') ?? '';
  const answer = await recordEntry(context, { person, wish, caller: c.get('caller') });
  if (!answer.ok) return refuse(c, context, answer.reason);
  context.live.publish('play');
  return c.json(answer.result);
}

async function revoke(
  c: AppContext,
  context: ServerContext,
  act: typeof revokeMovement | typeof revokePrize,
): Promise<Response> {
  const wish = await readWish(c, context, revocation);
  if (wish instanceof Response) return wish;
  const id = c.req.param('id') ?? '';
  const answer: RevokeAnswer = await act(context, { id, reason: wish.reason, caller: c.get('caller') });
  if (!answer.ok) return refuse(c, context, answer.reason);
  context.live.publish('play');
  return c.json({ taken: answer.taken });
}
