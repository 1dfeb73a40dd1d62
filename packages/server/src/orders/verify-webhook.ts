import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signed webhooks are good for this long around their timestamp. */
const WINDOW_MS = 5 * 60_000;

/** What a webhook says of itself. */
export interface WebhookHeaders {
  readonly timestamp: string | undefined;
  readonly delivery: string | undefined;
  readonly signature: string | undefined;
}

/** The signature of a webhook: hex HMAC-SHA-256 over `timestamp.body`. */
export function signWebhook(secret: string, timestamp: string, rawBody: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${rawBody}`).digest('hex')}`;
}

/** Checks a webhook over its raw body, then its age. Answers `null`, or why not. */
export function checkWebhook(
  { timestamp, delivery, signature }: WebhookHeaders,
  { secret, rawBody, now }: { readonly secret: string; readonly rawBody: string; readonly now: number },
): 'token-invalid' | 'token-expired' | 'bad-request' | null {
  if (!timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return 'token-invalid';
  const expected = Buffer.from(signWebhook(secret, timestamp, rawBody));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return 'token-invalid';
  if (Math.abs(now - Number(timestamp) * 1000) > WINDOW_MS) return 'token-expired';
  return delivery && /^[\w-]{8,100}$/.test(delivery) ? null : 'bad-request';
}
