import type { SignalBatch } from '@regulars/schema';
import type { ServerContext } from '../context.ts';
import { bindCustomer } from './bind-customer.ts';
import { knowVisitor } from './identify.ts';
import { meetVisitor } from './visitors.ts';

/** What a batch told of its visitor. */
export interface BatchVisitor {
  /** The visitor is tied to the customer whose token came along. */
  readonly bound: boolean;
  /** A token to give back, where the visitor has none yet or a new one is due. */
  readonly visitorToken?: string | undefined;
}

/**
 * Meets the visitor of a batch. A customer is bound only when the visitor token proves that the batch comes from that very
 * browser: an anonymous id can be read off a shared link or a log, and whoever sends it with a customer token of their own
 * would take over what its visitor has.
 */
export async function bindFromBatch(
  context: ServerContext,
  head: Pick<SignalBatch, 'anonymousId' | 'visitorToken' | 'customerToken'>,
): Promise<BatchVisitor> {
  const { anonymousId, visitorToken, customerToken } = head;
  const known = await knowVisitor(context, { anonymousId, visitorToken });
  if (!known.ok) {
    await meetVisitor(context.db, { anonymousId, now: context.now() });
    return { bound: false };
  }
  const bound =
    known.result.proven &&
    customerToken !== undefined &&
    (await bindCustomer(context, { anonymousId, customerToken })) !== null;
  const token = known.result.visitorToken;
  return { bound, ...(token !== undefined && { visitorToken: token }) };
}
