import type { DeliveryPort } from '@regulars/core';
import type { JourneyEvent } from '@regulars/schema';
import { bare, nameOf, vendorPort } from './vendor-port.ts';
import type { Tell } from './vocabulary.ts';

/** Where a Snowplow collector is. */
export interface SnowplowOptions {
  /** Address of the collector. */
  readonly collector: string;
  /** Application id. */
  readonly appId: string;
  /** Path of the collector (default `/com.snowplowanalytics.snowplow/tp2`; blockers know it). */
  readonly path?: string | undefined;
  /** The shop's own id of the signed-in customer; asked at each batch. */
  readonly userId?: (() => string | undefined) | undefined;
}

const iglu = (name: string, version: string): string =>
  `iglu:com.snowplowanalytics.snowplow${name}/jsonschema/${version}`;
const entity = (name: string, data: unknown): object => ({
  schema: iglu(`.ecommerce/${name}`, '1-0-0'),
  data,
});

/**
 * Delivers batches by Snowplow's tracker protocol 2: e-commerce as its action and entities, page views as `pv`, the rest
 * as structured events, which every pipeline knows. Never throws after creation. Source: Snowplow, "Snowplow Tracker Protocol".
 */
export function snowplowAdapter(options: SnowplowOptions): DeliveryPort {
  const { collector, path = '/com.snowplowanalytics.snowplow/tp2', appId, userId } = options;
  return vendorPort({
    id: 'snowplow',
    url: bare(collector) + path,
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    limits: { maxBytes: 24 * 1024, maxEventBytes: 12 * 1024 },
    words: async () => (await import('./words-snowplow.ts')).tellSnowplow,
    idempotent: 'event',
    erasure: 'Deleted in the warehouse by `domain_userid`, the anonymous id.',
    body: ({ anonymousId, sentAt, events }, tell) => ({
      schema: iglu('/payload_data', '1-0-4'),
      data: events.map((event) => ({
        p: 'web',
        tv: 'regulars-0.1.0',
        aid: appId,
        duid: anonymousId,
        ...(userId?.() && { uid: userId() }),
        stm: String(sentAt),
        ...payloadOf(event as JourneyEvent, tell),
      })),
    }),
  });
}

/** One event; every value is a text. */
function payloadOf(event: JourneyEvent, tell: Tell): object {
  const { id, name, t, sid, page, props } = event;
  const { referrer } = props as { readonly referrer?: string };
  const common = {
    eid: id,
    dtm: String(t),
    sid,
    url: page.url,
    ...(page.title && { page: page.title }),
    ...(referrer && { refr: referrer }),
  };
  if (name === 'page_viewed') return { ...common, e: 'pv' };
  const told = tell(name, props);
  if (!told)
    // What is longer than its column is refused.
    return {
      ...common,
      e: 'se',
      se_ca: 'regulars',
      se_ac: nameOf(event),
      se_la: JSON.stringify(props).slice(0, 4096),
    };
  const { name: list, ...entities } = told.props;
  const data = { type: told.name, ...(list !== undefined && { name: list }) };
  const wrap = (schema: string, content: unknown): string => JSON.stringify({ schema, data: content });
  const contexts = contextsOf(entities);
  return {
    ...common,
    e: 'ue',
    ue_pr: wrap(iglu('/unstruct_event', '1-0-0'), {
      schema: iglu('.ecommerce/snowplow_ecommerce_action', '1-0-2'),
      data,
    }),
    ...(contexts.length > 0 && { co: wrap(iglu('/contexts', '1-0-0'), contexts) }),
  };
}

const contextsOf = (entities: Record<string, unknown>): readonly object[] =>
  Object.entries(entities).flatMap(([name, one]) => [one].flat().map((data) => entity(name, data)));
