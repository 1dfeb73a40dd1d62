/** One thing that may be asked of the server. */
export interface Operation {
  readonly method: 'get' | 'post' | 'delete';
  /** Under the base path. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly tag: 'Browser' | 'Shop server' | 'People' | 'Public';
  /** Who may ask; none: everybody. */
  readonly security?: 'apiKey' | 'signature';
  /** Name of the body's schema. */
  readonly body?: string;
  /** Name of the answer's schema. */
  readonly answer: string;
}

/** Everything that is served to programs, by path. */
export const operations: readonly Operation[] = [
  {
    method: 'post',
    path: '/v1/batch',
    id: 'sendSignals',
    summary: 'Stores journey events; a bad one is rejected alone, repeats are dropped by event id.',
    tag: 'Browser',
    body: 'SignalBatch',
    answer: 'BatchAnswer',
  },
  {
    method: 'post',
    path: '/v1/actions',
    id: 'performAction',
    summary: 'Draws, claims, redeems, reads and saves for a visitor.',
    tag: 'Browser',
    body: 'ActionRequest',
    answer: 'ActionAnswer',
  },
  {
    method: 'post',
    path: '/v1/orders',
    id: 'sendOrder',
    summary: 'Tells of an order at one moment of its life.',
    tag: 'Shop server',
    security: 'signature',
    body: 'OrderWebhook',
    answer: 'OrderAnswer',
  },
  {
    method: 'post',
    path: '/v1/spend',
    id: 'spendPoints',
    summary: 'Pays an order with points, once.',
    tag: 'Shop server',
    security: 'signature',
    body: 'SpendRequest',
    answer: 'SpendAnswer',
  },
  {
    method: 'get',
    path: '/v1/people/{person}',
    id: 'readPerson',
    summary: 'A person: points, tier, badges. Role viewer.',
    tag: 'People',
    security: 'apiKey',
    answer: 'PersonSummary',
  },
  {
    method: 'get',
    path: '/v1/people/{person}/export',
    id: 'exportPerson',
    summary: 'Everything that is held of a person. Role admin.',
    tag: 'People',
    security: 'apiKey',
    answer: 'PersonExport',
  },
  {
    method: 'delete',
    path: '/v1/people/{person}',
    id: 'erasePerson',
    summary: 'Erases a person; orders, plays and ledger stay under a pseudonym. Role admin.',
    tag: 'People',
    security: 'apiKey',
    answer: 'Erased',
  },
  {
    method: 'post',
    path: '/v1/people/{person}/points',
    id: 'adjustPoints',
    summary: 'Corrects points, either way. Role publisher.',
    tag: 'People',
    security: 'apiKey',
    body: 'PointsAdjustment',
    answer: 'PointsAnswer',
  },
  {
    method: 'post',
    path: '/v1/people/{person}/goodwill',
    id: 'giveGoodwill',
    summary: 'Gives points within the goodwill limits. Role editor.',
    tag: 'People',
    security: 'apiKey',
    body: 'GoodwillGift',
    answer: 'PointsAnswer',
  },
  {
    method: 'post',
    path: '/v1/movements/{id}/revoke',
    id: 'revokeMovement',
    summary: 'Takes back what a movement gave. Role publisher.',
    tag: 'People',
    security: 'apiKey',
    body: 'Revocation',
    answer: 'Revoked',
  },
  {
    method: 'post',
    path: '/v1/prizes/{id}/revoke',
    id: 'revokePrize',
    summary: 'Ends a prize that was not claimed. Role publisher.',
    tag: 'People',
    security: 'apiKey',
    body: 'Revocation',
    answer: 'Revoked',
  },
  {
    method: 'get',
    path: '/v1/document/{file}',
    id: 'readDocument',
    summary: 'The public document of a write key, `{key}.json`.',
    tag: 'Public',
    answer: 'Document',
  },
  {
    method: 'get',
    path: '/v1/control/{file}',
    id: 'readControl',
    summary: 'What is paused for a write key, `{key}.json`.',
    tag: 'Public',
    answer: 'Control',
  },
  {
    method: 'get',
    path: '/v1/pools/{pool}',
    id: 'readPool',
    summary: 'Commitments of a pool’s versions; seed and weights of those that ended.',
    tag: 'Public',
    answer: 'PoolVersions',
  },
  {
    method: 'get',
    path: '/openapi.json',
    id: 'readOpenApi',
    summary: 'This document.',
    tag: 'Public',
    answer: 'Document',
  },
  {
    method: 'get',
    path: '/health',
    id: 'readHealth',
    summary: 'The process lives.',
    tag: 'Public',
    answer: 'Health',
  },
  {
    method: 'get',
    path: '/ready',
    id: 'readReady',
    summary: 'The database answers.',
    tag: 'Public',
    answer: 'Health',
  },
];
