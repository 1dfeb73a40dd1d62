import type { DeliveryPort } from '@regulars/core';
import type { JourneyEvent } from '@regulars/schema';
import { bare, iso, nameOf, vendorPort } from './vendor-port.ts';
import type { Tell } from './vocabulary.ts';

/** Where PostHog is. */
export interface PostHogOptions {
  /** Public project key. */
  readonly apiKey: string;
  /** Ingestion host (default PostHog Cloud EU). */
  readonly endpoint?: string | undefined;
  /** The shop's own id of the signed-in customer; asked at each batch. */
  readonly userId?: (() => string | undefined) | undefined;
}

/** PostHog takes older events only as a migration. */
const historyMs = 48 * 3_600_000;

/** Delivers batches as PostHog takes them. Never throws after creation. Source: PostHog, "Capture and batch API endpoints". */
export function posthogAdapter({ apiKey, userId, ...options }: PostHogOptions): DeliveryPort {
  const { endpoint = 'https://eu.i.posthog.com' } = options;
  return vendorPort({
    id: 'posthog',
    url: `${bare(endpoint)}/batch/`,
    headers: { 'content-type': 'text/plain' },
    limits: { maxAgeMs: historyMs },
    words: async () => (await import('./words-segment.ts')).tellSegment,
    idempotent: 'event',
    erasure: 'Their API deletes the person with this `distinct_id` and its events, from a server.',
    body: ({ anonymousId, sentAt, events }, tell) => ({
      api_key: apiKey,
      sent_at: iso(sentAt),
      batch: events.map((event) => captureOf(event as JourneyEvent, [anonymousId, userId?.()], tell)),
    }),
    read: ({ status, body: { quota_limited: limited } }) =>
      status === 200 && Array.isArray(limited) && limited.length > 0
        ? { type: 'retry', afterMs: 60_000 }
        : undefined,
  });
}

function captureOf(
  event: JourneyEvent,
  [anonymousId, userId]: readonly [string, string | undefined],
  tell: Tell,
): object {
  const { id, name, t, sid, page, props } = event;
  const told = tell(name, props);
  const isPage = name === 'page_viewed';
  return {
    event: isPage ? '$pageview' : (told?.name ?? nameOf(event)),
    distinct_id: userId ?? anonymousId,
    uuid: id,
    timestamp: iso(t),
    properties: {
      ...(told?.props ?? props),
      $current_url: page.url,
      $session_id: sid,
      $lib: 'regulars',
      ...(userId ? { $anon_distinct_id: anonymousId } : { $process_person_profile: false }),
    },
  };
}
