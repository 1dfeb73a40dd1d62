import type { SizeEntry } from './size-entry.ts';

const core =
  "import { createCore, deliverTo } from '@regulars/core'; import { httpAdapter } from '@regulars/adapters/http'; console.log(createCore, deliverTo, httpAdapter);";

const adapters = ['cloud-events', 'segment', 'posthog', 'snowplow', 'klaviyo', 'ga4', 'shopify', 'fan-out'];

/** Adapters beyond the first, each alone: what a shop adds to core and HTTP. */
export const optInEntries: readonly SizeEntry[] = adapters.map((name) => ({
  what: `\`@regulars/adapters/${name}\` beyond core and HTTP`,
  code: `${core} import * as own from '@regulars/adapters/${name}'; console.log(own);`,
  beyond: core,
  budget: { limitBytes: 1000 },
}));
