import { html } from 'hono/html';
import type { ServerContext } from '../../context.ts';
import type { Queryable } from '../../db/database.ts';
import type { AppContext } from '../../http/environment.ts';
import { limitMs } from '../../http/refuse.ts';
import { ROLES, type Role } from '../account.ts';
import { writeAudit } from '../audit.ts';
import { messages } from '../messages.ts';
import { hashPassword, isPassword } from '../password.ts';
import { createAccount, createLink } from '../sign-in.ts';
import { answerChange, type ChangeRequest, readChange, refuseChange } from './respond.ts';

const PASSWORD_MIN_CHARS = 12;
const PROBLEMS = messages.problems;

/** `POST /operator/api/accounts` `{ name, role }`: adds a colleague, who signs in by the link in the answer. */
export async function addAccount(c: AppContext, context: ServerContext): Promise<Response> {
  const change = await readChange(c);
  const name = change?.field('name') ?? '';
  const role = readRole(change?.field('role'));
  if (!change || !/^[\p{L}\p{N}][\p{L}\p{N} ._@+-]{0,99}$/u.test(name))
    return refuseChange(c, context, PROBLEMS.name);
  if (!role) return refuseChange(c, context, PROBLEMS.role);
  const taken = await context.db.query('select 1 from account where name = $1', [name]);
  if (taken.length > 0) return refuseChange(c, context, PROBLEMS.nameTaken, 409);
  const made = await context.db.transaction(async (tx) => {
    const id = await createAccount(tx, context, { name, role });
    await writeAudit(tx, c.get('operator'), context.now(), {
      action: 'account-added',
      target: name,
      detail: { role },
    });
    return { id, link: await createLink(tx, context, id) };
  });
  context.live.publish('account');
  return answerLink(c, context, change, { name, ...made });
}

/** `POST /operator/api/accounts/{id}` `{ role?, disabled? }`: changes a role, or closes an account and its sessions. */
export async function changeAccount(c: AppContext, context: ServerContext): Promise<Response> {
  const change = await readChange(c);
  const id = c.req.param('id') ?? '';
  if (!change) return refuseChange(c, context, PROBLEMS.body);
  if (id === c.get('operator').id) return refuseChange(c, context, PROBLEMS.ownAccount, 409);
  const role = readRole(change.field('role'));
  const disabled = change.field('disabled');
  if (!role && disabled !== 'true' && disabled !== 'false') return refuseChange(c, context, PROBLEMS.role);
  const name = await context.db.transaction(async (tx) => {
    const rows = await tx.query<{ name: string }>(
      `update account set role = coalesce($2, role),
         disabled_at = case $3 when 'true' then $4::bigint when 'false' then null else disabled_at end
       where id = $1 returning name`,
      [id, role ?? null, disabled, context.now()],
    );
    const found = rows[0]?.name;
    if (found === undefined) return null;
    if (disabled === 'true') await tx.query('delete from session where account_id = $1', [id]);
    const detail = { ...(role && { role }), ...(disabled !== '' && { disabled: disabled === 'true' }) };
    await writeAudit(tx, c.get('operator'), context.now(), {
      action: 'account-changed',
      target: found,
      detail,
    });
    return found;
  });
  if (name === null) return refuseChange(c, context, PROBLEMS.account, 404);
  context.live.publish('account');
  return answerChange(c, context, change, { result: { id }, back: 'accounts' });
}

/** `POST /operator/api/accounts/{id}/link`: a new one-time sign-in link. */
export async function issueLink(c: AppContext, context: ServerContext): Promise<Response> {
  const change = await readChange(c);
  const id = c.req.param('id') ?? '';
  const rows = await context.db.query<{ name: string }>(
    'select name from account where id = $1 and disabled_at is null',
    [id],
  );
  const name = rows[0]?.name;
  if (!change || name === undefined) return refuseChange(c, context, PROBLEMS.account, 404);
  const link = await context.db.transaction(async (tx) => {
    await writeAudit(tx, c.get('operator'), context.now(), { action: 'link-issued', target: name });
    return createLink(tx, context, id);
  });
  return answerLink(c, context, change, { id, name, link });
}

/** `POST /operator/api/password` `{ old?, password }`: sets the own password, knowing the old one, and ends every session of the account. */
export async function changePassword(c: AppContext, context: ServerContext): Promise<Response> {
  const change = await readChange(c);
  const password = change?.field('password') ?? '';
  if (!change || password.length < PASSWORD_MIN_CHARS)
    return refuseChange(c, context, PROBLEMS.password(PASSWORD_MIN_CHARS));
  const operator = c.get('operator');
  const retryAfterMs = limitMs(c, context, 'password', context.limits.signIn);
  if (retryAfterMs > 0) return refuseChange(c, context, messages.signIn.tooMany);
  const rows = await context.db.query<{ password: string | null }>(
    'select password from account where id = $1',
    [operator.id],
  );
  const present = rows[0]?.password ?? null;
  // Whoever finds a page left open must not take the account over.
  if (present !== null && !(await isPassword(change.field('old'), present))) {
    return refuseChange(c, context, PROBLEMS.oldPassword);
  }
  const hash = await hashPassword(password, context.random(16));
  await context.db.transaction(async (tx) => {
    await setPassword(tx, operator.id, hash);
    await writeAudit(tx, operator, context.now(), { action: 'password-changed', target: operator.name });
  });
  return answerChange(c, context, change, { result: {}, back: 'own' });
}

async function setPassword(tx: Queryable, id: string, hash: string): Promise<void> {
  await tx.query('update account set password = $2 where id = $1', [id, hash]);
  await tx.query('delete from session where account_id = $1', [id]);
}

function readRole(word: string | undefined): Role | undefined {
  return ROLES.find((each) => each === word);
}

function answerLink(
  c: AppContext,
  context: ServerContext,
  change: ChangeRequest,
  made: { readonly id: string; readonly name: string; readonly link: string },
): Response | Promise<Response> {
  const url = new URL(made.link, c.req.url).href;
  return answerChange(c, context, change, {
    result: { id: made.id, link: made.link },
    back: 'accounts',
    page: {
      title: messages.linkFor(made.name),
      content: html`<p>${messages.giveLink(made.name)}</p>
        <p><code class="long">${url}</code></p>`,
    },
  });
}
