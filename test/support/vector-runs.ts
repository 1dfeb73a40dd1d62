import {
  armOf,
  assignVariant,
  type ConditionFacts,
  capRefusal,
  comesFirst,
  compileDocument,
  type DecideInput,
  decide,
  evaluateCondition,
  type FactValue,
  type Fired,
  hoursRefusal,
  isCheckoutPath,
  isHeldOut,
  matchesGlob,
  noBudget,
  type Reason,
  type ShownHistory,
  scheduleRefusal,
  scheduleState,
  windowStart,
} from '@regulars/core/rules';
import type { Campaign, CampaignDocument, Condition, Schedule } from '@regulars/schema';

/** One vector: what the rules say and what the vector expects. */
export interface VectorRun {
  readonly name: string;
  readonly actual: unknown;
  readonly expected: unknown;
}

/** Reads a file of `test/vectors` by its name. */
export type LoadVectors = (
  name: string,
) => Promise<{ readonly cases: readonly never[] } & Record<string, never>>;

type Cases<T extends readonly unknown[]> = { readonly cases: readonly T[] };

async function simple(load: LoadVectors): Promise<VectorRun[]> {
  const list = async <T extends readonly unknown[]>(
    name: string,
    run: (...one: T) => readonly [what: string, actual: unknown, expected: unknown],
  ): Promise<VectorRun[]> =>
    ((await load(name)) as unknown as Cases<T>).cases.map((one) => {
      const [what, actual, expected] = run(...one);
      return { name: `${name}: ${what}`, actual, expected };
    });
  const runs = await Promise.all([
    list<[string, string, number]>('hash-more', (seed, unit, place) => {
      // The place shows through the shares that hold somebody out: not at its own, at the next one.
      const edges = [isHeldOut(seed, place / 1e4, unit), isHeldOut(seed, (place + 1) / 1e4, unit)];
      return [`${seed}/${unit}`, edges, [false, true]];
    }),
    list<[{ seed: string; weights: number[]; coverage?: number }, string, string | null]>(
      'ranges',
      ({ weights, ...rest }, unit, variant) => {
        const variants = weights.map((weight, at) => ({ id: `v${at}`, weight }));
        return [
          `${rest.seed} ${weights} ${rest.coverage ?? 1} ${unit}`,
          assignVariant({ ...rest, variants }, unit),
          variant,
        ];
      },
    ),
    list<[string, string, boolean]>('globs', (pattern, text, fits) => [
      `${pattern} on ${text}`,
      matchesGlob(pattern, text),
      fits,
    ]),
    list<['day' | 'week' | 'month', string, string, 'monday' | 'sunday', string]>(
      'windows',
      (per, at, zone, weekStart, start) => [
        `${per} of ${at} in ${zone} from ${weekStart}`,
        new Date(windowStart(per, Date.parse(at), { zone, weekStart })).toISOString(),
        start,
      ],
    ),
    list<[Schedule, string, string, string | null]>('hours', (schedule, at, zone, refusal) => [
      `${JSON.stringify(schedule)} at ${at} in ${zone}`,
      hoursRefusal(schedule, Date.parse(at), zone),
      refusal,
    ]),
    list<[string, number, string]>('plurals', (locale, n, form) => [
      `${n} in ${locale}`,
      new Intl.PluralRules(locale).select(n),
      form,
    ]),
    list<[string, string, boolean]>('checkouts', (path, query, checkout) => [
      `${path}${query}`,
      isCheckoutPath(path, query),
      checkout,
    ]),
    list<[string, Schedule | null, string, string, string]>(
      'schedules',
      (name, schedule, zone, at, state) => [
        name,
        scheduleState(schedule ?? undefined, Date.parse(at), zone),
        state,
      ],
    ),
  ]);
  return runs.flat();
}

async function operators(load: LoadVectors): Promise<VectorRun[]> {
  const { facts, cases } = (await load('operators')) as unknown as {
    readonly facts: Readonly<Record<string, FactValue>>;
    readonly cases: readonly (readonly [string, 'eq', string, boolean | null])[];
  };
  const asked: ConditionFacts = { now: 0, zone: 'UTC', attr: (name) => facts[name], count: () => null };
  return cases.map(([attr, op, value, expected]) => ({
    name: `operators: ${attr} ${op} ${JSON.stringify(value)}`,
    actual: evaluateCondition({ attr, op, value }, asked).result,
    expected,
  }));
}

async function conditions(load: LoadVectors): Promise<VectorRun[]> {
  const vectors = (await load('conditions')) as unknown as {
    readonly now: number;
    readonly zone: string;
    readonly facts: Readonly<Record<string, FactValue>>;
    readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
    readonly unknownCounts: readonly string[];
    readonly audiences: Readonly<Record<string, Condition>>;
    readonly cases: readonly { name: string; condition: Condition; result: boolean | null }[];
  };
  const { now, zone, facts, counts, unknownCounts, audiences } = vectors;
  const asked: ConditionFacts = {
    now,
    zone,
    attr: (name) => (Object.hasOwn(facts, name) ? facts[name] : undefined),
    count: (event, days) => (unknownCounts.includes(event) ? null : (counts[event]?.[days ?? 'total'] ?? 0)),
  };
  return vectors.cases.map(({ name, condition, result }) => ({
    name: `conditions: ${name}`,
    actual: evaluateCondition(condition, asked, audiences).result,
    expected: result,
  }));
}

async function caps(load: LoadVectors): Promise<VectorRun[]> {
  const vectors = (await load('caps')) as unknown as {
    readonly now: number;
    readonly session: string;
    readonly zone?: string;
    readonly cases: readonly (Parameters<typeof capRefusal>[0] & { name: string; refusal: string | null })[];
  };
  const { now, session } = vectors;
  const start = (per: 'day' | 'week' | 'month', at: number): number =>
    windowStart(per, at, { zone: vectors.zone ?? 'UTC' });
  return vectors.cases.map(({ name, refusal, ...input }) => ({
    name: `caps: ${name}`,
    actual: capRefusal({ ...input, now, session, windowStart: start }),
    expected: refusal,
  }));
}

interface Given {
  readonly fired?: Readonly<Record<string, Fired>>;
  readonly paused?: Readonly<Record<string, string>>;
  readonly consent?: Readonly<Record<string, string>>;
  readonly quiet?: Readonly<Record<string, string>>;
  readonly placement?: Readonly<Record<string, string>>;
  readonly unit?: string | null;
  readonly session?: string | null;
  readonly history?: Readonly<Record<string, ShownHistory>>;
  readonly taken?: Readonly<Record<string, string>>;
  readonly failed?: Readonly<Record<string, Reason>>;
}

/** What a vector of decisions gives, as the engine would ask it. */
export function decisionInput(
  document: CampaignDocument,
  given: Given,
  { now, facts }: { readonly now: number; readonly facts: Readonly<Record<string, FactValue>> },
): DecideInput {
  const { history = {}, session = 's1', unit = 'nobody-is-held-out' } = given;
  const asked: ConditionFacts = { now, zone: 'UTC', attr: (name) => facts[name], count: () => 0 };
  const from =
    (list: Readonly<Record<string, string>> = {}) =>
    ({ id }: Campaign) =>
      list[id] ?? null;
  return {
    document,
    now,
    fired: (id) => (given.fired ? (given.fired[id] ?? 'no') : 'fired'),
    schedule: (campaign) => scheduleRefusal(campaign, now),
    paused: (id) => given.paused?.[id] ?? null,
    consent: from(given.consent),
    quiet: from(given.quiet),
    placement: from(given.placement),
    audience: (audience) => evaluateCondition(audience, asked, document.audiences),
    arm: (campaign) => armOf(campaign, document, unit === null ? null : { anonymousId: unit }),
    cap: (campaign) => capRefusal({ campaign, caps: document.caps, history, budget: noBudget, session, now }),
    comesFirst: (one, other) => comesFirst(one, other, (id) => history[id]?.shows.at(-1) ?? 0),
    failed: given.failed ?? {},
    taken: given.taken ?? {},
  };
}

async function decisions(load: LoadVectors): Promise<VectorRun[]> {
  const vectors = (await load('decisions')) as unknown as {
    readonly now: number;
    readonly facts: Readonly<Record<string, FactValue>>;
    readonly cases: readonly { name: string; campaigns: object[]; input: Given; expected: unknown }[];
  };
  const head = { formatVersion: 1, revision: 1, zone: 'UTC', fallbackLocales: ['en'] };
  return vectors.cases.map(({ name, campaigns, input, expected }) => {
    const { document } = compileDocument({ ...head, campaigns });
    const judged = document ? decide(decisionInput(document, input, vectors)) : [];
    const found = judged.map(({ campaign, outcome, reasons }) => [
      campaign.id,
      [outcome, ...reasons.map(({ step, ok, why }) => `${ok ? '+' : '-'}${step}:${why}`)],
    ]);
    return { name: `decisions: ${name}`, actual: Object.fromEntries(found), expected };
  });
}

/** Every vector of the campaigns' rules, run here; the same list in Node and in three engines. */
export async function runVectors(load: LoadVectors): Promise<readonly VectorRun[]> {
  const all = await Promise.all([simple, operators, conditions, caps, decisions].map((run) => run(load)));
  return all.flat();
}
