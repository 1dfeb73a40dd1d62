import { checkWebhook } from '../orders/verify-webhook.ts';
import type { WebhookBody } from '../outbox/message.ts';

/** A webhook as the shop's server received it. */
export interface ReceivedWebhook {
  /** The body as it came, before any parsing. */
  readonly rawBody: string;
  readonly header: (name: string) => string | null | undefined;
  /** Secret of this endpoint. */
  readonly secret: string;
  /** Epoch ms (default `Date.now`). */
  readonly now?: (() => number) | undefined;
}

/**
 * Checks signature and age of a webhook of Regulars: its body, or `null`, which is to be answered with 401. Drop what has
 * an `id` that you have seen: each message comes at least once. Never throws.
 */
export function verifyWebhook({
  rawBody,
  header,
  secret,
  now = Date.now,
}: ReceivedWebhook): WebhookBody | null {
  const read = (name: string): string | undefined => header(`x-regulars-${name}`) ?? undefined;
  const wrong = checkWebhook(
    { timestamp: read('timestamp'), delivery: read('delivery'), signature: read('signature') },
    { secret, rawBody, now: now() },
  );
  if (wrong) return null;
  try {
    const body: WebhookBody = JSON.parse(rawBody);
    return body.id === read('delivery') ? body : null;
  } catch {
    return null; // Signed, and no JSON: not ours.
  }
}
