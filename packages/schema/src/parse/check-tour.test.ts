import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDocument } from '../parse-document.ts';
import { splitDocument } from '../split-document.ts';

const steps = (...list: object[]) => ({
  formatVersion: 1,
  revision: 1,
  zone: 'UTC',
  fallbackLocales: ['en'],
  audiences: { big: { attr: 'cart.total', op: 'gt', value: { value: 5000, currency: 'EUR' } } },
  campaigns: [
    {
      id: 'tour',
      status: 'live',
      purpose: 'functional',
      trigger: { on: 'page' },
      frequency: { maxShows: 1 },
      placement: { overlay: 'tour' },
      widget: { type: 'tour', props: { steps: list } },
      content: { en: { body: 'Here', label: 'Go' } },
    },
  ],
});
const codes = (...list: object[]) => {
  const result = parseDocument(JSON.stringify(steps(...list)));
  return (result.ok ? [] : result.problems).map(({ code, path }) => `${code} ${path}`);
};

describe('tours in a document', () => {
  it('may hold media, buttons, branches, acts and variants', () => {
    const media = { type: 'image', src: '/a.webp', width: 4, height: 3, caption: 'body' };
    const full = {
      id: 'one',
      target: { select: ['.a', 'x-card >>> .b'], text: 'Add' },
      body: 'body',
      media,
      buttons: [{ label: 'label', answer: 'yes', action: { type: 'go', step: 'two' } }],
      advanceOn: [
        'filter_used',
        { event: 'product_viewed', page: '/p/*' },
        { clicks: '.x' },
        { waitMs: 5000 },
      ],
      next: [{ when: { attr: 'tour.answers.one', op: 'eq', value: 'yes' }, go: 'two' }, { go: 'end' }],
      audience: { use: 'big' },
      device: 'phone',
      phone: { body: 'body', target: '.burger', media },
      slot: 'picks',
      modal: true,
      scroll: false,
      onMissing: 'dock',
    };
    assert.deepEqual(codes(full, { id: 'two', body: 'body' }), []);
  });

  it('are told of branches to nowhere, circles, unknown events, campaigns, texts and conditions', () => {
    const found = codes({
      id: 'one',
      body: 'body',
      next: 'one',
      advanceOn: [{ event: 'filter_usd' }],
      audience: { use: 'bog' },
      buttons: [
        { label: 'labl', action: { type: 'go', step: 'tow' } },
        { label: 'label', action: { type: 'start', campaign: 'none' } },
        { label: 'label', action: { type: 'open', url: ' java\tscript:alert(1)' } },
      ],
      media: { type: 'video', src: 'data:text/html,x', width: 1, height: 1 },
    });
    const at = 'campaigns.0.widget.props.steps.0';
    for (const code of [
      'unknown-event',
      'step-circle',
      'unknown-name',
      'address-not-allowed',
      'video-without-words',
      'unknown-audience',
      'missing-text',
    ])
      assert.ok(
        found.some((one) => one.startsWith(`${code} `)),
        `${code} of ${found.join('; ')} (${at})`,
      );
    assert.equal(found.filter((one) => one.startsWith('address-not-allowed')).length, 2);
  });

  it('keep the audiences that only their steps use when they are published', () => {
    const result = parseDocument(
      JSON.stringify(steps({ id: 'one', body: 'body', audience: { use: 'big' } })),
    );
    assert.ok(result.ok);
    const program = { formatVersion: 1, revision: 1, pools: {} };
    const { public: published } = splitDocument(
      result.document,
      program as unknown as Parameters<typeof splitDocument>[1],
      { now: 0 },
    );
    assert.deepEqual(Object.keys(published.audiences ?? {}), ['big']);
  });
});
