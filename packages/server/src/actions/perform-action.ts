import type { Action, ActionResults } from '@regulars/schema';
import { signToken, verifyToken } from '../auth/tokens.ts';
import type { ServerContext } from '../context.ts';
import { save } from '../engage/save.ts';
import { readFacts } from '../people/attributes/read-facts.ts';
import { eraseVisitor } from '../people/erase-visitor.ts';
import { readPreview } from '../preview/read-preview.ts';
import type { Claims } from '../rewards/claim.ts';
import { draw } from '../rewards/draw.ts';
import { redeem } from '../rewards/offers/redeem.ts';
import type { Actor, Answer } from '../rewards/play.ts';
import { readFor } from './read-action.ts';

/** A cart may wait this long for its order. */
const VISITOR_REF_MS = 90 * 86_400_000;

/** Any action's result. */
export type ActionResult = ActionResults[Action['type']];
/** An action that somebody must stand behind. */
export type PersonalAction = Exclude<Action, { type: 'tool' }>;

/** Does what an identified visitor asks for. */
export function performAction(
  context: ServerContext,
  claims: Claims,
  actor: Actor,
  action: PersonalAction,
): Promise<Answer<ActionResult>> {
  switch (action.type) {
    case 'draw':
      return draw(context, actor, action);
    case 'claim':
      return claims.claim(actor, action.claimToken);
    case 'read':
      return readFor(context, actor, action);
    case 'redeem':
      return redeem(context, actor, action);
    case 'save':
      return save(context, actor, action);
    case 'visitor-ref':
      return makeReference(context, actor);
    case 'facts':
      return readFacts(context, actor).then((result) => ({ ok: true, result }));
    case 'forget':
      return forget(context, actor);
  }
}

/** Checks a tool token; it proves an operator's wish, not a visitor. */
export async function checkTool(
  context: ServerContext,
  token: string,
): Promise<Answer<ActionResults['tool']>> {
  const verified = await verifyToken(context, token, 'tool');
  if (!verified.ok) return verified;
  const { claims, expiresAt } = verified.token;
  const tools = Array.isArray(claims.tools) ? claims.tools.filter(isTool) : [];
  const preview = await readPreview(context, verified.token);
  if (preview === null) return { ok: false, reason: 'not-found' };
  return { ok: true, result: { tools, expiresAt, ...(preview && { preview }) } };
}

/** Whether a word names one of the tools. */
export function isTool(word: unknown): word is 'debug' | 'preview' | 'pick' {
  return word === 'debug' || word === 'preview' || word === 'pick';
}

async function makeReference(
  context: ServerContext,
  actor: Actor,
): Promise<Answer<ActionResults['visitor-ref']>> {
  const visitorRef = await signToken(context, {
    purpose: 'visitor-ref',
    subject: actor.anonymousId,
    expiresAt: context.now() + VISITOR_REF_MS,
  });
  return { ok: true, result: { visitorRef } };
}

async function forget(context: ServerContext, actor: Actor): Promise<Answer<ActionResults['forget']>> {
  await eraseVisitor(context.db, actor.anonymousId, context.now());
  return { ok: true, result: { erased: true } };
}
