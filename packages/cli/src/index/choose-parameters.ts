import { buildRows, type RowKind } from './build-rows.ts';
import type { Counts } from './count-pairs.ts';
import { type Accuracy, askQuestions, type Question, scoreIndex, scoreList } from './evaluate.ts';
import { rankPopular } from './popularity.ts';
import { quantiseRows } from './quantise-rows.ts';
import type { Session } from './session.ts';

/** What the build may choose. */
export interface Parameters {
  readonly kind: RowKind;
  readonly secondStep: number;
  readonly recent: number;
  readonly decay: number;
  readonly revisitWeight: number;
  readonly halfLifeDays: number;
}

/** Used where the export is too small to choose by. */
export const defaultParameters: Parameters = {
  kind: 'mixed',
  secondStep: 0.3,
  recent: 5,
  decay: 0.5,
  revisitWeight: 0.8,
  halfLifeDays: 7,
};

/** Questions below which a choice would be chance. */
const minQuestions = 50;
/** Questions above which more would not change the choice; every n-th is taken. */
const maxQuestions = 3000;

const votes: readonly Pick<Parameters, 'recent' | 'decay'>[] = [
  { recent: 1, decay: 1 },
  { recent: 5, decay: 0.3 },
  { recent: 5, decay: 0.5 },
  { recent: 5, decay: 0.8 },
];
/** A basket has no newest product: all of it votes alike. */
const basketVotes: readonly Pick<Parameters, 'recent' | 'decay'>[] = [
  { recent: 20, decay: 1 },
  { recent: 50, decay: 1 },
];

/** The choice and how many settings were tried. */
export interface Choice {
  readonly parameters: Parameters;
  readonly tried: number;
}

/** Half-lives that are tried, in days. */
export const halfLives: readonly number[] = [3, 7, 14, 30];

/** Later sessions as questions. */
export interface Later {
  readonly questions: readonly Question[];
  /** All of them are baskets. */
  readonly basketsOnly: boolean;
}

/**
 * Tries the set of combinations on later sessions and keeps the best by hit rate + 2 × reciprocal rank; on a tie the
 * earlier, simpler one. All sessions are in memory.
 * @param later sessions after those counted.
 * @param options.step called before each set of rows.
 */
export function chooseParameters(
  train: { readonly sessions: readonly Session[]; readonly counts: Counts; readonly end: number },
  later: readonly Session[],
  options: ChooseOptions,
): Choice {
  const { sessions, counts, end } = train;
  const popular = (halfLifeDays: number): readonly string[] =>
    rankPopular(sessions, counts, { halfLifeDays, end, floor: options.floor });
  const questions = askQuestions(later, new Set(counts.ids));
  return chooseFrom(
    { counts, popular },
    { questions, basketsOnly: later.every(({ ordered }) => !ordered) },
    options,
  );
}

interface ChooseOptions {
  readonly floor: number;
  readonly step: (text: string) => void;
}

/**
 * The same from what was counted.
 * @param train.popular best sellers by half-life in days.
 */
export function chooseFrom(
  { counts, popular }: { readonly counts: Counts; readonly popular: (days: number) => readonly string[] },
  later: Later,
  options: ChooseOptions,
): Choice {
  const questions = thin(later.questions);
  if (questions.length < minQuestions) return { parameters: defaultParameters, tried: 0 };
  const { basketsOnly } = later;
  let best = { goal: -1, parameters: defaultParameters };
  let tried = 0;
  const halfLifeDays = chooseHalfLife(popular, questions);
  const kinds: readonly RowKind[] = basketsOnly ? ['together'] : ['sequence', 'mixed', 'together'];
  for (const kind of kinds) {
    for (const secondStep of [0, 0.3]) {
      options.step(`rows by ${kind}, second step ${secondStep}`);
      const rows = quantiseRows(buildRows(counts, { kind, secondStep, floor: options.floor }), counts.ids);
      for (const vote of basketsOnly ? basketVotes : votes) {
        for (const revisitWeight of basketsOnly ? [0] : [0, 0.4, 0.8]) {
          const parameters = { kind, secondStep, ...vote, revisitWeight, halfLifeDays };
          const goal = goalOf(scoreIndex(questions, rows, { ...parameters, revisits: !basketsOnly }));
          tried += 1;
          if (goal > best.goal + 1e-9) best = { goal, parameters };
        }
      }
    }
  }
  return { parameters: best.parameters, tried };
}

function chooseHalfLife(
  popular: (days: number) => readonly string[],
  questions: readonly Question[],
): number {
  const goals = halfLives.map((halfLifeDays) => ({
    halfLifeDays,
    goal: goalOf(scoreList(questions, popular(halfLifeDays), { revisits: true })),
  }));
  return goals.reduce((best, one) => (one.goal > best.goal ? one : best)).halfLifeDays;
}

function goalOf({ hitRate20, mrr20 }: Accuracy): number {
  return hitRate20 + 2 * mrr20;
}

/** Which of so many questions are asked: every so-manieth. */
export const everyOf = (count: number): number => Math.max(1, Math.ceil(count / maxQuestions));

function thin(questions: readonly Question[]): readonly Question[] {
  const every = everyOf(questions.length);
  return every === 1 ? questions : questions.filter((_, place) => place % every === 0);
}
