import * as z from 'zod/mini';
import { actionRequest } from './action.ts';
import {
  feedWish,
  freeEntryWish,
  goodwillGift,
  orderWebhook,
  personSummary,
  pointsAdjustment,
  revocation,
  spendRequest,
} from './admin.ts';
import { campaignDocument } from './document.ts';
import { annotateSchema, type SchemaNode } from './json-schema/annotate-schema.ts';
import { programDocument } from './program.ts';
import { attributesWish } from './pulled-facts.ts';
import { signalBatch } from './signal-batch.ts';

/** JSON Schema (draft 2020-12) of campaign documents for editors: `"$schema"` in the document points at it. */
export function campaignJsonSchema(): SchemaNode {
  return describe(campaignDocument, 'Regulars campaigns', 'Who sees what, when, where: campaigns.json.');
}

/** JSON Schema (draft 2020-12) of programme documents. */
export function programJsonSchema(): SchemaNode {
  return describe(programDocument, 'Regulars programme', 'Points and prize pools: program.json.');
}

function describe(schema: z.ZodMiniType, title: string, description: string): SchemaNode {
  // The plain JSON of it: zod adds a method for its own use.
  const json: SchemaNode = JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'input' })));
  return { ...annotateSchema(json), title, description };
}

/** JSON Schemas (draft 2020-12) of what goes over the wire, by name; the server's OpenAPI document is made of them. */
export function wireJsonSchemas(): Readonly<Record<string, SchemaNode>> {
  const schemas = {
    SignalBatch: signalBatch,
    ActionRequest: actionRequest,
    OrderWebhook: orderWebhook,
    SpendRequest: spendRequest,
    PointsAdjustment: pointsAdjustment,
    FreeEntryWish: freeEntryWish,
    FeedWish: feedWish,
    GoodwillGift: goodwillGift,
    Revocation: revocation,
    PersonSummary: personSummary,
    AttributesWish: attributesWish,
  };
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, plain(schema)]));
}

function plain(schema: z.ZodMiniType): SchemaNode {
  const { $schema, ...rest } = JSON.parse(
    JSON.stringify(z.toJSONSchema(schema, { io: 'input' })),
  ) as SchemaNode;
  return rest;
}
