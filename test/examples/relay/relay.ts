import { type Ga4Secrets, ga4Backend } from './ga4.ts';
import { type HubspotSecrets, hubspotBackend } from './hubspot.ts';
import type { Backend, RelayedEvent } from './relayed-event.ts';

/** Secrets of the relay; what is missing is left out. */
export interface RelaySecrets {
  readonly ga4?: Ga4Secrets;
  readonly kafka?: { readonly url: string; readonly topic: string; readonly authorization: string };
  readonly clickhouse?: {
    readonly url: string;
    readonly table: string;
    readonly user: string;
    readonly key: string;
  };
  readonly hubspot?: HubspotSecrets;
}

/** How the relay reaches the others. */
export interface RelayOptions {
  readonly send?: typeof fetch;
  /** Told of an event that a backend will never take, with its status; the others go on. */
  readonly onRefused?: (backend: string, event: RelayedEvent, status: number) => void;
}

const maxEvents = 100;

/**
 * Takes batches of `cloudEventsAdapter` and passes them on to backends that need secrets. Says yes only when all took them: the
 * device repeats the batch otherwise, and each backend drops what it has, by id. What one of them refuses for good holds nothing.
 */
export function createRelay(
  secrets: RelaySecrets,
  options: RelayOptions = {},
): (request: Request) => Promise<Response> {
  return async (request) => {
    const events: unknown = await request.json().catch(() => null);
    if (!Array.isArray(events) || events.length > maxEvents) return new Response(null, { status: 400 });
    const taken = await Promise.all(
      backendsOf(secrets, request).map((backend) => forward(backend, events, options)),
    );
    return new Response(
      null,
      taken.every(Boolean) ? { status: 204 } : { status: 503, headers: { 'retry-after': '30' } },
    );
  };
}

function backendsOf({ ga4, kafka, clickhouse, hubspot }: RelaySecrets, request: Request): readonly Backend[] {
  return [
    ...(ga4 ? [ga4Backend(ga4)] : []),
    ...(kafka ? [kafkaBackend(kafka)] : []),
    ...(clickhouse ? [clickhouseBackend(clickhouse)] : []),
    ...(hubspot ? [hubspotBackend(hubspot, request)] : []),
  ];
}

/** Gives a backend all events, in as many requests as it asks for; `false`: they have to come again. */
async function forward(
  backend: Backend,
  events: readonly RelayedEvent[],
  options: RelayOptions,
): Promise<boolean> {
  for (let from = 0; from < events.length; from += backend.maxEvents)
    if (!(await give(backend, events.slice(from, from + backend.maxEvents), options))) return false;
  return true;
}

/** Refused by what is in it, not by who asks or when. */
const refusals = [400, 409, 413, 422];

async function give(
  backend: Backend,
  events: readonly RelayedEvent[],
  options: RelayOptions,
): Promise<boolean> {
  const { send = fetch, onRefused } = options;
  const asked = backend.request(events);
  if (!asked) return true;
  const { url, ...init } = asked;
  const answer = await send(url, { method: 'POST', ...init }).catch(() => null);
  if (answer?.ok) return true;
  if (!answer || !refusals.includes(answer.status)) return false;
  const [first] = events;
  const half = events.length >> 1;
  if (half > 0)
    return (
      (await give(backend, events.slice(0, half), options)) &&
      (await give(backend, events.slice(half), options))
    );
  if (first) onRefused?.(backend.name, first, answer.status);
  return true;
}

/** Kafka's REST proxy. The event's id is the record's key: consumers drop repeats by it. */
const kafkaBackend = ({ url, topic, authorization }: NonNullable<RelaySecrets['kafka']>): Backend => ({
  name: 'kafka',
  maxEvents,
  request: (events) => ({
    url: `${url}/topics/${topic}`,
    headers: { 'content-type': 'application/vnd.kafka.json.v2+json', authorization },
    body: JSON.stringify({ records: events.map((event) => ({ key: event.id, value: event })) }),
  }),
});

/** ClickHouse: a ReplacingMergeTree ordered by id drops repeats; waits until the rows are there. */
function clickhouseBackend({ url, table, user, key }: NonNullable<RelaySecrets['clickhouse']>): Backend {
  const query = `INSERT INTO ${table} FORMAT JSONEachRow`;
  const parameters = new URLSearchParams({ query, async_insert: '1', wait_for_async_insert: '1' });
  return {
    name: 'clickhouse',
    maxEvents,
    request: (events) => ({
      url: `${url}/?${parameters}`,
      headers: { 'x-clickhouse-user': user, 'x-clickhouse-key': key },
      body: events.map((event) => JSON.stringify(event)).join('\n'),
    }),
  };
}
