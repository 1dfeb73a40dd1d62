import { createHash, randomUUID } from 'node:crypto';
import { getCookie, setCookie } from 'hono/cookie';
import { randomToken, type ServerContext } from '../context.ts';
import type { Queryable } from '../db/database.ts';
import type { AppContext } from '../http/environment.ts';
import type { Operator, Role } from './account.ts';
import { writeAudit } from './audit.ts';

/** Session cookie; no other part of the server uses one. */
export const SESSION_COOKIE = 'regulars-session';
const SESSION_MS = 12 * 3_600_000;
const LINK_MS = 3_600_000;
const SYSTEM = { id: null, name: 'server' };

/** Makes the first administrator when there is none, and a link that signs in once. */
export async function createOperatorLink(context: ServerContext): Promise<string> {
  return context.db.transaction(async (tx) => {
    const rows = await tx.query<{ id: string }>(
      `select id from account where role = 'admin' and disabled_at is null order by created_at, id limit 1`,
    );
    const id = rows[0]?.id ?? (await createAccount(tx, context, { name: 'admin', role: 'admin' }));
    return createLink(tx, context, id);
  });
}

/** Adds an account without a password; it signs in by link. Answers its id. */
export async function createAccount(
  tx: Queryable,
  context: ServerContext,
  account: { readonly name: string; readonly role: Role },
): Promise<string> {
  const id = randomUUID();
  await tx.query('insert into account (id, name, role, created_at) values ($1, $2, $3, $4)', [
    id,
    account.name,
    account.role,
    context.now(),
  ]);
  return id;
}

/** Makes a one-time sign-in link for an account; only its hash is stored. */
export async function createLink(tx: Queryable, context: ServerContext, accountId: string): Promise<string> {
  const token = randomToken(context);
  await tx.query('insert into sign_in_link (token_hash, account_id, expires_at) values ($1, $2, $3)', [
    hashOf(token),
    accountId,
    context.now() + LINK_MS,
  ]);
  return `${context.basePath}/operator/link/${token}`;
}

/** Uses up a link; `null` when it is unknown, used or too old. */
export async function redeemLink(context: ServerContext, token: string): Promise<Operator | null> {
  const rows = await context.db.query<Operator>(
    `update sign_in_link l set used_at = $2 from account a
     where l.token_hash = $1 and l.used_at is null and l.expires_at > $2 and a.id = l.account_id and a.disabled_at is null
     returning a.id, a.name, a.role`,
    [hashOf(token), context.now()],
  );
  return rows[0] ?? null;
}

/** Opens a session and sets its cookie. */
export async function openSession(c: AppContext, context: ServerContext, operator: Operator): Promise<void> {
  const token = randomToken(context);
  const now = context.now();
  await context.db.transaction(async (tx) => {
    await tx.query('delete from session where expires_at <= $1', [now]);
    await tx.query(
      'insert into session (token_hash, account_id, created_at, expires_at) values ($1, $2, $3, $4)',
      [hashOf(token), operator.id, now, now + SESSION_MS],
    );
    await writeAudit(tx, operator, now, { action: 'signed-in', target: operator.name });
  });
  setCookie(c, SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'Strict',
    path: `${context.basePath}/operator`,
    maxAge: SESSION_MS / 1000,
    secure: new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https',
  });
}

/** The operator of a request's session; `null` when there is none. */
export async function readSession(c: AppContext, context: ServerContext): Promise<Operator | null> {
  const token = getCookie(c, SESSION_COOKIE);
  if (!token) return null;
  const rows = await context.db.query<Operator>(
    `select a.id, a.name, a.role from session s join account a on a.id = s.account_id
     where s.token_hash = $1 and s.expires_at > $2 and a.disabled_at is null`,
    [hashOf(token), context.now()],
  );
  return rows[0] ?? null;
}

/** Ends the request's session. */
export async function closeSession(c: AppContext, context: ServerContext): Promise<void> {
  const token = getCookie(c, SESSION_COOKIE);
  if (token) await context.db.query('delete from session where token_hash = $1', [hashOf(token)]);
  setCookie(c, SESSION_COOKIE, '', { path: `${context.basePath}/operator`, maxAge: 0 });
}

/** Writes a server's own act, such as a failed sign-in, into the audit log. */
export function auditSystem(context: ServerContext, action: string, target: string): Promise<void> {
  return writeAudit(context.db, SYSTEM, context.now(), { action, target });
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
