import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { createServerFixture, describeOnDatabases } from '../../../../test/support/server-fixture.ts';
import { createClient } from '../client/index.ts';
import { openApiDocument } from './openapi-document.ts';
import { operations } from './operations-table.ts';

test('makes a document that a validator of OpenAPI 3.1 takes', async () => {
  const validator = new Validator();
  const result = await validator.validate(structuredClone(openApiDocument('/regulars')));
  assert.deepEqual(result, { valid: true });
  assert.equal(validator.version, '3.1');
  const broken = { ...openApiDocument('/regulars'), paths: { '/x': { get: { responses: 1 } } } };
  assert.equal((await new Validator().validate(broken)).valid, false);
});

test('refers to nothing that is not there', () => {
  const text = JSON.stringify(openApiDocument(''));
  const { components } = JSON.parse(text);
  for (const [, name = ''] of text.matchAll(/#\/components\/schemas\/(\w+)/g)) {
    assert.ok(components.schemas[name], `no schema ${name}`);
  }
});

test('has a typed client for everything that a shop’s own backend asks', () => {
  const ofShops = operations.filter(
    ({ path, security }) => security === 'signature' || /^\/v1\/(people|movements|prizes)/.test(path),
  );
  assert.deepEqual(
    Object.keys(createClient({ url: 'https://api.example' })).sort(),
    ofShops.map(({ id }) => id).sort(),
  );
});

describeOnDatabases('openapi', (open) => {
  test('is served, and names every route that programs may ask', async (t) => {
    const server = await createServerFixture(t, open);
    const served = await (await server.get('/openapi.json')).json();
    assert.deepEqual(served, JSON.parse(JSON.stringify(openApiDocument('/regulars'))));
    const own = operations.map(
      ({ method, path }) => `${method.toUpperCase()} ${path.replaceAll(/\{\w+\}/g, '*')}`,
    );
    const routes = server.handler.routes
      .filter(({ method, path }) => method !== 'ALL' && !/\/(operator|sign-in|assets)\b|\/verify/.test(path))
      .map(({ method, path }) => `${method} ${path.replace('/regulars', '').replaceAll(/:\w+/g, '*')}`);
    assert.deepEqual([...new Set(routes)].sort(), [...own].sort());
  });
});
