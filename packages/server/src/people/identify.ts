import type { ActionRequest } from '@regulars/schema';
import { signToken, verifyToken } from '../auth/tokens.ts';
import type { ServerContext } from '../context.ts';
import type { Actor, Answer } from '../rewards/play.ts';
import { bindCustomer } from './bind-customer.ts';
import { meetVisitor, rootPerson } from './visitors.ts';

const DAY_MS = 86_400_000;
const VISITOR_TOKEN_MS = 400 * DAY_MS;
const RENEW_BEFORE_MS = 100 * DAY_MS;
/** A visitor's last moment is noted this exactly: a write for each request would cost more than the request. */
const SEEN_STEP_MS = 60_000;

/** Who asks, and a visitor token to give back when a new one is due. */
export interface Identified {
  readonly actor: Actor;
  readonly visitorToken?: string | undefined;
}

/** What a request says about its visitor. */
export type VisitorClaim = Pick<ActionRequest, 'anonymousId' | 'visitorToken'>;

/** A visitor whose word was checked. */
export interface KnownVisitor {
  /** The person that counts, merged ones resolved. */
  readonly personId: string;
  /** The token was shown and is the visitor's own. */
  readonly proven: boolean;
  readonly visitorToken?: string | undefined;
}

/**
 * Finds the person behind a request. A visitor that once showed its token must go on showing it: the anonymous id alone
 * is no proof. One that never did may have lost the answer that carried it, and gets another.
 */
export async function identify(context: ServerContext, request: ActionRequest): Promise<Answer<Identified>> {
  const { anonymousId } = request;
  const known = await knowVisitor(context, request);
  if (!known.ok) return known;
  let { personId } = known.result;
  if (request.customerToken !== undefined) {
    const customerId = await bindCustomer(context, { anonymousId, customerToken: request.customerToken });
    if (customerId === null) return { ok: false, reason: 'token-invalid' };
    personId = await rootPerson(
      context.db,
      await meetVisitor(context.db, { anonymousId, now: context.now() }),
    );
  }
  const { visitorToken } = known.result;
  return {
    ok: true,
    result: {
      actor: { anonymousId, personId, locale: request.locale },
      ...(visitorToken !== undefined && { visitorToken }),
    },
  };
}

/** Checks what a request says about its visitor, makes the visitor on first contact, and renews its token when due. */
export async function knowVisitor(
  context: ServerContext,
  { anonymousId, visitorToken }: VisitorClaim,
): Promise<Answer<KnownVisitor>> {
  const now = context.now();
  let renew = true;
  if (visitorToken !== undefined) {
    const verified = await verifyToken(context, visitorToken, 'visitor');
    if (!verified.ok) return verified;
    if (verified.token.subject !== anonymousId) return { ok: false, reason: 'token-other-visitor' };
    renew = verified.token.expiresAt < now + RENEW_BEFORE_MS;
  }
  const personId = await findPerson(context, { anonymousId, proven: visitorToken !== undefined });
  if (personId === null) return { ok: false, reason: 'token-invalid' };
  return {
    ok: true,
    result: {
      personId,
      proven: visitorToken !== undefined,
      ...(renew && { visitorToken: await newToken(context, anonymousId) }),
    },
  };
}

interface VisitorRow {
  readonly root: string;
  readonly last_seen: number;
  readonly token_seen_at: number | null;
}

/** The visitor's person; `null` when it must show its token and did not. */
async function findPerson(
  context: ServerContext,
  { anonymousId, proven }: { readonly anonymousId: string; readonly proven: boolean },
): Promise<string | null> {
  const now = context.now();
  const rows = await context.db.query<VisitorRow>(
    `select coalesce(p.merged_into, p.id) as root, v.last_seen, v.token_seen_at
     from visitor v join person p on p.id = v.person_id where v.anonymous_id = $1`,
    [anonymousId],
  );
  const known = rows[0];
  if (known && !proven && known.token_seen_at !== null) return null;
  if (known && now - known.last_seen < SEEN_STEP_MS && (!proven || known.token_seen_at !== null)) {
    return known.root;
  }
  const personId = await meetVisitor(context.db, { anonymousId, now });
  if (proven) {
    await context.db.query(
      'update visitor set token_seen_at = $2 where anonymous_id = $1 and token_seen_at is null',
      [anonymousId, now],
    );
  }
  return known?.root ?? rootPerson(context.db, personId);
}

function newToken(context: ServerContext, anonymousId: string): Promise<string> {
  return signToken(context, {
    purpose: 'visitor',
    subject: anonymousId,
    expiresAt: context.now() + VISITOR_TOKEN_MS,
  });
}
