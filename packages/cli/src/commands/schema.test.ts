import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callCli } from '../../../../test/support/call-cli.ts';

test('prints the JSON Schema of either document, and refuses another', async () => {
  for (const [kind, key] of [
    ['campaigns', 'campaigns'],
    ['program', 'earn'],
  ] as const) {
    const { code, out } = await callCli('schema', kind);
    const schema = JSON.parse(out) as { $schema: string; properties: Record<string, unknown> };
    assert.equal(code, 0);
    assert.match(schema.$schema, /json-schema\.org\/draft\/2020-12/);
    assert.ok(key in schema.properties);
  }
  assert.equal((await callCli('schema', 'cake')).code, 2);
});
