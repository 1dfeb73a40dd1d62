// Writes the vectors whose expectations are computed. A second reading of the rules, sharing no import with `packages`:
// big integers in place of 32-bit multiplication, regular expressions in place of the matcher, a walk over minutes in place
// of calendar arithmetic, plural rules written out by hand. Run: node test/vectors/reference/make-vectors.mjs
import { writeFileSync } from 'node:fs';

const write = (name, vectors) => {
  const { cases, ...head } = vectors;
  const text = `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "cases": [\n${cases.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]\n}\n`;
  writeFileSync(new URL(`../${name}.json`, import.meta.url), text);
};

// Hashing: FNV-1a over UTF-8 bytes with arbitrary precision, as its authors print it.
const fnv = (text) =>
  [...new TextEncoder().encode(text)].reduce(
    (hash, byte) => ((hash ^ BigInt(byte)) * 16777619n) % 4294967296n,
    2166136261n,
  );
const bucket = (seed, value) => Number(fnv(String(fnv(seed + value))) % 10000n);

const seeds = ['seed', 'wheel-2025', 'wheel-2026', 'пролет', 'wiosna', '', 'exp:1'];
const units = [
  'a',
  '1',
  'Иван',
  'Zażółć',
  'Щърк',
  '😀',
  '',
  '0190f7c2-7d5e-7c3a-9b1f-1f2e3d4c5b6a',
  'user@shop',
  '日本',
];
write('hash-more', {
  source:
    'By the reference, which agrees with the published rows of hash.json; [seed, unit, place in ten-thousandths]',
  cases: seeds.flatMap((seed) => units.map((unit) => [seed, unit, bucket(seed, unit)])),
});

// Ranges: integers from the start, in ten-thousandths.
const variantOf = ({ weights, coverage = 1, group, seed }, unit) => {
  if (group) {
    const place = bucket(group.id, unit);
    if (place < group.from * 10000 || place >= group.to * 10000) return null;
  }
  const place = bucket(seed, unit);
  let start = 0;
  for (const [index, weight] of weights.entries()) {
    if (place >= Math.round(start * 10000) && place < Math.round((start + weight * coverage) * 10000))
      return `v${index}`;
    start += weight;
  }
  return null;
};
const experiments = [
  { seed: 'half', weights: [0.5, 0.5] },
  { seed: 'half', weights: [0.5, 0.5], coverage: 0.5 },
  { seed: 'three', weights: [0.2, 0.3, 0.5], coverage: 0.2 },
  { seed: 'three', weights: [0.1, 0.2, 0.7] },
  { seed: 'none', weights: [0.5, 0.5], coverage: 0 },
  { seed: 'first', weights: [0.5, 0.5], group: { id: 'checkout', from: 0, to: 0.4 } },
  { seed: 'second', weights: [0.5, 0.5], group: { id: 'checkout', from: 0.4, to: 1 } },
];
write('ranges', {
  source: 'By the reference; [experiment, unit, variant or null]',
  cases: experiments.flatMap((experiment) =>
    Array.from({ length: 10 }, (_, at) => `visitor-${at}`).map((unit) => [
      experiment,
      unit,
      variantOf(experiment, unit),
    ]),
  ),
});

// Globs: the same language as a regular expression.
const globOf = (pattern) =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((one) => one.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^]*')}$`,
  );
const patterns = [
  '/sale/*',
  '*',
  '/bg/*',
  '/*/checkout',
  '*.html',
  '/c/*/p/*',
  '/exact',
  '',
  '/a**b',
  '/(x)[y].*',
];
const texts = [
  '/sale/a/b',
  '/sales',
  '/sale/',
  '/bg/sale/',
  '/bg',
  '/en/checkout',
  '/x.html',
  '/c/hats/p/red',
  '/exact',
  '/exact/',
  '',
  '/ab',
  '/a/x/b',
  '/(x)[y].z',
  '/%D0%B7',
  '/SALE/a',
];
write('globs', {
  source: 'By the reference: the pattern as a regular expression; [pattern, text, fits]',
  cases: patterns.flatMap((pattern) => texts.map((text) => [pattern, text, globOf(pattern).test(text)])),
});

// Zones: the first minute of a local day, week or month, found by walking back minute by minute.
const formats = new Map();
const local = (ms, zone) => {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(zone, format);
  const [date, time] = format.format(ms).split(' ');
  return { date, time, weekday: new Date(`${date}T00:00Z`).getUTCDay() };
};
const sameWindow = (per, weekStart) => (a, b) => {
  const first = weekStart === 'sunday' ? 0 : 1;
  const week = ({ date, weekday }) => Date.parse(`${date}T00:00Z`) / 864e5 - ((weekday - first + 7) % 7);
  if (per === 'day') return a.date === b.date;
  return per === 'month' ? a.date.slice(0, 7) === b.date.slice(0, 7) : week(a) === week(b);
};
const startOf = (per, now, zone, weekStart) => {
  const same = sameWindow(per, weekStart);
  const here = local(now, zone);
  let at = Math.floor(now / 6e4) * 6e4;
  // Days are stepped over while the whole of them lies inside.
  for (const step of [864e5, 36e5, 6e4]) while (same(local(at - step, zone), here)) at -= step;
  return at;
};
const zones = [
  'Europe/Sofia',
  'Europe/Warsaw',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'UTC',
];
const moments = [
  '2026-03-29T02:30:00Z',
  '2026-10-25T00:30:00Z',
  '2026-01-01T00:00:00Z',
  '2026-11-01T05:30:00Z',
  '2024-02-29T23:59:00Z',
];
write('windows', {
  source:
    'By the reference: a walk over minutes of the zone; [per, moment, zone, first day of the week, beginning]',
  cases: zones.flatMap((zone) =>
    moments.flatMap((moment) =>
      [
        ['day', 'monday'],
        ['week', 'monday'],
        ['week', 'sunday'],
        ['month', 'monday'],
      ].map(([per, weekStart]) => [
        per,
        moment,
        zone,
        weekStart,
        new Date(startOf(per, Date.parse(moment), zone, weekStart)).toISOString(),
      ]),
    ),
  ),
});

// Hours: minutes of the local clock, one after the other.
const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const hoursOf = ({ days, hours }, now, zone) => {
  const { time, weekday } = local(now, zone);
  if (!hours) return !days || days.includes(names[weekday]) ? null : 'day';
  const inside =
    hours.from < hours.to ? time >= hours.from && time < hours.to : time >= hours.from || time < hours.to;
  if (!inside) return 'hour';
  // The part after midnight belongs to the evening before.
  const began = hours.from < hours.to || time >= hours.from ? weekday : (weekday + 6) % 7;
  return !days || days.includes(names[began]) ? null : 'day';
};
const schedules = [
  { hours: { from: '09:00', to: '18:00' } },
  { hours: { from: '22:00', to: '02:00' } },
  { days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
  { days: ['sat'], hours: { from: '20:00', to: '04:00' } },
  { days: ['sun'], hours: { from: '03:00', to: '04:00' } },
];
const times = [
  '2026-03-28T20:30:00Z',
  '2026-03-29T00:30:00Z',
  '2026-03-29T01:00:00Z',
  '2026-06-01T06:00:00Z',
  '2026-06-01T15:00:00Z',
  '2026-10-25T00:30:00Z',
  '2026-10-25T01:30:00Z',
];
write('hours', {
  source: 'By the reference; [days and hours, moment, zone, refusal or null]',
  cases: schedules.flatMap((schedule) =>
    times.flatMap((at) =>
      ['Europe/Sofia', 'America/New_York'].map((zone) => [
        schedule,
        at,
        zone,
        hoursOf(schedule, Date.parse(at), zone),
      ]),
    ),
  ),
});

// Plurals: the CLDR rules of whole numbers, written out.
const slavic = (few, many) => (n) => {
  const [tens, ones] = [n % 100, n % 10];
  if (few(n, ones, tens)) return 'few';
  return many(n, ones, tens);
};
const plurals = {
  en: (n) => (n === 1 ? 'one' : 'other'),
  bg: (n) => (n === 1 ? 'one' : 'other'),
  pl: (n) =>
    n === 1
      ? 'one'
      : slavic(
          (_, o, t) => o >= 2 && o <= 4 && !(t >= 12 && t <= 14),
          () => 'many',
        )(n),
  ru: (n) =>
    n % 10 === 1 && n % 100 !== 11
      ? 'one'
      : slavic(
          (_, o, t) => o >= 2 && o <= 4 && !(t >= 12 && t <= 14),
          () => 'many',
        )(n),
  he: (n) => (n === 1 ? 'one' : n === 2 ? 'two' : 'other'),
};
write('plurals', {
  source: 'CLDR plural rules of whole numbers, written out by hand in the reference; [locale, number, form]',
  cases: Object.entries(plurals).flatMap(([locale, form]) =>
    [0, 1, 2, 3, 4, 5, 11, 12, 14, 21, 22, 25, 101, 111, 112].map((n) => [locale, n, form(n)]),
  ),
});

// Types: every operator against every kind of fact; what may compare stands in a table, all else is unknown (null).
const facts = {
  text: 'b',
  empty: '',
  number: 2,
  zero: 0,
  yes: true,
  no: false,
  list: ['a', 'b'],
  euro: { value: 200, currency: 'EUR' },
  zloty: { value: 200, currency: 'PLN' },
  missing: undefined,
};
const values = ['b', 2, true, { value: 200, currency: 'EUR' }];
const kind = (one) =>
  one === undefined
    ? 'missing'
    : Array.isArray(one)
      ? 'list'
      : typeof one === 'object'
        ? `money:${one.currency}`
        : typeof one;
const size = (one) => (typeof one === 'object' ? one.value : one);
const ordered = (a, b) => kind(a) === kind(b) && (kind(a) === 'number' || kind(a).startsWith('money'));
const meaning = {
  eq: (a, b) =>
    kind(a) === kind(b) && kind(a) !== 'list' ? JSON.stringify(size(a)) === JSON.stringify(size(b)) : null,
  ne: (a, b) => (meaning.eq(a, b) === null ? null : !meaning.eq(a, b)),
  gt: (a, b) => (ordered(a, b) ? size(a) > size(b) : null),
  gte: (a, b) => (ordered(a, b) ? size(a) >= size(b) : null),
  lt: (a, b) => (ordered(a, b) ? size(a) < size(b) : null),
  lte: (a, b) => (ordered(a, b) ? size(a) <= size(b) : null),
  startsWith: (a, b) => (kind(a) === 'string' && kind(b) === 'string' ? a.indexOf(b) === 0 : null),
  contains: (a, b) =>
    kind(b) === 'string' && (kind(a) === 'string' || kind(a) === 'list') ? a.indexOf(b) >= 0 : null,
};
write('operators', {
  source:
    'By the reference: what compares stands in a table, all else is unknown; [fact by name, operator, value, result]',
  facts,
  cases: Object.keys(meaning).flatMap((op) =>
    Object.keys(facts).flatMap((name) =>
      values.map((value) => [name, op, value, meaning[op](facts[name], value)]),
    ),
  ),
});
