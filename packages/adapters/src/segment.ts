import type { DeliveryPort } from '@regulars/core';
import type { EventProps, JourneyEvent } from '@regulars/schema';
import { bare, iso, nameOf, vendorPort } from './vendor-port.ts';
import type { Tell } from './vocabulary.ts';

/** Where a backend of Segment's shape is. */
export interface SegmentOptions {
  /** Public write key of the source. */
  readonly writeKey: string;
  /** Base address: Segment's is the default; RudderStack's data plane and Jitsu's host take the same `/v1/batch`. */
  readonly endpoint?: string | undefined;
  /** `body` (default) puts the key there and spares a preflight: Segment, Jitsu. `basic` sends it as a header: RudderStack, Jitsu. */
  readonly auth?: 'body' | 'basic' | undefined;
  /** The shop's own id of the signed-in customer; asked at each batch. */
  readonly userId?: (() => string | undefined) | undefined;
}

/** Delivers batches as Segment, RudderStack and Jitsu take them. Never throws after creation. Source: Segment, "HTTP Tracking API". */
export function segmentAdapter(options: SegmentOptions): DeliveryPort {
  const { writeKey, endpoint = 'https://api.segment.io', auth, userId } = options;
  const isBasic = auth === 'basic';
  return vendorPort({
    id: 'segment',
    url: `${bare(endpoint)}/v1/batch`,
    headers: isBasic
      ? { 'content-type': 'application/json', authorization: `Basic ${btoa(credentialsOf(writeKey))}` }
      : { 'content-type': 'text/plain' },
    limits: { maxEventBytes: 16 * 1024 },
    words: async () => (await import('./words-segment.ts')).tellSegment,
    idempotent: 'event',
    erasure: 'Their deletion API, by `anonymousId` and `userId`, from a server.',
    body({ anonymousId, sentAt, events }, tell) {
      const who = { anonymousId, userId: userId?.() };
      return {
        ...(!isBasic && { writeKey }),
        sentAt: iso(sentAt),
        batch: events.map((event) => ({ ...who, ...messageOf(event as JourneyEvent, tell) })),
      };
    },
  });
}

/** A key is a name without a password; Jitsu's is both already, and it compares the whole. */
const credentialsOf = (writeKey: string): string => (writeKey.includes(':') ? writeKey : `${writeKey}:`);

function messageOf(event: JourneyEvent, tell: Tell): object {
  const { id, name, t, sid, seq, page, props, consent } = event;
  const { utm, referrer } = props as {
    readonly utm?: Readonly<Record<string, string>>;
    readonly referrer?: string;
  };
  const timestamp = iso(t);
  const common = {
    messageId: id,
    timestamp,
    originalTimestamp: timestamp,
    context: {
      library: { name: 'regulars', version: '0.1.0' },
      page: { ...page, referrer },
      ...(utm && { campaign: utm }),
      sessionId: sid,
      sequence: seq,
      consent: { categoryPreferences: Object.fromEntries(consent.map((one) => [one, true])) },
    },
  };
  if (name === 'page_viewed') return { ...common, type: 'page', properties: { ...page, ...props } };
  const { label, values: { groupId, ...traits } = {} } = props as Partial<EventProps['custom_recorded']>;
  if (label === 'group_joined') return { ...common, type: 'group', groupId, traits };
  const told = tell(name, props);
  return { ...common, type: 'track', event: told?.name ?? nameOf(event), properties: told?.props ?? props };
}
