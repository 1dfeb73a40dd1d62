import type { SizeEntry } from './size-entry.ts';

const core =
  "import { createCore, deliverTo } from '@regulars/core'; import { httpAdapter } from '@regulars/adapters/http'; console.log(createCore, deliverTo, httpAdapter);";

/** Adapters beyond the first, each alone: what a shop adds to core and HTTP. */
const adapters = [
  ...['cloud-events', 'segment', 'posthog', 'snowplow', 'klaviyo', 'ga4', 'shopify', 'fan-out'],
  ...['rank-http', 'rank-algolia', 'rank-recombee'],
];

/** Vendors whose words are a chunk of their own. */
const words: Readonly<Record<string, string>> = {
  segment: 'Segment e-commerce',
  posthog: 'Segment e-commerce',
  klaviyo: 'Segment e-commerce',
  snowplow: 'Snowplow e-commerce, made to fit its schemas',
  ga4: 'Google Analytics 4',
  shopify: "Shopify's standard events",
};

const collectors = [
  'structured-data',
  'data-layer',
  'shopify',
  'markup',
  'impressions',
  'exit-intent',
  'frustration',
];

const collecting = `${core} import { collect } from '@regulars/core/collect'; console.log(collect);`;

const deciding = `${core} import { campaigns } from '@regulars/core/campaigns'; console.log(campaigns);`;

const adapterEntries: readonly SizeEntry[] = adapters.map((name) => ({
  what: `\`@regulars/adapters/${name}\` beyond core and HTTP`,
  code: `${core} import * as own from '@regulars/adapters/${name}'; console.log(own);`,
  beyond: core,
  budget: { limitBytes: 1000 },
  ...(words[name] && { later: `of \`${name}\`, with its first batch: the words of ${words[name]}` }),
}));

const collectorEntries: readonly SizeEntry[] = collectors.map((name) => ({
  what: `\`@regulars/core/collect/${name}\` beyond core and \`/collect\``,
  code: `${collecting} import * as own from '@regulars/core/collect/${name}'; console.log(own);`,
  beyond: collecting,
  budget: { limitBytes: 1000 },
}));

/** What a shop adds to core by an import of its own. */
export const optInEntries: readonly SizeEntry[] = [
  ...adapterEntries,
  ...collectorEntries,
  ...['crossSubdomain', 'linkDomains', 'reset', 'group'].map((name) => ({
    what: `\`${name}\` of \`@regulars/core/identity\` beyond core and HTTP`,
    code: `${core} import { ${name} as own } from '@regulars/core/identity'; console.log(own);`,
    beyond: core,
    budget: { limitBytes: 1000 },
  })),
  {
    what: '`@regulars/core/sessions` beyond core and HTTP',
    code: `${core} import * as own from '@regulars/core/sessions'; console.log(own);`,
    beyond: core,
    budget: { limitBytes: 1000 },
  },
  {
    what: '`@regulars/core/middleware` beyond core and HTTP',
    code: `${core} import * as own from '@regulars/core/middleware'; console.log(own);`,
    beyond: core,
    budget: { limitBytes: 1000 },
  },
  {
    what: '`@regulars/core/openfeature` beyond core, HTTP and `/campaigns`',
    code: `${deciding} import * as own from '@regulars/core/openfeature'; console.log(own);`,
    beyond: deciding,
    budget: { limitBytes: 1000 },
  },
];
