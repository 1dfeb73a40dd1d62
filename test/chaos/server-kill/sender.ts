import { randomUUID } from 'node:crypto';
import type { SignalBatch } from '@regulars/schema';

/** A batch of page views of one visitor, as an adapter sends it. */
export function makeBatch(eventCount: number): SignalBatch {
  const sid = randomUUID();
  const event = (_: unknown, at: number): SignalBatch['events'][number] => ({
    v: 1,
    id: randomUUID(),
    name: 'page_viewed',
    t: Date.now(),
    sid,
    seq: at + 1,
    tab: 'tab-1',
    tseq: at + 1,
    page: { url: '/' },
    props: {},
    consent: ['necessary', 'analytics'],
  });
  const events = Array.from({ length: eventCount }, event);
  return {
    v: 1,
    key: 'demo-key',
    batchId: randomUUID(),
    sentAt: Date.now(),
    store: 'idb',
    anonymousId: randomUUID(),
    events,
  };
}

/** Sends a batch once; whether the server said that it has it. Never rejects. */
export async function sendOnce(url: string, batch: SignalBatch): Promise<boolean> {
  const answer = await fetch(`${url}/regulars/v1/batch`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', origin: url },
    body: JSON.stringify({ ...batch, sentAt: Date.now() }),
  }).catch(() => null);
  if (answer?.status !== 200) return false;
  const { type } = (await answer.json().catch(() => ({ type: 'cut off' }))) as { type: string };
  return type === 'accepted';
}
