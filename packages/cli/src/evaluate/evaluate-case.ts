import { buildRows } from '../index/build-rows.ts';
import { chooseParameters, type Parameters } from '../index/choose-parameters.ts';
import { contentRows, type DescribedProduct } from '../index/content-rows.ts';
import { countPairs } from '../index/count-pairs.ts';
import { askQuestions, onlyUnseen, type Question } from '../index/evaluate.ts';
import { rankPopular } from '../index/popularity.ts';
import { quantiseRows } from '../index/quantise-rows.ts';
import type { Session } from '../index/session.ts';
import { baselines, type Training } from './baselines.ts';
import { type CategoryResult, compareCategories } from './category-gate.ts';
import { type Measured, measure } from './measure.ts';
import type { Method } from './method.ts';
import { contentLists, type ListParts, ourLists } from './our-lists.ts';

/** Sessions by their part in the protocol. */
export interface EvaluationCase {
  readonly train: readonly Session[];
  /** Chooses settings, ours and the rivals'. */
  readonly validation: readonly Session[];
  readonly test: readonly Session[];
  readonly products: ReadonlyMap<string, DescribedProduct>;
  readonly floor: number;
  /** Rows count the validation days too, as a shop's build does (default `false`: as tables are published). */
  readonly keepValidation?: boolean | undefined;
  /** Measure the rivals too (default `true`). */
  readonly baselines?: boolean | undefined;
}

/** The table of one set. */
export interface Evaluation {
  readonly parameters: Parameters;
  readonly tried: number;
  readonly products: number;
  readonly trainSessions: number;
  /** One product of each basket was hidden; else every position of a session is asked. */
  readonly basket: boolean;
  /** Products seen may be listed, except the current one; of a basket none. */
  readonly all: readonly Measured[];
  /** Only answers not yet seen count, and nothing seen is listed. */
  readonly unseen: readonly Measured[];
  readonly categories: readonly CategoryResult[];
}

/** Name of our lists in every table. */
export const oursName = 'Regulars, chosen on validation days';

/** Runs the protocol: choice on validation days, every method over every position of the test sessions. */
export function evaluateCase(input: EvaluationCase, step: (text: string) => void): Evaluation {
  const { floor, products } = input;
  const train = longEnough(input.train);
  const validation = longEnough(input.validation);
  const counted = training(train);
  const choice = chooseParameters(counted, validation, { floor, step });
  const full = input.keepValidation ? training([...train, ...validation]) : counted;
  step('rows of the training sessions');
  const { parameters, tried } = choice;
  const rows = quantiseRows(buildRows(full.counts, { ...parameters, floor }), full.counts.ids);
  const popular = rankPopular(full.sessions, full.counts, { ...parameters, floor, end: full.end });
  const content = contentRows(products, products.keys());
  const parts: ListParts = { rows, content, popular, parameters, tried: tried + 4 };
  const known = new Set(full.counts.ids);
  const rivals =
    input.baselines === false
      ? []
      : [
          ...baselines(full, askQuestions(validation, new Set(counted.counts.ids)), { ...parameters, step }),
          ...(content.size > 0 ? [contentLists(content)] : []),
        ];
  const questions = askQuestions(longEnough(input.test), known);
  const score = scorer(full, step);
  // What lies in a basket is never the answer to it.
  const basket = full.sessions.every(({ ordered }) => !ordered);
  const all = score(questions, [...rivals, ourLists(oursName, parts, !basket)], !basket);
  return {
    ...{ parameters, tried: parts.tried, products: known.size, trainSessions: full.sessions.length, all },
    basket,
    unseen: basket ? [] : score(onlyUnseen(questions), [...rivals, ourLists(oursName, parts, false)], false),
    categories: gate(questions, products, all),
  };
}

function longEnough(sessions: readonly Session[]): readonly Session[] {
  return sessions.filter(({ products }) => products.length > 1);
}

function training(sessions: readonly Session[]): Training {
  const end = sessions.reduce((latest, { times, start }) => Math.max(latest, times.at(-1) ?? start), 0);
  return { sessions, counts: countPairs(sessions), end };
}

function scorer({ counts }: Training, step: (text: string) => void) {
  const popularity = (id: string): number => {
    const number = counts.numberOf.get(id);
    return number === undefined ? 0 : (counts.sessionsOf[number] ?? 0) / Math.max(1, counts.sessionCount);
  };
  return (questions: readonly Question[], methods: readonly Method[], revisits: boolean): Measured[] =>
    methods.map((method) => {
      step(`measuring: ${method.name}`);
      return measure(method, questions, { revisits, catalogue: counts.ids.length, popularity });
    });
}

function gate(
  questions: readonly Question[],
  products: EvaluationCase['products'],
  all: readonly Measured[],
): CategoryResult[] {
  const ours = all.find(({ name }) => name === oursName);
  const popularity = all.find(({ name }) => name.startsWith('Popularity, half-life'));
  if (!ours || !popularity) return [];
  return compareCategories(questions, (id) => products.get(id)?.category, { ours, popularity });
}
