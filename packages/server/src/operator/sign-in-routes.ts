import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { ServerContext } from '../context.ts';
import type { AppContext, AppEnv } from '../http/environment.ts';
import { isSameOrigin } from '../http/origin.ts';
import { limitMs } from '../http/refuse.ts';
import type { Operator } from './account.ts';
import { readChange } from './api/respond.ts';
import { messages } from './messages.ts';
import { renderPage, renderSignIn } from './page.ts';
import { isPassword } from './password.ts';
import { auditSystem, openSession, redeemLink } from './sign-in.ts';

const TEXT = messages.signIn;

/** Mounts the two ways in: the one-time link, and name with password. */
export function addSignInRoutes(app: Hono<AppEnv>, context: ServerContext): void {
  app.get('/operator/link/:token', (c) => showLink(c, context));
  app.post('/operator/link/:token', (c) => signInByLink(c, context));
  app.post('/sign-in', (c) => signInByPassword(c, context));
}

/** A page with a button: whatever looks at links in chats and mails only reads, and must not use it up. */
function showLink(c: AppContext, context: ServerContext): Response | Promise<Response> {
  const base = context.basePath;
  const content = html`<p>${TEXT.linkLead}</p>
    <form class="stack" method="post"><button type="submit" class="main">${TEXT.submit}</button></form>`;
  // Nobody is signed in yet.
  return c.html(renderPage({ base, title: TEXT.title, content }), 401);
}

async function signInByLink(c: AppContext, context: ServerContext): Promise<Response> {
  const base = context.basePath;
  if (limitMs(c, context, 'link', context.limits.signIn) > 0) {
    return c.html(renderSignIn(base, TEXT.tooMany), 429);
  }
  if (!isSameOrigin(c.req.raw)) return c.html(renderSignIn(base, TEXT.linkForeign), 403);
  const operator = await redeemLink(context, c.req.param('token') ?? '');
  if (!operator) return c.html(renderSignIn(base, TEXT.linkUsed), 401);
  await openSession(c, context, operator);
  // Not a redirect: a strict cookie is not sent along one that began on a page elsewhere (a chat, a mail).
  const forwardTo = `${base}/operator/`;
  const content = html`<p>${TEXT.welcome} <a href="${forwardTo}">${TEXT.goOn}</a></p>`;
  return c.html(renderPage({ base, title: TEXT.title, content, forwardTo }));
}

async function signInByPassword(c: AppContext, context: ServerContext): Promise<Response> {
  const base = context.basePath;
  if (!isSameOrigin(c.req.raw)) return c.html(renderSignIn(base, TEXT.wrong), 403);
  if (limitMs(c, context, 'sign-in', context.limits.signIn) > 0) {
    return c.html(renderSignIn(base, TEXT.tooMany), 429);
  }
  // Read as the form that set the password was: with a limit, and trimmed alike.
  const form = await readChange(c);
  const operator = await findByPassword(context, form?.field('name') ?? '', form?.field('password') ?? '');
  if (!operator) return c.html(renderSignIn(base, TEXT.wrong), 401);
  await openSession(c, context, operator);
  return c.redirect(`${base}/operator/`, 303);
}

async function findByPassword(
  context: ServerContext,
  name: string,
  password: string,
): Promise<Operator | null> {
  const rows = await context.db.query<Operator & { password: string | null }>(
    'select id, name, role, password from account where name = $1 and disabled_at is null',
    [name],
  );
  const account = rows[0];
  const fits = await isPassword(password, account?.password ?? null);
  if (fits && account) return { id: account.id, name: account.name, role: account.role };
  // Only names we know: a hurried operator types the password into the field of the name.
  if (account) await auditSystem(context, 'sign-in-failed', account.name);
  return null;
}
