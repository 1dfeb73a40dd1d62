import { type ActionRequest, actionRequest } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import type { AppContext } from '../http/environment.ts';
import { isOriginAllowed } from '../http/origin.ts';
import { parseJson, readBody } from '../http/read-body.ts';
import { limitMs, refuse } from '../http/refuse.ts';
import { cleanText } from '../ingest/clean-text.ts';
import { firstPath } from '../ingest/read-events.ts';
import { identify } from '../people/identify.ts';
import type { Claims } from '../rewards/claim.ts';
import type { Actor } from '../rewards/play.ts';
import { type ActionResult, checkTool, performAction } from './perform-action.ts';

const ACTION_MAX_BYTES = 32 * 1024;

/** `POST /v1/actions`: what only the server may decide. */
export async function takeAction(c: AppContext, context: ServerContext, claims: Claims): Promise<Response> {
  const retryAfterMs = limitMs(c, context, 'action', context.limits.action);
  if (retryAfterMs > 0) return refuse(c, context, 'rate-limited', { retryAfterMs });
  const body = await readBody(c.req.raw, ACTION_MAX_BYTES);
  if (!body.ok) return refuse(c, context, 'bad-request', body.status === 400 ? {} : { status: body.status });
  const parsed = actionRequest.safeParse(parseJson(body.text));
  if (!parsed.success) return refuse(c, context, 'bad-request', { problems: [firstPath(parsed.error)] });
  const request = cleanText(parsed.data);
  Object.assign(c.get('logFields'), { key: request.key, action: request.action.type });
  const key = context.keys.get(request.key);
  if (!key) return refuse(c, context, 'key-unknown');
  if (!isOriginAllowed(key, c.req.raw)) return refuse(c, context, 'origin-not-allowed');
  return answerAction(c, context, claims, request);
}

async function answerAction(
  c: AppContext,
  context: ServerContext,
  claims: Claims,
  request: ActionRequest,
): Promise<Response> {
  const { action } = request;
  if (action.type === 'tool') {
    const answer = await checkTool(context, action.token);
    return answer.ok ? c.json({ ...answer, now: context.now() }) : refuse(c, context, answer.reason);
  }
  const who = await identify(context, request);
  if (!who.ok) return refuse(c, context, who.reason);
  const actor = { ...who.result.actor, region: context.regionOf(c.req.raw) };
  const retryAfterMs = personLimitMs(context, actor, action);
  if (retryAfterMs > 0) return refuse(c, context, 'rate-limited', { retryAfterMs });
  const answer = await performAction(context, claims, actor, action);
  if (!answer.ok) return refuse(c, context, answer.reason);
  if (action.type === 'draw' || action.type === 'claim') context.live.publish('play');
  const result: ActionResult = answer.result;
  // An erased visitor gets no new token: it would tie what comes next to what is gone.
  const token = action.type === 'forget' ? {} : { visitorToken: who.result.visitorToken };
  return c.json({ ok: true, result, ...token, now: context.now() });
}

/** Acts of value are counted by person, whatever address they come from, and draws by campaign too. */
function personLimitMs(context: ServerContext, actor: Actor, action: ActionRequest['action']): number {
  const { limiter, limits } = context;
  if (action.type !== 'draw' && action.type !== 'claim' && action.type !== 'redeem') return 0;
  const byPerson = limiter.take(`person ${actor.personId}`, limits.person);
  if (byPerson > 0 || action.type !== 'draw') return byPerson;
  return limiter.take(`campaign ${action.campaignId}`, limits.campaign);
}
