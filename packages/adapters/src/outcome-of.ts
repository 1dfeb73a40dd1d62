import type { SendOutcome } from '@regulars/core';
import { type Answer, grantedBy } from './answer.ts';

/** A plain yes is read at once, every other answer by code that is fetched then; silence, as without that code: try again. */
export async function outcomeOf(answer: Answer): Promise<SendOutcome> {
  const { status, body } = answer;
  if (status === 200 && body.type === 'accepted') return { type: 'accepted', ...grantedBy(body) };
  const again: SendOutcome = { type: 'retry' };
  return status
    ? import('./read-send-outcome.ts').then(
        ({ readSendOutcome }) => readSendOutcome(answer),
        () => again,
      )
    : again;
}
