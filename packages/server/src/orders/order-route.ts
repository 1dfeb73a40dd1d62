import type { ServerContext } from '../context.ts';
import type { AppContext } from '../http/environment.ts';
import { refuse } from '../http/refuse.ts';
import { cleanText } from '../ingest/clean-text.ts';
import { readOrder } from './read-order.ts';
import { readSigned } from './signed-body.ts';
import { storeOrder } from './store-order.ts';

/** `POST /v1/orders`: the shop's signed word about an order, at each step of its life. */
export async function takeOrder(c: AppContext, context: ServerContext): Promise<Response> {
  const signed = await readSigned(c, context);
  if (!signed.ok) return signed.response;
  const order = readOrder(cleanText(signed.body));
  if (typeof order === 'string') return refuse(c, context, 'bad-request', { problems: [order] });
  const { repeat, ...answer } = await storeOrder(context, signed.delivery, order);
  Object.assign(c.get('logFields'), { ...answer, status: order.status, repeat });
  context.live.publish('order');
  return c.json({ ...answer, now: context.now() });
}
