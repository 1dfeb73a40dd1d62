import { type Backend, labelOf, plainProps } from './relayed-event.ts';

/** Whose event it is, in a word that HubSpot knows: the anonymous id of ours is none. */
export interface HubspotContact {
  /** HubSpot's own visitor token: its cookie `hubspotutk`. */
  readonly utk?: string;
  readonly email?: string;
  /** Id of the record. */
  readonly objectId?: string;
}

/** What HubSpot's custom events need. */
export interface HubspotSecrets {
  readonly token: string;
  /** Full name of one of its event definitions; `undefined`: this event has none there. */
  readonly eventName: (name: string) => string | undefined;
  /** Who asks, from the shop's own session (default: by HubSpot's cookie); `undefined`: not known to it. */
  readonly contactOf?: (request: Request) => HubspotContact | undefined;
}

/**
 * HubSpot's custom events: those of people it knows, and of definitions that it has; the others are not for it. Repeats are
 * refused by `uuid`. Source: HubSpot, "Send a batch of event occurrences".
 */
export function hubspotBackend(
  { token, eventName, contactOf = byCookie }: HubspotSecrets,
  request: Request,
): Backend {
  const contact = contactOf(request);
  return {
    name: 'hubspot',
    maxEvents: 500,
    request(events) {
      const inputs = events.flatMap((event) => {
        const name = contact && eventName(labelOf(event));
        const properties = Object.fromEntries(
          Object.entries(plainProps(event)).map(([key, value]) => [key, String(value)]),
        );
        return name
          ? [{ eventName: name, occurredAt: event.time, ...contact, uuid: event.id, properties }]
          : [];
      });
      return inputs.length > 0
        ? {
            url: 'https://api.hubapi.com/events/v3/send/batch',
            headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
            body: JSON.stringify({ inputs }),
          }
        : null;
    },
  };
}

function byCookie({ headers }: Request): HubspotContact | undefined {
  const [, utk] = /(?:^|;\s*)hubspotutk=([^;]+)/.exec(headers.get('cookie') ?? '') ?? [];
  return utk ? { utk } : undefined;
}
