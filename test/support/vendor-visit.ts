import assert from 'node:assert/strict';
import { sampleBatch } from '@regulars/adapters/contract';
import type { DeliveryPort } from '@regulars/core';
import type { EventName, SignalBatch } from '@regulars/schema';

/** What went over the wire. */
export interface Sent {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly text: string;
}

/** An event's name and its props. */
export type Act = readonly [EventName, object];

/** A batch of these acts. */
export function visitOf(...acts: readonly Act[]): SignalBatch {
  const batch = sampleBatch(acts.length);
  const events = batch.events.map((event, at) => ({ ...event, name: acts[at]?.[0], props: acts[at]?.[1] }));
  return { ...batch, events: events as never };
}

/** Sends a batch, to nobody, and gives what went over the wire. */
export async function sentBy(port: DeliveryPort, batch: SignalBatch): Promise<Sent> {
  const { fetch } = globalThis;
  let sent: Sent | undefined;
  globalThis.fetch = async (url, init) => {
    sent = { url: String(url), headers: init?.headers as Record<string, string>, text: String(init?.body) };
    return new Response('{}', { headers: { 'content-type': 'application/json' } });
  };
  try {
    const outcome = await port.send(batch, { signal: new AbortController().signal });
    assert.equal(outcome.type, 'accepted');
  } finally {
    globalThis.fetch = fetch;
  }
  assert.ok(sent);
  return sent;
}
