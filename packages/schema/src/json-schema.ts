import * as z from 'zod/mini';
import { campaignDocument } from './document.ts';
import { annotateSchema, type SchemaNode } from './json-schema/annotate-schema.ts';
import { programDocument } from './program.ts';

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
