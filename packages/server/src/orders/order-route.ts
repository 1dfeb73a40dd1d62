import type { ServerContext } from '../context.ts';
import type { AppContext } from '../http/environment.ts';
import { parseJson, readBody } from '../http/read-body.ts';
import { limitMs, refuse } from '../http/refuse.ts';
import { cleanText } from '../ingest/clean-text.ts';
import { readOrder } from './read-order.ts';
import { storeOrder } from './store-order.ts';
import { checkWebhook } from './verify-webhook.ts';

const ORDER_MAX_BYTES = 512 * 1024;

/** `POST /v1/orders`: the shop's signed word that an order is paid. */
export async function takeOrder(c: AppContext, context: ServerContext): Promise<Response> {
  const retryAfterMs = limitMs(c, context, 'order', context.limits.order);
  if (retryAfterMs > 0) return refuse(c, context, 'rate-limited', { retryAfterMs });
  const body = await readBody(c.req.raw, ORDER_MAX_BYTES);
  if (!body.ok) return refuse(c, context, 'bad-request', body.status === 400 ? {} : { status: body.status });
  const delivery = c.req.header('x-regulars-delivery');
  const wrong = checkWebhook(
    {
      timestamp: c.req.header('x-regulars-timestamp'),
      delivery,
      signature: c.req.header('x-regulars-signature'),
    },
    { secret: context.secrets.webhook, rawBody: body.text, now: context.now() },
  );
  if (wrong) return refuse(c, context, wrong);
  const order = readOrder(cleanText(parseJson(body.text)));
  if (typeof order === 'string') return refuse(c, context, 'bad-request', { problems: [order] });
  const { repeat, ...answer } = await storeOrder(context, delivery ?? '', order);
  Object.assign(c.get('logFields'), { ...answer, repeat });
  context.live.publish('order');
  return c.json({ ...answer, now: context.now() });
}
