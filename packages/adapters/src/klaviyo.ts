import type { DeliveryPort } from '@regulars/core';
import type { JourneyEvent } from '@regulars/schema';
import { iso, nameOf, vendorPort } from './vendor-port.ts';
import type { Tell } from './vocabulary.ts';

/** Who a Klaviyo profile is; one of them is needed. */
export interface KlaviyoProfile {
  readonly external_id?: string | undefined;
  readonly email?: string | undefined;
  readonly phone_number?: string | undefined;
  /** Klaviyo's own exchange id, from a link in one of its messages. */
  readonly _kx?: string | undefined;
}

/** Where Klaviyo is, and for whom. */
export interface KlaviyoOptions {
  /** Public site id. */
  readonly companyId: string;
  /** The customer of this page; `undefined`: not known, then events wait. Asked at each batch. */
  readonly profile: () => KlaviyoProfile | undefined;
  readonly endpoint?: string | undefined;
}

/** Delivers the signed-in customer's events through Klaviyo's client API. Never throws after creation. Source: Klaviyo, "Bulk Create Client Events". */
export function klaviyoAdapter({ companyId, profile, endpoint }: KlaviyoOptions): DeliveryPort {
  const host = endpoint ?? 'https://a.klaviyo.com';
  return vendorPort({
    id: 'klaviyo',
    url: `${host}/client/event-bulk-create?company_id=${encodeURIComponent(companyId)}`,
    headers: { 'content-type': 'application/vnd.api+json', revision: '2026-07-15' },
    words: async () => (await import('./words-segment.ts')).tellSegment,
    idempotent: 'event',
    erasure: 'Their data privacy API deletes the profile, from a server.',
    body({ events }, tell) {
      const attributes = profile();
      if (!attributes || !Object.values(attributes).some(Boolean)) return 'profile-unknown';
      return {
        data: {
          type: 'event-bulk-create',
          attributes: {
            profile: { data: { type: 'profile', attributes } },
            events: { data: events.map((event) => eventOf(event as JourneyEvent, tell)) },
          },
        },
      };
    },
    // One event that it has already fails all of the request: alone, it is delivered.
    read: ({ status, body: { errors } }, { events }) =>
      status >= 400 && status < 429 && /unique_id|duplicate/.test(JSON.stringify(errors) ?? '')
        ? { type: events.length > 1 ? 'too-large' : 'accepted' }
        : undefined,
  });
}

function eventOf(event: JourneyEvent, tell: Tell): object {
  const { id, name, t, page, props } = event;
  const told = tell(name, props);
  const { total, value = total, price = value, currency } = told?.props ?? {};
  return {
    type: 'event',
    attributes: {
      metric: { data: { type: 'metric', attributes: { name: (told?.name ?? nameOf(event)).slice(0, 127) } } },
      properties: { ...(told?.props ?? props), page_url: page.url },
      time: iso(t),
      ...(price !== undefined && { value: price, value_currency: currency }),
      unique_id: id,
    },
  };
}
