// What both sides run in the page: the same rules, built once, decided again and again.
import { GrowthBook } from '@growthbook/growthbook';
import {
  comesFirst,
  compileDocument,
  createEvaluator,
  type DecideInput,
  decide,
  scheduleRefusal,
} from '@regulars/core/rules';
import { operatorTable } from '../../../packages/core/src/rules/operator-table.ts';

/** What one side makes of the rules, and how long passes take. */
interface Side {
  /** Ids that may show, in order. */
  readonly matches: readonly string[];
  readonly ms: readonly number[];
}

const attributes = {
  pageType: 'product',
  path: '/c/hats/red',
  visits: 4,
  orders: 2,
  cart: 3,
  country: 'BG',
  device: 'phone',
  tags: ['new', 'hats'],
  touch: true,
  points: 250,
};

/** Ten nodes: one root, two groups, seven comparisons; every third holds. */
const rules = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `c${at}`,
    ours: {
      all: [
        { attr: 'pageType', op: 'eq', value: 'product' },
        { attr: 'visits', op: 'gte', value: at % 3 ? 5 : 2 },
        { attr: 'country', op: 'in', value: ['BG', 'PL', 'RO'] },
        {
          any: [
            { attr: 'orders', op: 'gt', value: at },
            { attr: 'cart', op: 'lt', value: 10 },
          ],
        },
        { not: { attr: 'device', op: 'eq', value: `tablet-${at}` } },
        { attr: 'points', op: 'lte', value: 1000 + at },
        { attr: 'touch', op: 'eq', value: true },
      ],
    },
    theirs: {
      pageType: 'product',
      visits: { $gte: at % 3 ? 5 : 2 },
      country: { $in: ['BG', 'PL', 'RO'] },
      $or: [{ orders: { $gt: at } }, { cart: { $lt: 10 } }],
      $not: { device: `tablet-${at}` },
      points: { $lte: 1000 + at },
      touch: true,
    },
  }));

function ours(count: number): () => readonly string[] {
  const campaigns = rules(count).map(({ id, ours: audience }, at) => ({
    id,
    status: 'live',
    priority: at % 7,
    audience,
    trigger: { on: 'page' },
    placement: { slot: `slot-${id}` },
    widget: { type: 'wallet', props: {} },
    content: { en: {} },
  }));
  // 500 campaigns are the most a document has; more are two documents decided as one.
  const documents = [campaigns.slice(0, 500), campaigns.slice(500)].map((list) =>
    compileDocument({ formatVersion: 1, revision: 1, zone: 'UTC', fallbackLocales: ['en'], campaigns: list }),
  );
  const document = { campaigns: documents.flatMap((one) => one.document?.campaigns ?? []) };
  const known: Readonly<Record<string, unknown>> = attributes;
  const evaluate = createEvaluator(operatorTable);
  const facts = {
    now: 0,
    zone: 'UTC',
    attr: (name: string) => (Object.hasOwn(known, name) ? known[name] : undefined) as never,
    count: () => 0,
  };
  const input: DecideInput = {
    document,
    now: 0,
    fired: () => 'fired',
    paused: () => null,
    consent: () => null,
    quiet: () => null,
    placement: () => null,
    audience: (audience) => evaluate(audience, facts),
    cap: () => null,
    comesFirst: (one, other) => comesFirst(one, other, () => 0),
    schedule: (campaign) => scheduleRefusal(campaign, 0),
    failed: {},
    taken: {},
  };
  return () =>
    decide(input)
      .filter(({ outcome }) => outcome === 'won')
      .map(({ campaign }) => campaign.id);
}

function theirs(count: number): () => readonly string[] {
  const all = rules(count);
  const features = Object.fromEntries(
    all.map(({ id, theirs: condition }) => [
      id,
      { defaultValue: false, rules: [{ condition, force: true }] },
    ]),
  );
  const growthbook = new GrowthBook({ attributes, features });
  return () => all.filter(({ id }) => growthbook.isOn(id)).map(({ id }) => id);
}

function measure(pass: () => readonly string[], runs: number): Side {
  const matches = pass();
  const ms: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    // Several passes a reading: a browser's clock ticks in steps of 0.1 ms.
    const start = performance.now();
    for (let at = 0; at < 10; at += 1) pass();
    ms.push((performance.now() - start) / 10);
  }
  return { matches, ms };
}

Object.assign(globalThis, {
  /** Both sides in turn, so that a drift of the machine meets both. */
  compare(count: number, runs: number): { readonly ours: Side; readonly theirs: Side } {
    const [we, they] = [ours(count), theirs(count)];
    const sides = { ours: measure(we, 20), theirs: measure(they, 20) };
    const ms = { ours: [] as number[], theirs: [] as number[] };
    for (let round = 0; round < runs; round += 1) {
      ms.ours.push(...measure(we, 3).ms);
      ms.theirs.push(...measure(they, 3).ms);
    }
    return {
      ours: { ...sides.ours, ms: ms.ours },
      theirs: { ...sides.theirs, ms: ms.theirs },
    };
  },
});
