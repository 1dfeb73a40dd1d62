import { randomUUID } from 'node:crypto';
import type { ActionOutcome, ActionResults } from '@regulars/schema';
import { signWebhook } from '@regulars/server';
import { SECRETS } from '../../support/server-fixture.ts';

/** What a shopper was told, kept as the SDK keeps it: the play key before it is sent, every answer after it came. */
export interface Shopper {
  readonly anonymousId: string;
  readonly playKey: string;
  readonly orderId: string;
  /** The mutant: keeps no play key, so that each try is another play. */
  readonly forgets: boolean;
  prize?: ActionResults['draw'] | undefined;
  claimed?: ActionResults['claim'] | undefined;
  ordered?: boolean | undefined;
  /** Answers after a restart that were not those before it. */
  changed: number;
}

/** A new face. */
export const newShopper = (forgets = false): Shopper => ({
  anonymousId: randomUUID(),
  playKey: randomUUID(),
  orderId: randomUUID(),
  forgets,
  changed: 0,
});

/** Orders, plays and claims; whatever has no answer is tried again in another life. Never rejects. */
export async function visit(url: string, shopper: Shopper): Promise<void> {
  shopper.ordered ||= await order(url, shopper);
  const drawn = await act<'draw'>(url, shopper, {
    type: 'draw',
    campaignId: 'stocked-wheel',
    playKey: shopper.forgets ? randomUUID() : shopper.playKey,
  });
  if (!drawn) return;
  if (shopper.prize && drawn.playId !== shopper.prize.playId) shopper.changed += 1;
  if (shopper.prize && drawn.prizeIndex !== shopper.prize.prizeIndex) shopper.changed += 1;
  shopper.prize = drawn;
  const claimed = await act<'claim'>(url, shopper, { type: 'claim', claimToken: drawn.claimToken });
  if (!claimed) return;
  if (shopper.claimed && claimed.code !== shopper.claimed.code) shopper.changed += 1;
  shopper.claimed = claimed;
}

async function act<T extends 'draw' | 'claim' | 'visitor-ref'>(
  url: string,
  { anonymousId }: Shopper,
  action: object,
): Promise<ActionResults[T] | null> {
  const body = JSON.stringify({ v: 1, key: 'shop-key', anonymousId, action });
  const answer = await fetch(`${url}/regulars/v1/actions`, { method: 'POST', body }).catch(() => null);
  const outcome = (await answer?.json().catch(() => null)) as ActionOutcome | null | undefined;
  return outcome?.ok ? (outcome.result as ActionResults[T]) : null;
}

async function order(url: string, shopper: Shopper): Promise<boolean> {
  const reference = await act<'visitor-ref'>(url, shopper, { type: 'visitor-ref' });
  if (!reference) return false;
  const money = { value: 2000, currency: 'EUR' };
  const items = [{ productId: 'p1', quantity: 1, price: money }];
  const { orderId } = shopper;
  const body = JSON.stringify({
    orderId,
    status: 'paid',
    total: money,
    items,
    placedAt: Date.now(),
    ...reference,
  });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const headers = {
    'x-regulars-timestamp': timestamp,
    'x-regulars-delivery': randomUUID(),
    'x-regulars-signature': signWebhook(SECRETS.webhook, timestamp, body),
  };
  const answer = await fetch(`${url}/regulars/v1/orders`, { method: 'POST', body, headers }).catch(
    () => null,
  );
  return answer?.status === 200;
}
