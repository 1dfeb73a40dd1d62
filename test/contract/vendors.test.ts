import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { cloudEventsAdapter } from '@regulars/adapters/cloud-events';
import { sampleBatch } from '@regulars/adapters/contract';
import { posthogAdapter } from '@regulars/adapters/posthog';
import { segmentAdapter } from '@regulars/adapters/segment';
import { snowplowAdapter } from '@regulars/adapters/snowplow';
import type { DeliveryPort } from '@regulars/core';
import type { SignalBatch } from '@regulars/schema';
import { CloudEvent, HTTP } from 'cloudevents';
import { type Sent, sentBy as sendAway, visitOf } from '../support/vendor-visit.ts';

const price = { value: 2050, currency: 'EUR' };
const hat = { id: 'hat', title: 'Hat', price, category: 'hats', brand: 'Parapet', quantity: 2 };

/** A visit with the events that the vendors have words for, and some of ours. */
function visit(): SignalBatch {
  return visitOf(
    ['page_viewed', { kind: 'load', referrer: 'https://search.example/', utm: { source: 'letter' } }],
    ['product_viewed', { product: hat }],
    ['product_viewed', { product: { id: 'no-price' } }],
    ['order_placed', { orderId: 'o1', total: { value: 4100, currency: 'EUR' }, products: [hat] }],
    ['custom_recorded', { label: 'size_guide_opened' }],
  );
}

/** Sends the visit and gives what went over the wire. */
const sentBy = (port: DeliveryPort, batch: SignalBatch = visit()): Promise<Sent> => sendAway(port, batch);

/** Every key that the vendor's own client wrote, with the kind of its value; recorded by `test/bench/journey/record.ts`. */
type Recorded = Readonly<Record<string, unknown>>;
const recorded = (name: string): Recorded =>
  JSON.parse(readFileSync(new URL(`vendors/${name}.json`, import.meta.url), 'utf8'));

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value);

/** What stands on both sides has the same kind; what `needed` names is there. */
function assertLike(ours: Recorded, theirs: Recorded, needed: readonly string[]): void {
  for (const key of needed) {
    assert.ok(key in theirs, `the vendor's own client writes no ${key}`);
    assert.ok(key in ours, `${key} is missing`);
  }
  for (const [key, value] of Object.entries(ours))
    if (theirs[key] != null && value != null) assert.equal(kindOf(value), kindOf(theirs[key]), key);
}

const first = (list: unknown, at = 0): Recorded => (list as Recorded[])[at] ?? {};

test("CloudEvents: the project's own client reads the batch and finds each event valid", async () => {
  const { headers, text } = await sentBy(
    cloudEventsAdapter({ url: 'https://events.example/', source: 'https://shop.example' }),
  );
  const events = HTTP.toEvent({ headers, body: text });
  assert.ok(Array.isArray(events));
  assert.equal(events.length, 5);
  for (const event of events) assert.equal(new CloudEvent(event).validate(), true);
  assert.equal(events[1]?.type, 'com.regulars.product_viewed');
  assert.equal(new Set(events.map(({ id }) => id)).size, 5);
});

test('Segment: messages have the shape that analytics-next writes', async () => {
  const { url, text } = await sentBy(segmentAdapter({ writeKey: 'key', userId: () => 'customer-1' }));
  assert.equal(url, 'https://api.segment.io/v1/batch');
  const body = JSON.parse(text);
  const theirs = recorded('segment');
  assertLike(first(body.batch, 1), first(theirs.batch), [
    'type',
    'event',
    'properties',
    'messageId',
    'anonymousId',
    'timestamp',
    'context',
  ]);
  assertLike(first(body.batch, 1).context as Recorded, first(theirs.batch).context as Recorded, [
    'library',
    'page',
  ]);
  assertLike(body, theirs, ['writeKey', 'batch', 'sentAt']);
  assert.deepEqual(
    body.batch.map(({ type, event }: Recorded) => event ?? type),
    ['page', 'Product Viewed', 'Product Viewed', 'Order Completed', 'size_guide_opened'],
  );
  for (const message of body.batch) assert.ok(JSON.stringify(message).length < 32_768);
});

test("Segment: group() is a `group` message with the group's id and traits, and no track", async () => {
  const batch = sampleBatch(1);
  const props = { label: 'group_joined', values: { seats: 12, groupId: 'acme' } };
  const events = batch.events.map((event) => ({ ...event, name: 'custom_recorded', props }));
  const { text } = await sentBy(segmentAdapter({ writeKey: 'key' }), { ...batch, events: events as never });
  // Source: Segment, "Spec: Group".
  const { type, event, groupId, traits, anonymousId, messageId } = first(JSON.parse(text).batch);
  assert.deepEqual(
    { type, event, groupId, traits, anonymousId, messageId },
    {
      type: 'group',
      event: undefined,
      groupId: 'acme',
      traits: { seats: 12 },
      anonymousId: batch.anonymousId,
      messageId: batch.events[0]?.id,
    },
  );
});

test('RudderStack: messages have the shape that its SDK writes, the key is a header', async () => {
  const { headers, text } = await sentBy(
    segmentAdapter({ writeKey: 'key', endpoint: 'https://data.example/', auth: 'basic' }),
  );
  assert.equal(headers.authorization, `Basic ${btoa('key:')}`);
  const theirs = recorded('rudderstack');
  assertLike(first(JSON.parse(text).batch, 1), first(theirs.batch), [
    'type',
    'event',
    'properties',
    'messageId',
    'anonymousId',
    'originalTimestamp',
    'context',
  ]);
});

test('Jitsu: messages have the shape that its client writes, the key is taken by its ingest either way', async () => {
  const theirs = recorded('jitsu');
  const { path, contentTypes, types, eventLetters, eventRefused, messageIdLetters } =
    theirs.batch as Recorded;
  const target = { writeKey: 'key:secret', endpoint: 'https://jitsu.example/' };
  const { url, headers, text } = await sentBy(segmentAdapter(target));
  assert.equal(new URL(url).pathname, path);
  assert.ok((contentTypes as string[]).includes(headers['content-type'] ?? ''));
  const body = JSON.parse(text);
  assert.equal(body.writeKey, 'key:secret');
  assertLike(first(body.batch, 1), theirs.message as Recorded, [
    'type',
    'event',
    'properties',
    'messageId',
    'anonymousId',
    'timestamp',
    'context',
  ]);
  for (const { type, event = 'page', messageId } of body.batch) {
    assert.ok((types as string[]).includes(type));
    assert.ok(event.length <= Number(eventLetters) && messageId.length <= Number(messageIdLetters));
    for (const sign of eventRefused as string[]) assert.ok(!event.includes(sign));
  }
  const basic = await sentBy(segmentAdapter({ ...target, auth: 'basic' }));
  // It compares what it decodes, whole.
  assert.equal(atob((basic.headers.authorization ?? '').replace('Basic ', '')), 'key:secret');
});

test('PostHog: captures have the shape that posthog-js writes', async () => {
  const { url, text } = await sentBy(posthogAdapter({ apiKey: 'phc_key' }));
  assert.equal(url, 'https://eu.i.posthog.com/batch/');
  const body = JSON.parse(text);
  const theirs = first(recorded('posthog').batch);
  const [page, product] = body.batch as Recorded[];
  assertLike(product ?? {}, theirs, ['event', 'properties', 'uuid', 'timestamp']);
  assertLike(product?.properties as Recorded, theirs.properties as Recorded, [
    '$current_url',
    '$session_id',
    '$lib',
  ]);
  assert.equal(page?.event, '$pageview');
  for (const { uuid, timestamp } of body.batch) {
    assert.match(uuid, /^[0-9a-f-]{36}$/);
    // An epoch number would be taken for now.
    assert.equal(new Date(timestamp).toISOString(), timestamp);
  }
});

test('Snowplow: payloads have the parameters that browser-tracker writes, every value a text', async () => {
  const { url, text } = await sentBy(snowplowAdapter({ collector: 'https://sp.example', appId: 'shop' }));
  assert.equal(url, 'https://sp.example/com.snowplowanalytics.snowplow/tp2');
  const body = JSON.parse(text);
  const theirs = recorded('snowplow');
  assert.equal(body.schema, theirs.schema);
  const [page, product, unpriced, order, custom] = body.data as Recorded[];
  assertLike(page ?? {}, first(theirs.data), ['e', 'p', 'tv', 'aid', 'eid', 'dtm', 'stm', 'url']);
  for (const payload of body.data)
    for (const value of Object.values(payload)) assert.equal(typeof value, 'string');
  assert.deepEqual(
    [page, product, unpriced, order, custom].map((payload) => payload?.e),
    ['pv', 'ue', 'se', 'ue', 'se'],
  );
  const action = JSON.parse(String(product?.ue_pr));
  assert.equal(action.schema, 'iglu:com.snowplowanalytics.snowplow/unstruct_event/jsonschema/1-0-0');
  // What the schemas of action and entities ask for: snowplow.test.ts.
  assert.deepEqual(action.data.data, { type: 'product_view' });
});
