import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { sampleDocument } from '../../../test/support/sample-document.ts';
import { campaignJsonSchema } from './json-schema.ts';

const validate = new Ajv2020({ strict: false, allErrors: true, validateFormats: false }).compile(
  campaignJsonSchema(),
);

describe('JSON Schema of campaigns under a validator of its own kind', () => {
  it('passes what the parser passes', async () => {
    const demo = JSON.parse(await readFile(new URL('../../../demo/campaigns.json', import.meta.url), 'utf8'));
    for (const document of [sampleDocument, demo]) {
      assert.equal(validate(document), true, JSON.stringify(validate.errors?.slice(0, 3)));
    }
  });

  for (const [what, change] of [
    ['an unknown key', { colour: 'red' }],
    ['a status that is none', { status: 'livee' }],
    ['a trigger that is none', { trigger: { on: 'telepathy' } }],
    ['an event that nobody records', { cancelOn: ['order_plced'] }],
    ['an operator that is none', { audience: { attr: 'cart.total', op: 'like', value: 1 } }],
    ['two places at once', { placement: { slot: 'a', overlay: 'modal' } }],
    ['hours that are none', { schedule: { hours: { from: '25:00', to: '26:00' } } }],
    ['a cap in days and by the calendar', { frequency: { cap: { max: 1, days: 1, per: 'day' } } }],
  ] as const) {
    it(`refuses ${what}`, () => {
      const [first, ...rest] = sampleDocument.campaigns;
      assert.equal(validate({ ...sampleDocument, campaigns: [{ ...first, ...change }, ...rest] }), false);
    });
  }
});
