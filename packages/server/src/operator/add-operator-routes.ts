import type { Hono, MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import type { ServerContext } from '../context.ts';
import type { AppContext, AppEnv } from '../http/environment.ts';
import { isSameOrigin } from '../http/origin.ts';
import { addApiRoutes } from './api/add-api-routes.ts';
import { messages } from './messages.ts';
import { renderPage, renderSignIn } from './page.ts';
import { isPageRequest, refuseOperator } from './refuse-operator.ts';
import { requireRole } from './require-role.ts';
import type { Section, SectionRequest } from './section.ts';
import { sections } from './sections/index.ts';
import { serveAsset } from './serve-asset.ts';
import { readSession } from './sign-in.ts';
import { addSignInRoutes } from './sign-in-routes.ts';

const CSP =
  "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

/** Mounts the operator's pages and API. Everything under `/operator` answers 401 without a session. */
export function addOperatorRoutes(app: Hono<AppEnv>, context: ServerContext): void {
  const guards: readonly string[] = ['/operator', '/operator/*', '/sign-in', '/assets/*'];
  for (const path of guards) app.use(path, secureHeaders);
  app.get('/assets/:file', (c) => serveAsset(c));
  addSignInRoutes(app, context);
  app.use('/operator', requireOperator(context));
  app.use('/operator/*', requireOperator(context));
  addApiRoutes(app, context);
  app.get('/operator', (c) => c.redirect(`${context.basePath}/operator/`, 308));
  for (const section of sections) {
    app.get(`/operator/${section.path}`, requireRole(context.basePath, section.role), (c) =>
      showSection(c, context, section),
    );
    app.get(
      `/operator/api/${section.path || section.id}`,
      requireRole(context.basePath, section.role),
      async (c) => {
        const answer = await section.read(toRequest(c, context));
        return answer ? c.json(answer.content as object) : c.json({ ok: false, reason: 'not-found' }, 404);
      },
    );
  }
}

async function showSection(c: AppContext, context: ServerContext, section: Section): Promise<Response> {
  // Before the content is read: what changes meanwhile is then seen as newer.
  const moment = context.live.moment();
  const answer = await section.read(toRequest(c, context));
  const frame = {
    moment,
    base: context.basePath,
    title: messages.sections[section.id],
    operator: c.get('operator'),
    sections,
    current: section,
    content: answer?.view ?? html`<p class="empty">${messages.notFound}</p>`,
  };
  return c.html(renderPage(frame), answer ? 200 : 404);
}

function toRequest(c: AppContext, context: ServerContext): SectionRequest {
  return {
    context,
    operator: c.get('operator'),
    param: (name) => c.req.param(name) ?? c.req.query(name) ?? '',
  };
}

const secureHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  c.header('Content-Security-Policy', CSP);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'same-origin');
  if (!c.res.headers.has('cache-control')) c.header('Cache-Control', 'no-store');
};

/** Lets only operators in, and changes only from our own pages. */
function requireOperator(context: ServerContext): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const operator = await readSession(c, context);
    if (!operator) {
      return isPageRequest(c, context.basePath)
        ? c.html(renderSignIn(context.basePath), 401)
        : c.json({ ok: false, reason: 'token-invalid' }, 401);
    }
    if (c.req.method !== 'GET' && !isSameOrigin(c.req.raw)) {
      return refuseOperator(c, context.basePath, {
        status: 403,
        reason: 'origin-not-allowed',
        sentence: messages.foreignForm,
      });
    }
    c.set('operator', operator);
    c.get('logFields').operator = operator.name;
    return next();
  };
}
