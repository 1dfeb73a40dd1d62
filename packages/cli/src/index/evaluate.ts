import { type ScoreParameters, scoreRows } from '@regulars/core/rules';
import type { RowsById } from './quantise-rows.ts';
import type { Session } from './session.ts';

/** One question of the protocol: after these products, which comes next? */
export interface Question {
  /** Distinct products seen, newest first. */
  readonly seen: readonly string[];
  readonly next: string;
  /** Number of the session that it is from. */
  readonly session: number;
}

/** How often and how high the next product stood in lists of 20. */
export interface Accuracy {
  readonly predictions: number;
  readonly hitRate20: number;
  readonly mrr20: number;
}

const listLength = 20;

/** Questions of test sessions; their number is their place. */
export function askQuestions(sessions: readonly Session[], known: ReadonlySet<string>): Question[] {
  return sessions.flatMap((session, number) => questionsOf(session, known, number));
}

/**
 * Questions of a test session: every position of a click session, one hidden product of a basket. Products that the
 * training does not know are left out first, then repeats in a row.
 */
export function questionsOf(session: Session, known: ReadonlySet<string>, number: number): Question[] {
  const steps = session.products
    .filter((id) => known.has(id))
    .filter((id, place, all) => all[place - 1] !== id);
  if (!session.ordered) return askBasket(steps, number);
  return steps.slice(1).map((next, place) => ({
    seen: [...new Set(steps.slice(0, place + 1).reverse())],
    next,
    session: number,
  }));
}

/** Hides the product in the middle of the basket's alphabetical order: no chance, and no favourite by sales. */
function askBasket(basket: readonly string[], session: number): Question[] {
  const products = [...new Set(basket)].sort();
  const next = products[Math.floor(products.length / 2)];
  if (next === undefined || products.length < 2) return [];
  return [{ seen: products.filter((id) => id !== next), next, session }];
}

/** Where the answer stands in a list of 20, from 1; 0: not in it. */
export type RankOf = (question: Question) => number;

/** Place in index lists. With `revisits` products seen before may be listed; the current one never is. */
export function rankInIndex(
  rows: RowsById,
  parameters: ScoreParameters & { readonly revisits: boolean },
): RankOf {
  const row = (id: string) => rows.get(id) ?? [];
  return ({ seen, next }) => {
    const hidden = new Set(parameters.revisits ? seen.slice(0, 1) : seen);
    let rank = 0;
    for (const { id } of scoreRows(seen, row, parameters)) {
      if (hidden.has(id)) continue;
      rank += 1;
      if (id === next || rank === listLength) return id === next ? rank : 0;
    }
    return 0;
  };
}

/** Place in one fixed list, without the products seen. */
export function rankInList(list: readonly string[], options: { readonly revisits: boolean }): RankOf {
  return ({ seen, next }) => {
    const hidden = new Set(options.revisits ? seen.slice(0, 1) : seen);
    const shown = list.slice(0, listLength + hidden.size).filter((id) => !hidden.has(id));
    return shown.slice(0, listLength).indexOf(next) + 1;
  };
}

/** Scores index lists. */
export function scoreIndex(
  questions: readonly Question[],
  rows: RowsById,
  parameters: ScoreParameters & { readonly revisits: boolean },
): Accuracy {
  return tally(questions, rankInIndex(rows, parameters));
}

/** Scores one fixed list. */
export function scoreList(
  questions: readonly Question[],
  list: readonly string[],
  options: { readonly revisits: boolean },
): Accuracy {
  return tally(questions, rankInList(list, options));
}

/** Questions whose answer was not yet seen in the session. */
export function onlyUnseen(questions: readonly Question[]): Question[] {
  return questions.filter(({ seen, next }) => !seen.includes(next));
}

function tally(questions: readonly Question[], rankOf: RankOf): Accuracy {
  const sum = createTally(rankOf);
  for (const question of questions) sum.add(question);
  return sum.accuracy();
}

/** Asks one question after the other and keeps only the sums. */
export function createTally(rankOf: RankOf): {
  add(question: Question): void;
  accuracy(): Accuracy;
} {
  let [predictions, hits, reciprocal] = [0, 0, 0];
  const share = (sum: number): number =>
    predictions === 0 ? 0 : Math.round((sum / predictions) * 1e6) / 1e6;
  return {
    add(question) {
      predictions += 1;
      const rank = rankOf(question);
      if (rank === 0) return;
      hits += 1;
      reciprocal += 1 / rank;
    },
    accuracy: () => ({ predictions, hitRate20: share(hits), mrr20: share(reciprocal) }),
  };
}
