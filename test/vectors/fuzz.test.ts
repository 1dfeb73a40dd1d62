import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { compileDocument, decide } from '@regulars/core/rules';
import { lintDocument, parseDocument } from '@regulars/schema';
import { cartSaver } from '../../packages/cli/src/presets/cart-saver.ts';
import { firstVisitTour } from '../../packages/cli/src/presets/first-visit-tour.ts';
import { winBack } from '../../packages/cli/src/presets/win-back.ts';
import { createChance } from '../support/chance.ts';
import { sampleDocument } from '../support/sample-document.ts';
import { decisionInput } from '../support/vector-runs.ts';

/** TESTING asks 10,000, which take a minute; every run tries a fifth of them: `REGULARS_FUZZ=10000`. */
const count = Number(process.env.REGULARS_FUZZ ?? 2000);

/** A failing run can be looked at. */
const chance = createChance(20_261_122);
const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;

const odd: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  1.5,
  '',
  'x',
  'x'.repeat(11_000),
  [],
  {},
  [null],
  { value: 1, currency: 'EUR' },
  '__proto__',
  'constructor',
  '2026-02-31T00:00',
  'Mars/Olympus',
  { from: '2026-02-31T00:00' },
  { to: 'soon' },
  { all: [] },
  { any: [{ use: 'nobody' }] },
  { attr: 'a', op: 'like' },
  { not: { not: { not: { not: { not: { not: { not: { not: { did: 'order_placed' } } } } } } } } },
  { did: 'order_plced' },
  { on: 'telepathy' },
  { on: 'event', event: 'page_vewed' },
  'draft',
  'livee',
  { attr: 'cart.total', op: 'gte', value: 'many' },
  { did: 'page_viewed', where: { category: 'x' } },
];

/** What people write wrong at a place. */
const near: Readonly<Record<string, readonly unknown[]>> = {
  audience: [
    { did: 'page_viewed', where: { category: 'x' } },
    { did: 'order_plced' },
    { not: { not: { not: { not: { not: { not: { not: { not: { did: 'order_placed' } } } } } } } } },
    { all: Array.from({ length: 201 }, () => ({ attr: 'a', op: 'exists' })) },
    { attr: 'cart.total', op: 'gte', value: 'many' },
    { any: [{ use: 'nobody' }] },
    { attr: 'a', op: 'like' },
  ],
  schedule: [
    { from: '2026-02-31T00:00' },
    { to: 'soon' },
    { from: '2026-05-01', to: '2026-04-01' },
    { zone: 'Mars/Olympus' },
  ],
  trigger: [{ on: 'telepathy' }, { on: 'event', event: 'page_vewed' }, [], { on: 'click' }],
  frequency: [{ maxShows: 0 }, { cap: { max: 1 } }, { cap: { max: 1, days: 1, per: 'day' } }],
  holdout: [2, '0.1'],
  colour: ['red'],
};

/** Every place in a value: the object that holds it and its key. */
function places(
  value: unknown,
  found: { holder: Record<string, unknown>; key: string }[] = [],
): typeof found {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push({ holder: value as Record<string, unknown>, key });
    places((value as Record<string, unknown>)[key], found);
  }
  return found;
}

/** Changes a document in one to three places as people and programs do. */
function mutate(source: object): unknown {
  const copy = JSON.parse(JSON.stringify(source));
  for (let left = Math.ceil(chance() * 3); left; left -= 1) {
    const all = places(copy);
    const { holder, key } = pick(all);
    const turn = chance();
    if (turn < 0.3) holder[key] = pick(odd);
    else if (turn < 0.5) delete holder[key];
    else if (turn < 0.65) {
      const value = holder[key];
      delete holder[key];
      holder[`${key.slice(0, -1)}`] = value;
    } else if (turn < 0.8) {
      const campaigns: unknown = Object(copy).campaigns;
      const place = Array.isArray(campaigns) && campaigns.length ? Object(pick(campaigns)) : holder;
      const field = pick(Object.keys(near));
      place[field] = pick(chance() < 0.8 ? (near[field] ?? odd) : odd);
    } else {
      const other = pick(all);
      holder[key] = JSON.parse(JSON.stringify(other.holder[other.key] ?? null));
    }
  }
  return copy;
}

/** Damages the text itself: cut, doubled, a byte changed. */
function damage(text: string): string {
  const at = Math.floor(chance() * text.length);
  const turn = chance();
  if (turn < 0.3) return text.slice(0, at);
  if (turn < 0.6)
    return text.slice(0, at) + pick(['}', '"', ',', '\u0000', '//x\n', '\ufeff', '1e999']) + text.slice(at);
  return text.slice(0, at) + text.slice(at + 1 + Math.floor(chance() * 9));
}

it(`of ${count} mutated documents none crashes, and every refusal has its place and its cure`, async (test) => {
  const demo = JSON.parse(await readFile(new URL('../../demo/campaigns.json', import.meta.url), 'utf8'));
  const small = { ...demo, campaigns: demo.campaigns.slice(0, 2) };
  const sources = [sampleDocument, cartSaver.campaigns, firstVisitTour.campaigns, winBack.campaigns, small];
  const codes = new Map<string, number>();
  const refused = new Map<string, number>();
  const add = (map: Map<string, number>, code: string): void => void map.set(code, (map.get(code) ?? 0) + 1);
  let json = 0;
  let compiled = 0;
  let sound = 0;
  for (let run = 0; run < count; run += 1) {
    const whole = JSON.stringify(mutate(pick(sources)));
    const text = chance() < 0.2 ? damage(whole) : whole;
    let isJson = true;
    try {
      JSON.parse(text);
      json += 1;
    } catch {
      isJson = false;
    }
    const parsed = parseDocument(text);
    for (const { code, path, what, why, fix } of parsed.ok ? [] : parsed.problems) {
      add(codes, code);
      assert.ok(typeof path === 'string' && what && why && fix, `${code} of ${text}`);
    }
    if (!isJson) assert.equal(parsed.ok, false);
    const { document, problems } = compileDocument(text);
    for (const { code } of problems) add(refused, code);
    if (document?.campaigns.length) {
      compiled += 1;
      assert.equal(
        decide(decisionInput(document, {}, { now: 0, facts: {} })).length,
        document.campaigns.length,
      );
    }
    if (!parsed.ok) continue;
    sound += 1;
    lintDocument(parsed.document, text);
    // What the validator lets through is decided live as it stands: the device refuses none of it.
    assert.deepEqual(problems, [], text);
    const again = parseDocument(JSON.stringify(parsed.document));
    assert.deepEqual(again.ok && again.document, parsed.document);
    assert.deepEqual(compileDocument(parsed.document).document, document);
  }
  const share = (n: number): string => `${Math.round((n / count) * 100)} %`;
  test.diagnostic(`JSON ${share(json)}, compiled ${share(compiled)}, sound ${share(sound)}`);
  test.diagnostic(`validator: ${[...codes].map(([code, n]) => `${code} ${n}`).join(', ')}`);
  test.diagnostic(`device: ${[...refused].map(([code, n]) => `${code} ${n}`).join(', ')}`);
  assert.ok(json >= count * 0.7 && compiled >= count * 0.3, `${json} ${compiled}`);
  const missing = (map: Map<string, number>, wanted: string): string[] =>
    wanted.split(' ').filter((code) => !map.has(code));
  assert.deepEqual(
    missing(
      codes,
      'unknown-key missing-key wrong-type wrong-value wrong-where unknown-event unknown-audience unknown-operator unknown-zone unknown-widget audience-too-big bad-time missing-text missing-fallback-texts not-json',
    ),
    [],
  );
  assert.deepEqual(
    missing(
      refused,
      'document-invalid campaign-invalid id-invalid status-invalid trigger-invalid widget-invalid widget-unknown content-invalid placement-invalid schedule-invalid frequency-invalid operator-unknown audience-unknown condition-invalid condition-unknown condition-too-deep string-too-long',
    ),
    [],
  );
});
