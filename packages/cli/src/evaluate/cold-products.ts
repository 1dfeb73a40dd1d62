import { contentRows } from '../index/content-rows.ts';
import { type Accuracy, askQuestions, scoreList } from '../index/evaluate.ts';
import { readCatalogue, readSessions } from '../index/read-exports.ts';
import { splitByTime } from '../index/split-by-time.ts';
import { createDropped } from '../read/dropped.ts';
import type { EvaluateOptions } from './evaluate-exports.ts';

/** Every so-manieth product is treated as new. */
const every = 5;

/**
 * How often a product that nobody has clicked before is among the 20 that content alone lists: every fifth product of
 * the list is taken for new, and only moments at which one of them came next are asked.
 * @throws Error when a file cannot be read or the exports are too short to split.
 */
export async function evaluateColdProducts(options: EvaluateOptions): Promise<Accuracy> {
  const step = options.step ?? (() => {});
  const reading = { options: { ...options, out: '' }, dropped: createDropped(), guesses: [], step };
  const products = await readCatalogue(reading);
  const { sessions } = await readSessions(reading, products);
  const split = splitByTime(sessions);
  if (!split) throw new Error('The exports span less than four days: too short to hold days back.');
  const cold = new Set([...products.keys()].filter((_, place) => place % every === 0));
  const known = new Set([...split.train, ...split.choose].flatMap(({ products: ids }) => ids));
  const questions = askQuestions(split.test, known).filter(
    ({ next, seen }) => cold.has(next) && !seen.includes(next),
  );
  const rows = contentRows(products, products.keys());
  const scores = questions.map((question) =>
    scoreList(
      [question],
      (rows.get(question.seen[0] ?? '') ?? []).map(([id]) => id),
      { revisits: true },
    ),
  );
  const mean = (of: (one: Accuracy) => number): number =>
    scores.reduce((sum, one) => sum + of(one), 0) / Math.max(1, scores.length);
  return {
    predictions: scores.length,
    hitRate20: mean(({ hitRate20 }) => hitRate20),
    mrr20: mean(({ mrr20 }) => mrr20),
  };
}
