import { toVocabulary, ga4 as words } from '@regulars/schema/vocabularies';
import { type Backend, labelOf, nameOf, plainProps, type RelayedEvent } from './relayed-event.ts';

/** What GA4's Measurement Protocol needs. */
export interface Ga4Secrets {
  readonly measurementId: string;
  readonly apiSecret: string;
}

/**
 * GA4's Measurement Protocol: 25 events a request; older than 72 hours are not taken; always 2xx, so repeats are counted again.
 * Source: Google, "Measurement Protocol", its reference and limitations.
 */
export function ga4Backend({ measurementId, apiSecret }: Ga4Secrets): Backend {
  const query = new URLSearchParams({ measurement_id: measurementId, api_secret: apiSecret });
  return {
    name: 'ga4',
    maxEvents: 25,
    request: (events) => ({
      url: `https://www.google-analytics.com/mp/collect?${query}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_id: events[0]?.subject, events: events.map(eventOf) }),
    }),
  };
}

function eventOf(event: RelayedEvent): object {
  const { data, partitionkey, time } = event;
  const told = toVocabulary(words, nameOf(event), data.props);
  const { items, ...flat } = told?.props ?? plainProps(event);
  // What Google has no word for keeps its product as theirs do.
  const { product } = data.props;
  const listed = items ?? (product && toVocabulary(words, 'product_viewed', { product })?.props.items);
  const params = Object.entries({ page_location: data.page.url, page_title: data.page.title, ...flat })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [wordOf(key), fit(key, value)] as const);
  return {
    name: wordOf(told?.name ?? labelOf(event)),
    params: {
      // 25 in all, with the three below.
      ...Object.fromEntries(params.slice(0, 22)),
      ...(Array.isArray(listed) && { items: listed.slice(0, 200) }),
      session_id: numberOf(partitionkey),
      engagement_time_msec: 1,
    },
    timestamp_micros: Date.parse(time) * 1000,
  };
}

/** Names are letters, digits and underscores, begin with a letter and have 40 at most. */
const wordOf = (name: string): string =>
  name
    .replace(/\W/g, '_')
    .replace(/^[^a-z]+/i, '')
    .slice(0, 40) || 'other';

const fit = (key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.slice(0, key === 'page_location' ? 1000 : 100) : value;

/** Google's sessions are positive numbers: one for each of ours. */
function numberOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return String((hash >>> 0) + 1);
}
