import { buildRows } from './build-rows.ts';
import { type Choice, chooseFrom, everyOf, halfLives, type Later } from './choose-parameters.ts';
import type { Counts } from './count-pairs.ts';
import type { CountingEngine } from './counting-engine.ts';
import {
  type Accuracy,
  createTally,
  type Question,
  questionsOf,
  rankInIndex,
  rankInList,
} from './evaluate.ts';
import { createPopularity } from './popularity.ts';
import { quantiseRows } from './quantise-rows.ts';
import type { Session } from './session.ts';
import { eachSession, type Range, type Sessions } from './sessions.ts';
import { cutByTime } from './split-by-time.ts';

/** Settings that were chosen, and how good they were on days that chose nothing. */
export interface LastDays extends Choice {
  readonly accuracy: { readonly index: Accuracy; readonly popularity: Accuracy } | undefined;
  readonly testDays: number;
}

interface Options {
  readonly engine: CountingEngine;
  readonly floor: number;
  readonly step: (text: string) => void;
}

/**
 * Chooses settings on the days before the last and measures them on the last; `null`: the export is too short. Sessions
 * pass by a slice at a time, so that memory does not grow with them.
 */
export async function measureLastDays(sessions: Sessions, options: Options): Promise<LastDays | null> {
  const split = cutByTime(sessions.first, sessions.last);
  if (!split) return null;
  const { engine, floor, step } = options;
  const [, testFromMs] = split.cuts;
  step('counting pairs');
  const choice = await choose(sessions, split.cuts, options);
  step('measuring on the last days');
  const before = { until: testFromMs };
  const counts = await engine.count(testFromMs);
  const rows = quantiseRows(buildRows(counts, { ...choice.parameters, floor }), counts.ids);
  const { halfLifeDays } = choice.parameters;
  const [list = []] = await popularLists(sessions, before, { counts, floor, halfLives: [halfLifeDays] });
  const test = { after: testFromMs };
  const revisits = !(await onlyBaskets(sessions, test));
  const index = createTally(rankInIndex(rows, { ...choice.parameters, revisits }));
  const popularity = createTally(rankInList(list, { revisits }));
  await eachQuestion(sessions, test, counts, (question) => {
    index.add(question);
    popularity.add(question);
  });
  const accuracy = { index: index.accuracy(), popularity: popularity.accuracy() };
  const none = accuracy.index.predictions === 0;
  return { ...choice, testDays: none ? 0 : split.days, accuracy: none ? undefined : accuracy };
}

async function choose(
  sessions: Sessions,
  [chooseFromMs, testFromMs]: readonly [number, number],
  { engine, floor, step }: Options,
): Promise<Choice> {
  const counts = await engine.count(chooseFromMs);
  const lists = await popularLists(sessions, { until: chooseFromMs }, { counts, floor, halfLives });
  const popular = (days: number): readonly string[] => lists[halfLives.indexOf(days)] ?? [];
  const later = await askSome(sessions, { after: chooseFromMs, until: testFromMs }, counts);
  return chooseFrom({ counts, popular }, later, { floor, step });
}

/** Best sellers of a range, by each of the half-lives. */
export async function popularLists(
  sessions: Sessions,
  range: Range,
  options: { readonly counts: Counts; readonly floor: number; readonly halfLives: readonly number[] },
): Promise<readonly (readonly string[])[]> {
  const end = await sessions.endOf(range);
  const all = options.halfLives.map((halfLifeDays) =>
    createPopularity(options.counts, { halfLifeDays, end }),
  );
  await eachSession(sessions, range, (session) => {
    for (const one of all) one.add(session);
  });
  return all.map((one) => one.list(options.floor));
}

/** As many questions as choose the settings; they are counted first, then every so-manieth is kept. */
async function askSome(sessions: Sessions, range: Range, counts: Counts): Promise<Later> {
  let count = 0;
  await eachQuestion(sessions, range, counts, () => {
    count += 1;
  });
  const every = everyOf(count);
  const questions: Question[] = [];
  let place = 0;
  await eachQuestion(sessions, range, counts, (question) => {
    if (place % every === 0) questions.push(question);
    place += 1;
  });
  return { questions, basketsOnly: await onlyBaskets(sessions, range) };
}

async function eachQuestion(
  sessions: Sessions,
  range: Range,
  counts: Counts,
  visit: (question: Question) => void,
): Promise<void> {
  const known = new Set(counts.ids);
  await eachSession(sessions, range, (session: Session, number) => {
    for (const question of questionsOf(session, known, number)) visit(question);
  });
}

/** Clicks come before baskets: the first session says it. */
async function onlyBaskets(sessions: Sessions, range: Range): Promise<boolean> {
  for await (const [first] of sessions.walk(range)) if (first) return !first.ordered;
  return true;
}
