import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleDocument } from '../../../test/support/sample-document.ts';
import { parseDocument } from './parse-document.ts';

type Json = Record<string, unknown>;

/** The sample with one change, as a value. */
function changed(change: (document: Json, campaign: Json) => void): unknown {
  const document: Json = structuredClone(sampleDocument) as unknown as Json;
  change(document, (document.campaigns as Json[])[0] as Json);
  return document;
}

function problemsOf(
  input: unknown,
): { code: string; path: string; fix: string; line?: number | undefined }[] {
  const result = parseDocument(input);
  return result.ok ? [] : result.problems.map(({ code, path, fix, line }) => ({ code, path, fix, line }));
}

const codes = (input: unknown): string[] => problemsOf(input).map(({ code }) => code);

describe('parse document', () => {
  it('gives back a sound document, from text and from a value', () => {
    const fromText = parseDocument(JSON.stringify(sampleDocument));
    const fromValue = parseDocument(sampleDocument);
    assert.deepEqual(fromText, { ok: true, document: sampleDocument });
    assert.deepEqual(fromValue, fromText);
  });

  it('names all mistakes at once, in the order of the text, with line and column', () => {
    const text = JSON.stringify(
      changed((document, campaign) => {
        document.zone = 'Europe/Sofja';
        delete document.audiences;
        campaign.statsu = campaign.status;
        delete campaign.status;
        campaign.audience = { attr: 'cart.total', op: 'gteq', value: 5 };
        campaign.widget = { type: 'tuor', props: {} };
      }),
      null,
      2,
    );
    const result = parseDocument(text);
    assert.equal(result.ok, false);
    const problems = result.ok ? [] : result.problems;
    assert.deepEqual(
      problems.map(({ code, path }) => [code, path]),
      [
        ['unknown-zone', 'zone'],
        ['unknown-operator', 'campaigns[0].audience.op'],
        ['unknown-widget', 'campaigns[0].widget.type'],
        ['unknown-key', 'campaigns[0].statsu'],
      ].sort((a, b) => placeOf(text, a[1] ?? '') - placeOf(text, b[1] ?? '')),
    );
    for (const { path, line, column } of problems) {
      const at =
        text
          .split('\n')
          .slice(0, (line ?? 0) - 1)
          .join('\n').length + (column ?? 0);
      assert.equal(text.slice(at).split(/[,\n]/)[0]?.trim(), valueText(text, path));
    }
  });

  for (const [what, wrong, path, meant] of [
    ['key', (_d: Json, c: Json) => (c.priorty = 3), 'campaigns[0].priorty', 'priority'],
    ['status', (_d: Json, c: Json) => (c.status = 'Live'), 'campaigns[0].status', 'live'],
    [
      'trigger',
      (_d: Json, c: Json) => (c.trigger = { on: 'evnt', event: 'x' }),
      'campaigns[0].trigger.on',
      'event',
    ],
    [
      'event',
      (_d: Json, c: Json) => (c.trigger = { on: 'event', event: 'order.placed' }),
      'campaigns[0].trigger.event',
      'order_placed',
    ],
    [
      'operator',
      (_d: Json, c: Json) => (c.audience = { all: [{ attr: 'a', op: 'notin', value: ['x'] }] }),
      'campaigns[0].audience.all[0].op',
      'notIn',
    ],
    [
      'condition key',
      (_d: Json, c: Json) => (c.audience = { not: { atr: 'a', op: 'eq', value: 1 } }),
      'campaigns[0].audience.not.atr',
      'attr',
    ],
    [
      'audience',
      (_d: Json, c: Json) => (c.audience = { use: 'newcomer' }),
      'campaigns[0].audience.use',
      'newcomers',
    ],
    [
      'widget',
      (_d: Json, c: Json) => (c.widget = { type: 'carousell', props: {} }),
      'campaigns[0].widget.type',
      'carousel',
    ],
    [
      'text key',
      (_d: Json, c: Json) => {
        const { steps } = (c.widget as Json).props as { steps: Json[] };
        (steps[0] as Json).body = 'serch';
      },
      'campaigns[0].widget.props.steps[0].body',
      'search',
    ],
    ['root key', (d: Json) => (d.campains = []), 'campains', 'campaigns'],
  ] as const) {
    it(`asks "did you mean" for a misspelt ${what}, and complains once`, () => {
      const problems = problemsOf(changed(wrong as (d: Json, c: Json) => void));
      assert.deepEqual(
        problems.map((one) => [one.path, one.fix]),
        [[path, `Did you mean "${meant}"?`]],
      );
    });
  }

  for (const [text, fix, line, column] of [
    ['{"a": 1,}', 'Remove that comma.', 1, 8],
    ["{'a': 1}", 'Use double quotes.', 1, 2],
    ['{a: 1}', 'Put the name into double quotes.', 1, 2],
    ['{"a": [1 2]}', 'Put a comma here.', 1, 10],
    ['{"a": 1\n  // later\n}', 'Remove it; JSON has no comments. The key "notes" is for colleagues.', 2, 3],
    ['{"a": ja}', 'A text needs double quotes around it.', 1, 7],
    ['{"a": "x}', 'Close it with a double quote; a new line is \\n.', 1, 7],
    ['{"a" 1}', 'Write "a": and its value.', 1, 6],
    ['{"a": [1', 'Close what is open with ].', 1, 9],
    ['', 'A value is missing here.', 1, 1],
    ['{} {}', 'Remove what follows the last bracket.', 1, 4],
  ] as const) {
    it(`says where ${JSON.stringify(text)} stops being JSON and what to do`, () => {
      const result = parseDocument(text);
      assert.equal(result.ok, false);
      const [problem] = result.ok ? [] : result.problems;
      assert.deepEqual(
        [problem?.code, problem?.fix, problem?.line, problem?.column],
        ['not-json', fix, line, column],
      );
    });
  }

  it('refuses keys that reach into prototypes, and touches none', () => {
    const text = JSON.stringify(sampleDocument).replace('"revision"', '"__proto__":{"live":true},"revision"');
    assert.deepEqual(codes(text), ['unsafe-key']);
    assert.equal(Object.hasOwn(Object.prototype, 'live'), false);
  });

  it('names a key that stands twice', () => {
    const text = JSON.stringify(sampleDocument).replace('"revision"', '"revision":1,"revision"');
    assert.deepEqual(
      problemsOf(text).map(({ code, path }) => [code, path]),
      [['repeated-key', 'revision']],
    );
  });

  it('refuses 10 MB and a thousand levels in one sentence each', () => {
    assert.deepEqual(codes(`{"notes":"${'x'.repeat(1e7)}"}`), ['too-large']);
    assert.deepEqual(codes('['.repeat(1000) + ']'.repeat(1000)), ['not-json']);
    let deep: unknown = 1;
    for (let level = 0; level < 100; level += 1) deep = { not: deep };
    assert.deepEqual(codes(deep), ['too-deep']);
  });

  it('says that a newer format needs a newer version, and nothing else', () => {
    assert.deepEqual(codes(changed((document) => (document.formatVersion = 2))), ['format-newer']);
  });

  for (const [what, code, wrong] of [
    [
      'two campaigns of one id',
      'repeated-id',
      (d: Json) => (d.campaigns = [...(d.campaigns as []), ...(d.campaigns as [])]),
    ],
    ['an id with capitals', 'bad-format', (_d: Json, c: Json) => (c.id = 'Spring Wheel')],
    [
      'an end before the start',
      'ends-before-start',
      (_d: Json, c: Json) => (c.schedule = { from: '2026-04-01', to: '2026-03-01' }),
    ],
    ['a day that no calendar has', 'bad-time', (_d: Json, c: Json) => (c.schedule = { from: '2026-02-30' })],
    [
      'a list operator without a list',
      'wrong-value',
      (_d: Json, c: Json) => (c.audience = { attr: 'a', op: 'in', value: 'x' }),
    ],
    [
      'an amount as text',
      'wrong-value',
      (_d: Json, c: Json) => (c.audience = { attr: 'a', op: 'gt', value: '20' }),
    ],
    [
      'audiences that use each other',
      'audience-circle',
      (d: Json) => (d.audiences = { newcomers: { use: 'newcomers' } }),
    ],
    ['a share above one', 'too-big', (_d: Json, c: Json) => (c.holdout = 3)],
    ['a number as text', 'wrong-type', (_d: Json, c: Json) => (c.priority = '5')],
    [
      'texts without the fallback locale',
      'missing-fallback-texts',
      (_d: Json, c: Json) => (c.content = { bg: { search: 'т', title: 'т' } }),
    ],
    [
      'a language without its plural forms',
      'missing-plural',
      (_d: Json, c: Json) => ((c.content as Json).pl = { search: { one: 'a', other: 'b' } }),
    ],
    [
      'a plural form the language has not',
      'unknown-plural',
      (_d: Json, c: Json) => ((c.content as Json).bg = { search: { one: 'a', few: 'b', other: 'c' } }),
    ],
    [
      'braces that are no merge tag',
      'broken-merge-tag',
      (_d: Json, c: Json) => ((c.content as Json).bg = { search: '{{ name }' }),
    ],
    [
      'a locale that is none',
      'unknown-locale',
      (_d: Json, c: Json) => ((c.content as Json).bulgarian_ = { search: 'x' }),
    ],
    [
      'weights that are no whole',
      'weights-not-one',
      (_d: Json, c: Json) =>
        (c.experiment = {
          seed: 's',
          variants: [
            { id: 'a', weight: 0.5 },
            { id: 'b', weight: 0.4 },
          ],
        }),
    ],
    ['a missing part', 'missing-key', (_d: Json, c: Json) => delete c.placement],
  ] as const) {
    it(`names ${what}`, () => {
      assert.ok(codes(changed(wrong as (d: Json, c: Json) => void)).includes(code));
    });
  }

  it('answers anything at all without throwing', () => {
    const circle: Json = {};
    circle.self = circle;
    for (const input of [
      null,
      undefined,
      5,
      [],
      '',
      'null',
      '[]',
      circle,
      () => 1,
      { campaigns: {} },
      { campaigns: [null] },
    ]) {
      assert.equal(parseDocument(input).ok, false);
    }
  });
});

/** Offset of the value at a path whose last key is unique in the text. */
function placeOf(text: string, path: string): number {
  return text.indexOf(`"${path.split('.').at(-1)}":`);
}

function valueText(text: string, path: string): string | undefined {
  const key = `"${path.split('.').at(-1)}": `;
  return text
    .slice(text.indexOf(key) + key.length)
    .split(/[,\n]/)[0]
    ?.trim();
}
