import type { SendOutcome } from '@regulars/core';
import { type Answer, grantedBy } from './answer.ts';

/** No backend may silence a device for longer than this, whatever `Retry-After` says. */
const longestWaitMs = 3_600_000;

/**
 * Maps an answer to an outcome: 2xx done, 408, 425, 429, 5xx and silence wait, 413 halve, 400 and 422 by the verdict per event
 * or else halve (the delivery engine bisects down to the poison event), every other refusal pauses the destination.
 */
export function readSendOutcome(answer: Answer): SendOutcome {
  const { status, headers, body } = answer;
  const granted = grantedBy(body);
  const verdict: SendOutcome | false = Array.isArray(body.rejected) && {
    type: 'partly',
    rejected: body.rejected,
    ...granted,
  };
  // A captive portal or a login page answers 200 too; what it swallowed must not count as delivered.
  const foreign = status < 300 && headers?.get('content-type')?.includes('html');
  if (foreign || status < 200 || status >= 500 || [408, 425, 429].includes(status)) {
    return { type: 'retry', afterMs: readWaitMs(body, headers) };
  }
  if (status < 300) return (body.type === 'partly' && verdict) || { type: 'accepted', ...granted };
  if ([400, 413, 422].includes(status)) return verdict || { type: 'too-large' };
  return { type: 'pause', reason: `${body.reason ?? `http-${status}`}` };
}

/** From the body first: across origins `Retry-After` reads `null` unless the server exposes it. Seconds or an HTTP date. */
function readWaitMs(body: Answer['body'], headers: Headers | undefined): number | undefined {
  const header = headers?.get('retry-after');
  const wait = Number(
    body.retryAfterMs ??
      // Seconds, else a date; a missing header gives NaN.
      (Number(header ?? Number.NaN) * 1000 || Date.parse(header ?? '') - Date.now()),
  );
  return wait >= 0 ? Math.min(wait, longestWaitMs) : undefined;
}
