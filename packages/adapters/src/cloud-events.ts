import type { DeliveryPort } from '@regulars/core';
import { vendorPort } from './vendor-port.ts';

/** Where CloudEvents go. */
export interface CloudEventsOptions {
  /** Address that takes `application/cloudevents-batch+json`; across origins it must allow a preflight. */
  readonly url: string;
  /** URI of the shop, which with `id` names an event for good (default: the page's origin). */
  readonly source?: string | undefined;
  /** Put before each type (default `com.regulars.`). */
  readonly typePrefix?: string | undefined;
  /** Headers of the receiver's choice, such as `authorization`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Delivers batches of CloudEvents 1.0 over HTTP. Never throws after creation. Source: CNCF, "CloudEvents 1.0.2", JSON batch format. */
export function cloudEventsAdapter(options: CloudEventsOptions): DeliveryPort {
  const { url, source = location.origin, typePrefix = 'com.regulars.', headers } = options;
  return vendorPort({
    id: 'cloud-events',
    url,
    headers: { 'content-type': 'application/cloudevents-batch+json', ...headers },
    idempotent: 'event',
    erasure: 'The receiver deletes by `subject`, the anonymous id; nothing here can ask for it.',
    body: ({ anonymousId, events }) =>
      events.map(({ id, name, t, sid, seq, ...data }) => ({
        specversion: '1.0',
        id,
        source,
        type: typePrefix + name,
        time: new Date(t).toISOString(),
        subject: anonymousId,
        datacontenttype: 'application/json',
        partitionkey: sid,
        sequence: String(seq).padStart(8, '0'),
        data,
      })),
  });
}
