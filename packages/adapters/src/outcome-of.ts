import type { SendOutcome } from '@regulars/core';
import { type Answer, grantedBy } from './answer.ts';

/** A plain yes is read at once, every other answer by code that is fetched then; silence, as without that code: try again. */
export async function outcomeOf(answer: Answer): Promise<SendOutcome> {
  const { status, body } = answer;
  if (status === 200 && body.type === 'accepted') return { type: 'accepted', ...grantedBy(body) };
  if (!status) return { type: 'retry' };
  try {
    return (await import('./read-send-outcome.ts')).readSendOutcome(answer);
  } catch {
    return { type: 'retry' };
  }
}
