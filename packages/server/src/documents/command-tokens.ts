import { createHash } from 'node:crypto';
import { randomToken, type ServerContext } from '../context.ts';
import type { Role } from '../operator/account.ts';

/** A quarter: long enough to forget nothing important, short enough to end by itself. */
const TOKEN_MS = 90 * 86_400_000;
/** Tells people and secret scanners what they look at. */
const PREFIX = 'rgl_';

/** Makes a token for an account's command line; it is told once, only its hash is kept. */
export async function makeCommandToken(
  context: ServerContext,
  accountId: string,
): Promise<{ readonly token: string; readonly expiresAt: number }> {
  const token = `${PREFIX}${randomToken(context)}`;
  const now = context.now();
  const expiresAt = now + TOKEN_MS;
  await context.db.query('delete from command_token where expires_at <= $1', [now]);
  await context.db.query(
    'insert into command_token (token_hash, account_id, created_at, expires_at) values ($1, $2, $3, $4)',
    [hashOf(token), accountId, now, expiresAt],
  );
  return { token, expiresAt };
}

/** Ends every command-line token of an account; answers how many there were. */
export async function endCommandTokens(context: ServerContext, accountId: string): Promise<number> {
  const gone = await context.db.query('delete from command_token where account_id = $1 returning 1', [
    accountId,
  ]);
  return gone.length;
}

/** The colleague whose command line asks; `null` when the token is unknown, too old, or the account is closed. */
export async function readCommandToken(
  context: ServerContext,
  token: string,
): Promise<{ readonly id: string; readonly name: string; readonly role: Role } | null> {
  if (!token.startsWith(PREFIX)) return null;
  const [row] = await context.db.query<{ id: string; name: string; role: Role }>(
    `update command_token t set used_at = $2 from account a
     where t.token_hash = $1 and t.expires_at > $2 and a.id = t.account_id and a.disabled_at is null
     returning a.id, a.name, a.role`,
    [hashOf(token), context.now()],
  );
  return row ?? null;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
