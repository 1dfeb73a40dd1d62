/** An event as `cloudEventsAdapter` sends it. */
export interface RelayedEvent {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly subject: string;
  readonly partitionkey: string;
  readonly data: { readonly props: Readonly<Record<string, unknown>> };
}

/** Secrets of the relay; what is missing is left out. */
export interface RelaySecrets {
  readonly ga4?: { readonly measurementId: string; readonly apiSecret: string };
  readonly kafka?: { readonly url: string; readonly topic: string; readonly authorization: string };
  readonly clickhouse?: {
    readonly url: string;
    readonly table: string;
    readonly user: string;
    readonly key: string;
  };
  readonly hubspot?: { readonly token: string; readonly eventName: (type: string) => string };
}

type Send = typeof fetch;
type Forward = (events: readonly RelayedEvent[], send: Send) => Promise<Response>;

const post = (send: Send, url: string, headers: Record<string, string>, body: string): Promise<Response> =>
  send(url, { method: 'POST', headers, body });

const nameOf = ({ type }: RelayedEvent): string => type.replace(/^com\.regulars\./, '');

/** One forward per backend that has its secret. */
function forwards({ ga4, kafka, clickhouse, hubspot }: RelaySecrets): readonly Forward[] {
  const all: Forward[] = [];
  if (ga4)
    // 25 events a request, older than 72 hours are not taken, always 2xx: repeats are counted again.
    all.push((events, send) => {
      const query = new URLSearchParams({ measurement_id: ga4.measurementId, api_secret: ga4.apiSecret });
      const [first] = events;
      const body = {
        client_id: first?.subject,
        events: events.slice(0, 25).map((event) => ({
          name: nameOf(event).slice(0, 40),
          params: { ...event.data.props, session_id: event.partitionkey, engagement_time_msec: 1 },
          timestamp_micros: Date.parse(event.time) * 1000,
        })),
      };
      return post(send, `https://www.google-analytics.com/mp/collect?${query}`, {}, JSON.stringify(body));
    });
  if (kafka)
    // The event's id is the record's key: consumers drop repeats by it.
    all.push((events, send) =>
      post(
        send,
        `${kafka.url}/topics/${kafka.topic}`,
        { 'content-type': 'application/vnd.kafka.json.v2+json', authorization: kafka.authorization },
        JSON.stringify({ records: events.map((event) => ({ key: event.id, value: event })) }),
      ),
    );
  if (clickhouse)
    // ReplacingMergeTree ordered by id drops repeats; waits until the rows are there.
    all.push((events, send) => {
      const query = `INSERT INTO ${clickhouse.table} FORMAT JSONEachRow`;
      const parameters = new URLSearchParams({ query, async_insert: '1', wait_for_async_insert: '1' });
      return post(
        send,
        `${clickhouse.url}/?${parameters}`,
        { 'x-clickhouse-user': clickhouse.user, 'x-clickhouse-key': clickhouse.key },
        events.map((event) => JSON.stringify(event)).join('\n'),
      );
    });
  if (hubspot)
    all.push((events, send) => {
      const inputs = events.map((event) => ({
        eventName: hubspot.eventName(nameOf(event)),
        occurredAt: event.time,
        objectId: event.subject,
        uuid: event.id,
        properties: event.data.props,
      }));
      return post(
        send,
        'https://api.hubapi.com/events/v3/send/batch',
        { 'content-type': 'application/json', authorization: `Bearer ${hubspot.token}` },
        JSON.stringify({ inputs }),
      );
    });
  return all;
}

/**
 * Takes batches of `cloudEventsAdapter` and passes them on to backends that need secrets. Says yes only when all took them: the
 * device repeats the batch otherwise, and each backend drops what it has, by id.
 */
export function createRelay(
  secrets: RelaySecrets,
  send: Send = fetch,
): (request: Request) => Promise<Response> {
  const all = forwards(secrets);
  return async (request) => {
    const events: unknown = await request.json().catch(() => null);
    if (!Array.isArray(events) || events.length > 100) return new Response(null, { status: 400 });
    const answers = await Promise.all(all.map((forward) => forward(events, send).catch(() => null)));
    const isTaken = answers.every((answer) => answer?.ok);
    return new Response(null, isTaken ? { status: 204 } : { status: 503, headers: { 'retry-after': '30' } });
  };
}
