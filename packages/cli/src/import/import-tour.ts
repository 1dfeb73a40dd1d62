import { fromDriver, isDriverStep } from './from-driver.ts';
import { fromIntro, isIntroStep } from './from-intro.ts';
import { fromShepherd, isShepherdStep } from './from-shepherd.ts';
import type { ImportedTour } from './imported-tour.ts';
import { Code, type Literal } from './literal.ts';
import { readLiterals } from './read-literal.ts';
import { type Fields, isFields } from './read-value.ts';

const libraries = [
  { test: isDriverStep, read: fromDriver },
  { test: isShepherdStep, read: fromShepherd },
  { test: isIntroStep, read: fromIntro },
] as const;

/** Every object and list in a literal, itself first. */
function* within(value: Literal): Generator<Literal> {
  yield value;
  if (value instanceof Code || typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) yield* within(inner);
}

/** Settings: every object around that has no step in it but a list of them, or names what steps share. */
function settingsOf(all: readonly Literal[], steps: readonly Fields[]): Fields {
  const around = all.filter(
    (one): one is Fields =>
      isFields(one) &&
      !steps.includes(one) &&
      (Array.isArray(one.steps) || one.defaultStepOptions !== undefined || one.useModalOverlay !== undefined),
  );
  return Object.assign({}, ...around);
}

/**
 * Reads a tour of driver.js, Shepherd or Intro.js from JSON or from a script's literals; nothing of it is run. `null`: no
 * steps of any of them are in it.
 */
export function importTour(text: string): ImportedTour | null {
  const all = readLiterals(text).flatMap((one) => [...within(one)]);
  for (const { test, read } of libraries) {
    const steps = all.filter(test);
    if (steps.length > 0) return read(steps, settingsOf(all, steps));
  }
  return null;
}
