import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compileDocument } from '@regulars/core/rules';
import { compiledForm } from '../../packages/core/src/rules/compiled-form.ts';

/** One campaign for each thing that the checker reads, fixes or refuses. */
const campaign = (id: string, more: object = {}): object => ({
  id,
  status: 'live',
  trigger: { on: 'page' },
  placement: { slot: id },
  widget: { type: 'announcement', props: { form: 'bar', body: 'body' } },
  content: { en: { body: 'Hello' } },
  ...more,
});

const source = {
  formatVersion: 1,
  revision: 7,
  zone: 'Europe/Sofia',
  fallbackLocales: ['en', 3],
  caps: {
    overlay: { perSession: 1, perDay: 'x' },
    tags: { news: { max: 2, per: 'day' } },
    quietPaths: ['/checkout', 1],
  },
  audiences: { regulars: { attr: 'visitor.orders', op: 'gte', value: 2 } },
  globalHoldout: 0.05,
  unknown: 'dropped',
  campaigns: [
    campaign('plain'),
    campaign('timed', { schedule: { from: '2026-03-01T09:00', to: '2026-03-29T03:30' } }),
    campaign('weekly', { schedule: { days: ['mon'], hours: { from: '09:00', to: '12:00' }, zone: 'UTC' } }),
    campaign('asked', {
      audience: { all: [{ use: 'regulars' }, { attr: 'page.path', op: 'glob', value: '/p/*' }] },
    }),
    campaign('counted', { frequency: { maxShows: 2, per: 'day' }, tags: ['news'] }),
    campaign('dealt', {
      experiment: {
        seed: 'e',
        variants: [
          { id: 'a', weight: 0.5 },
          { id: 'b', weight: 0.5 },
        ],
      },
    }),
    campaign('acted', {
      trigger: [
        { on: 'click', selector: '.x' },
        { on: 'idle', ms: 5000 },
      ],
    }),
    campaign('plain'),
    campaign('Wrong Id'),
    campaign('no-widget', { widget: null }),
    campaign('bad-audience', { audience: { attr: 'visitor.orders', op: 'like', value: 2 } }),
    campaign('bad-trigger', { trigger: { on: 'moon' } }),
    'no campaign',
  ],
};

/** SHA-256 of what the checker wrote by its form. Rows are added, never changed: an old row is what older documents bear. */
const forms: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('compiled-forms.json', import.meta.url), 'utf8'),
);

test('the mark of a checked document is raised with what the checker accepts and writes', () => {
  const { document, problems } = compileDocument(JSON.stringify(source));
  assert.deepEqual([document?.campaigns.length, problems.length], [8, 5]);
  const written = JSON.stringify({ document: { ...document, compiled: null }, problems });
  const hash = createHash('sha256').update(written).digest('hex');
  assert.equal(
    forms[compiledForm],
    hash,
    `The checker accepts or writes something else than form ${compiledForm} did: raise compiledForm and add a row { "${compiledForm + 1}": "${hash}" } to compiled-forms.json.`,
  );
  assert.equal(Object.keys(forms).at(-1), String(compiledForm));
  assert.equal(new Set(Object.values(forms)).size, Object.keys(forms).length);
});
