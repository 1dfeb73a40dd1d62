import type { ServerContext } from '../context.ts';
import type { AppContext } from '../http/environment.ts';
import { parseJson, readBody } from '../http/read-body.ts';
import { limitMs, refuse } from '../http/refuse.ts';
import { checkWebhook } from './verify-webhook.ts';

const BODY_MAX_BYTES = 512 * 1024;

/** A body that the shop signed, or the answer that refuses it. */
export type SignedBody =
  | { readonly ok: true; readonly body: unknown; readonly delivery: string }
  | { readonly ok: false; readonly response: Response };

/** Reads a request of the shop's server: rate limit, size, signature over the raw body, age, delivery id. */
export async function readSigned(c: AppContext, context: ServerContext): Promise<SignedBody> {
  const retryAfterMs = limitMs(c, context, 'order', context.limits.order);
  if (retryAfterMs > 0) return { ok: false, response: refuse(c, context, 'rate-limited', { retryAfterMs }) };
  const body = await readBody(c.req.raw, BODY_MAX_BYTES);
  if (!body.ok) {
    const more = body.status === 400 ? {} : { status: body.status };
    return { ok: false, response: refuse(c, context, 'bad-request', more) };
  }
  const delivery = c.req.header('x-regulars-delivery') ?? '';
  const wrong = checkWebhook(
    {
      timestamp: c.req.header('x-regulars-timestamp'),
      delivery,
      signature: c.req.header('x-regulars-signature'),
    },
    { secret: context.secrets.webhook, rawBody: body.text, now: context.now() },
  );
  if (wrong) return { ok: false, response: refuse(c, context, wrong) };
  return { ok: true, body: parseJson(body.text), delivery };
}
