import type { Hono } from 'hono';
import { requireKey } from '../admin/caller.ts';
import { readPauses, setPause } from '../campaigns/pauses.ts';
import type { ServerContext } from '../context.ts';
import type { AppContext, AppEnv } from '../http/environment.ts';
import { parseJson, readBody } from '../http/read-body.ts';
import { refuse } from '../http/refuse.ts';
import { readListReports } from '../insights/read-list-report.ts';
import { readReport } from '../insights/read-report.ts';
import { readWhy } from '../insights/read-why.ts';
import { makePreview } from '../preview/make-preview.ts';
import { discardDraft, publishDraft, pushDraft } from './change-document.ts';
import { DOCUMENT_KINDS, type DocumentKind, isDocumentKind } from './document-kind.ts';
import { readDraft, readHistory, readRevision } from './read-documents.ts';
import { rollBack } from './roll-back.ts';
import type { ChangeAnswer } from './write-revision.ts';

/** A document as JSON text inside JSON, and what is said about it. */
const BODY_MAX_BYTES = 1200 * 1024;

type Run = (c: AppContext, kind: DocumentKind) => Promise<Response>;

/** Mounts what the command line asks: documents, pauses, and who asks. */
export function addDocumentRoutes(app: Hono<AppEnv>, context: ServerContext): void {
  const on =
    (run: Run) =>
    async (c: AppContext): Promise<Response> => {
      const kind = c.req.param('document');
      return isDocumentKind(kind) ? run(c, kind) : refuse(c, context, 'not-found');
    };
  addReadRoutes(app, context, on);
  addChangeRoutes(app, context, on);
  const may = (role: Parameters<typeof requireKey>[1]) => requireKey(context, role);
  app.get('/v1/me', may('viewer'), async (c) => {
    const { name, role } = c.get('caller');
    const [last] = await context.db.query<{ at: number | null }>(
      'select max(received_at) as at from webhook_delivery',
    );
    const { approval } = context;
    return c.json({ name, role, approval, documents: DOCUMENT_KINDS, webhookAt: last?.at ?? null });
  });
  app.get('/v1/why', may('viewer'), async (c) => {
    const asked = (c.req.query('find') ?? '').trim().slice(0, 200);
    return c.json({ visitors: await readWhy(context, asked, c.req.query('locale') ?? 'en') });
  });
  app.get('/v1/reports/:campaign', may('viewer'), async (c) => {
    const days = Math.min(Math.max(Number(c.req.query('days')) || 30, 1), 395);
    const report = await readReport(context, c.req.param('campaign'), days);
    return report ? c.json(report) : refuse(c, context, 'not-found');
  });
  app.post('/v1/previews', may('viewer'), (c) => takePreview(c, context));
  app.get('/v1/list-reports', may('viewer'), (c) => showLists(c, context));
  app.get('/v1/pauses', may('viewer'), async (c) => c.json(await readPauses(context.db)));
  app.post('/v1/pauses', may('publisher'), (c) => takePause(c, context));
}

async function showLists(c: AppContext, context: ServerContext): Promise<Response> {
  const within = (name: string, most: number, otherwise: number): number =>
    Math.min(Math.max(Number(c.req.query(name)) || otherwise, 1), most);
  const campaignId = c.req.query('campaign');
  const asked = { campaignId, days: within('days', 395, 30), windowDays: within('window', 30, 7) };
  const reports = await readListReports(context, asked);
  return campaignId && reports.length === 0 ? refuse(c, context, 'not-found') : c.json({ reports });
}

type On = (run: Run) => (c: AppContext) => Promise<Response>;

function addReadRoutes(app: Hono<AppEnv>, context: ServerContext, on: On): void {
  const viewer = requireKey(context, 'viewer');
  const base = '/v1/documents/:document';
  app.get(
    base,
    viewer,
    on((c, kind) => showDocument(c, context, kind)),
  );
  app.get(
    `${base}/history`,
    viewer,
    on(async (c, kind) => c.json({ revisions: await readHistory(context.db, kind) })),
  );
  app.get(
    `${base}/revisions/:revision`,
    viewer,
    on(async (c, kind) => {
      const revision = Number(c.req.param('revision'));
      const found = Number.isInteger(revision) ? await readRevision(context.db, kind, revision) : null;
      return found ? c.json(found) : refuse(c, context, 'not-found');
    }),
  );
}

function addChangeRoutes(app: Hono<AppEnv>, context: ServerContext, on: On): void {
  const editor = requireKey(context, 'editor');
  const publisher = requireKey(context, 'publisher');
  const base = '/v1/documents/:document';
  app.post(
    `${base}/draft`,
    editor,
    on((c, kind) => takeDraft(c, context, kind)),
  );
  app.delete(
    `${base}/draft`,
    editor,
    on(async (c, kind) => answer(c, await discardDraft(context, kind, c.get('caller')))),
  );
  app.post(
    `${base}/publish`,
    publisher,
    on(async (c, kind) => {
      const { draft, why } = await readFields(c);
      const wish = { draft: number(draft), why: text(why) };
      return answer(c, await publishDraft(context, kind, c.get('caller'), wish));
    }),
  );
  app.post(
    `${base}/rollback`,
    publisher,
    on(async (c, kind) => {
      const { to, base: from, why } = await readFields(c);
      const wish = { to: number(to), base: number(from), why: text(why) };
      return answer(c, await rollBack(context, kind, c.get('caller'), wish));
    }),
  );
}

async function showDocument(c: AppContext, context: ServerContext, kind: DocumentKind): Promise<Response> {
  const published = await readRevision(context.db, kind);
  const draft = await readDraft(context.db, kind);
  return c.json({ published, draft, approval: context.approval });
}

async function takeDraft(c: AppContext, context: ServerContext, kind: DocumentKind): Promise<Response> {
  const fields = await readFields(c);
  const document = text(fields.document);
  if (document === undefined) return refuse(c, context, 'bad-request', { problems: ['document'] });
  return answer(
    c,
    await pushDraft(context, kind, c.get('caller'), { text: document, why: text(fields.why) }),
  );
}

async function takePreview(c: AppContext, context: ServerContext): Promise<Response> {
  const { page, draft, ...plan } = await readFields(c);
  const wish = { page: text(page) ?? '/', draft: draft !== false, plan };
  const made = await makePreview(context, c.get('caller'), wish, new URL(c.req.url).origin);
  return made.ok ? c.json(made) : refuse(c, context, 'bad-request', { problems: [made.field] });
}

async function takePause(c: AppContext, context: ServerContext): Promise<Response> {
  const { campaignId, paused } = await readFields(c);
  if (typeof campaignId !== 'string' || typeof paused !== 'boolean')
    return refuse(c, context, 'bad-request', { problems: ['campaignId', 'paused'] });
  const done = await setPause(context, c.get('caller'), { campaignId, paused });
  return done ? c.json({ ok: true, campaignId, paused }) : refuse(c, context, 'not-found');
}

/** Problems travel whole: the command line shows them as `validate` does. */
function answer(c: AppContext, result: ChangeAnswer): Response {
  if (result.ok) return c.json(result);
  c.get('logFields').reason = result.reason;
  const status = {
    'stale-base': 409,
    'document-invalid': 422,
    'second-person': 403,
    'not-found': 404,
  } as const;
  return c.json(result, status[result.reason]);
}

async function readFields(c: AppContext): Promise<Readonly<Record<string, unknown>>> {
  const body = await readBody(c.req.raw, BODY_MAX_BYTES);
  return body.ok ? Object(parseJson(body.text)) : {};
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && !value.includes('\0') ? value : undefined;
const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
