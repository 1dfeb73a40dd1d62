import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SchemaNode } from './json-schema/annotate-schema.ts';
import { keyTexts } from './json-schema/key-texts-table.ts';
import { campaignJsonSchema, programJsonSchema } from './json-schema.ts';

/** Every property of a schema with its path. */
function properties(node: SchemaNode, path = ''): (readonly [string, SchemaNode])[] {
  const inner = [
    ...(typeof node.additionalProperties === 'object' ? [node.additionalProperties] : []),
    ...(node.items ? [node.items] : []),
    ...(node.anyOf ?? []),
    ...(node.oneOf ?? []),
    ...Object.values(node.$defs ?? {}),
  ];
  return [
    ...Object.entries(node.properties ?? {}).flatMap(([key, one]) => [
      [`${path}.${key}`, one] as const,
      ...properties(one, `${path}.${key}`),
    ]),
    ...inner.flatMap((one) => properties(one, path)),
  ];
}

describe('JSON Schema', () => {
  for (const [name, schema] of [
    ['campaigns', campaignJsonSchema()],
    ['programme', programJsonSchema()],
  ] as const) {
    it(`explains every key of ${name} with title, description and example`, () => {
      const all = properties(schema);
      assert.ok(all.length > 20);
      for (const [path, { title, description, examples }] of all) {
        assert.ok(title && description && examples?.length === 1, `${path} is not explained`);
      }
    });
  }

  it('completes event names where an event is meant, and shows defaults', () => {
    const all = new Map(properties(campaignJsonSchema()));
    assert.ok(all.get('.campaigns.goal.event')?.enum?.includes('order_placed'));
    assert.equal(all.get('.campaigns.priority')?.default, 0);
  });

  it('has no text for a key that does not exist', () => {
    const paths = [...properties(campaignJsonSchema()), ...properties(programJsonSchema())].map(
      ([path]) => path,
    );
    for (const key of Object.keys(keyTexts)) {
      assert.ok(
        paths.some((path) => path.endsWith(`.${key}`)),
        `${key} explains nothing`,
      );
    }
  });

  it('gives the same every time', () => {
    assert.deepEqual(campaignJsonSchema(), campaignJsonSchema());
  });
});
