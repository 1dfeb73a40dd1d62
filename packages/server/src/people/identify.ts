import type { ActionRequest } from '@regulars/schema';
import { signToken, verifyToken } from '../auth/tokens.ts';
import type { ServerContext } from '../context.ts';
import type { Actor, Answer } from '../rewards/play.ts';
import { bindCustomer } from './bind-customer.ts';
import { meetVisitor, rootPerson } from './visitors.ts';

const DAY_MS = 86_400_000;
const VISITOR_TOKEN_MS = 400 * DAY_MS;
const RENEW_BEFORE_MS = 100 * DAY_MS;

/** Who asks, and a visitor token to give back when a new one is due. */
export interface Identified {
  readonly actor: Actor;
  readonly visitorToken?: string | undefined;
}

/**
 * Finds the person behind a request. A visitor that once showed its token must go on showing it: the anonymous id alone
 * is no proof. One that never did may have lost the answer that carried it, and gets another.
 */
export async function identify(context: ServerContext, request: ActionRequest): Promise<Answer<Identified>> {
  const { anonymousId } = request;
  const now = context.now();
  let renew = true;
  if (request.visitorToken !== undefined) {
    const verified = await verifyToken(context, request.visitorToken, 'visitor');
    if (!verified.ok) return verified;
    if (verified.token.subject !== anonymousId) return { ok: false, reason: 'token-invalid' };
    renew = verified.token.expiresAt < now + RENEW_BEFORE_MS;
  }
  let personId = await meetVisitor(context.db, { anonymousId, now });
  if (request.visitorToken !== undefined) {
    await context.db.query(
      'update visitor set token_seen_at = $2 where anonymous_id = $1 and token_seen_at is null',
      [anonymousId, now],
    );
  } else if (await needsToken(context, anonymousId)) return { ok: false, reason: 'token-invalid' };
  if (request.customerToken !== undefined) {
    const customerId = await bindCustomer(context, { anonymousId, customerToken: request.customerToken });
    if (customerId === null) return { ok: false, reason: 'token-invalid' };
    personId = await meetVisitor(context.db, { anonymousId, now });
  }
  const actor = { anonymousId, personId: await rootPerson(context.db, personId), locale: request.locale };
  return {
    ok: true,
    result: renew ? { actor, visitorToken: await newToken(context, anonymousId) } : { actor },
  };
}

async function needsToken(context: ServerContext, anonymousId: string): Promise<boolean> {
  const rows = await context.db.query<{ seen: boolean }>(
    'select token_seen_at is not null as seen from visitor where anonymous_id = $1',
    [anonymousId],
  );
  return rows[0]?.seen ?? false;
}

function newToken(context: ServerContext, anonymousId: string): Promise<string> {
  return signToken(context, {
    purpose: 'visitor',
    subject: anonymousId,
    expiresAt: context.now() + VISITOR_TOKEN_MS,
  });
}
