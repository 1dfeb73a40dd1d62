import type { BuildIndexOptions } from '../index/build-options.ts';
import { checkColumns, type Reading, readCatalogue, readSessions } from '../index/read-exports.ts';
import { splitByTime } from '../index/split-by-time.ts';
import { createDropped } from '../read/dropped.ts';
import { type Evaluation, evaluateCase } from './evaluate-case.ts';

/** Files to evaluate on; with `test` the split is the shop's own, else it is made by time. */
export interface EvaluateOptions extends Omit<BuildIndexOptions, 'out' | 'builtAt'> {
  /** Clicks that choose the settings; only with `test`. */
  readonly validation?: string | undefined;
  /** Clicks to measure on. */
  readonly test?: string | undefined;
  /** Measure the rivals too (default `true`). */
  readonly baselines?: boolean | undefined;
}

/** A table and what was read for it. */
export interface EvaluateResult extends Evaluation {
  readonly guesses: readonly string[];
  readonly dropped: Reading['dropped'];
}

/**
 * Runs the protocol over exports.
 * @throws Error when a file cannot be read or the exports are too short to split.
 */
export async function evaluateExports(options: EvaluateOptions): Promise<EvaluateResult> {
  const step = options.step ?? (() => {});
  const reading: Reading = { options: { ...options, out: '' }, dropped: createDropped(), guesses: [], step };
  await checkColumns(reading.options);
  const products = await readCatalogue(reading);
  const read = async (clicks: string | undefined) =>
    clicks
      ? (
          await readSessions(
            { ...reading, options: { ...reading.options, clicks, orders: undefined } },
            products,
          )
        ).sessions
      : [];
  const { sessions } = await readSessions(reading, products);
  const shared = { products, floor: options.floor ?? 3, baselines: options.baselines };
  const split = options.test ? null : splitByTime(sessions);
  if (!options.test && !split)
    throw new Error('The exports span less than four days: too short to hold days back.');
  const evaluation = split
    ? evaluateCase(
        {
          train: split.train,
          validation: split.choose,
          test: split.test,
          ...shared,
          keepValidation: true,
        },
        step,
      )
    : evaluateCase(
        {
          train: sessions,
          validation: await read(options.validation),
          test: await read(options.test),
          ...shared,
        },
        step,
      );
  return { ...evaluation, guesses: reading.guesses, dropped: reading.dropped };
}
