const money = {
  type: 'object',
  required: ['value', 'currency'],
  properties: { value: { type: 'integer' }, currency: { type: 'string' } },
};
const time = { type: 'number', description: 'Epoch ms.' };
const text = { type: 'string' };
const count = { type: 'integer' };
const flag = { type: 'boolean' };
const anything = { type: 'object', additionalProperties: true };

const object = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []): object => ({
  type: 'object',
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});

/** JSON Schemas of what is answered with 200, by name. */
export const answerSchemas: Readonly<Record<string, object>> = {
  BatchAnswer: object(
    {
      type: { enum: ['accepted', 'partly'] },
      rejected: { type: 'array', items: object({ id: text, reason: text }) },
      visitorToken: text,
      now: time,
    },
    ['rejected', 'visitorToken'],
  ),
  ActionAnswer: object({ ok: { const: true }, result: anything, visitorToken: text, now: time }, [
    'visitorToken',
  ]),
  OrderAnswer: object({ joined: flag, points: count, now: time }),
  SpendAnswer: object(
    { ok: { const: true }, points: count, credit: money, value: money, left: count, now: time },
    ['points', 'credit'],
  ),
  Attributes: object({
    attributes: { type: 'object', additionalProperties: object({ value: {}, at: time }) },
  }),
  Feed: object({
    strategy: text,
    indexVersion: text,
    personal: flag,
    items: {
      type: 'array',
      items: object({ product: anything, source: text, because: text, image: text, link: text }, ['because']),
    },
    expiresAt: time,
  }),
  PointsAnswer: object({ points: count, changed: count }),
  EntryAnswer: object({ playId: text, prizeIndex: count, label: text, win: flag }),
  Revoked: object({ taken: count }),
  Erased: object({ erased: { const: true } }),
  PersonExport: {
    ...object({
      personId: text,
      events: { type: 'array', items: anything },
      movements: { type: 'array', items: anything },
    }),
    additionalProperties: true,
  },
  Caller: object({
    name: text,
    role: text,
    approval: flag,
    documents: { type: 'array', items: text },
    webhookAt: { type: ['number', 'null'], description: 'When the shop last told of an order, epoch ms.' },
  }),
  DocumentState: object({ published: anything, draft: { type: ['object', 'null'] }, approval: flag }),
  DocumentHistory: object({ revisions: { type: 'array', items: anything } }),
  DocumentChange: object(
    { ok: { const: true }, revision: count, draft: count, warnings: { type: 'array', items: anything } },
    ['draft'],
  ),
  DraftWish: object({ document: { type: 'string', description: 'The JSON as it was written.' }, why: text }, [
    'why',
  ]),
  PublishWish: object({ draft: count, why: text }, ['draft', 'why']),
  RollbackWish: object({ to: count, base: count, why: text }, ['to', 'base', 'why']),
  Pauses: object({ pausedAll: flag, paused: { type: 'array', items: text } }),
  PauseChange: object({ campaignId: text, paused: flag }),
  PreviewWish: {
    ...object(
      { page: text, draft: flag, campaignId: text, persona: text, consent: { type: ['array', 'null'] } },
      ['page', 'draft'],
    ),
    additionalProperties: true,
  },
  PreviewLink: object({ ok: { const: true }, link: text, expiresAt: time, plan: anything }),
  Why: object({ visitors: { type: 'array', items: anything } }),
  CampaignReport: anything,
  ListReports: object({ reports: { type: 'array', items: anything } }),
  Document: anything,
  Control: anything,
  PoolVersions: object({ versions: { type: 'array', items: anything } }),
  Health: object({ ok: { const: true }, now: time, database: text }, ['database']),
};
