/** A plain object without a prototype, as `copySafely` makes them. */
export type Plain = Readonly<Record<string, unknown>>;

/** Why something is refused: thrown inside the compiler alone, which turns it into a problem. */
export class Refusal {
  readonly code: string;
  readonly at: string;
  constructor(code: string, at = '') {
    this.code = code;
    this.at = at;
  }
}

const maxStringLength = 10_000;
/** Deeper than any valid document: an audience of 8 levels inside an experiment of a campaign. */
const maxCopyDepth = 24;

/**
 * Copies JSON data to objects without a prototype, own keys alone, `__proto__` left out.
 * Throws a `Refusal` when a string is longer than 10 kB or the nesting too deep (a cycle ends there as well).
 */
export function copySafely(value: unknown, depth = 0): unknown {
  if (typeof value === 'string' && value.length > maxStringLength) throw new Refusal('string-too-long');
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value;
  if (depth > maxCopyDepth) throw new Refusal('too-deep');
  if (Array.isArray(value)) return value.map((one) => copySafely(one, depth + 1));
  const copy: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value)) {
    if (key !== '__proto__') copy[key] = copySafely((value as Plain)[key], depth + 1);
  }
  return copy;
}

/** Whether a copied value is an object and no list. */
export const isPlainObject = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Refuses unless it holds. */
export function need(holds: unknown, code: string, at = ''): asserts holds {
  if (!holds) throw new Refusal(code, at);
}
/** Whether a copied value fits. */
export type Test = (value: unknown) => boolean;

/** A text, empty or not. */
export const string: Test = (value) => typeof value === 'string';
/** A number. */
export const number: Test = (value) => typeof value === 'number';
/** A text that is not empty. */
export const text = (value: unknown): value is string => typeof value === 'string' && value !== '';
/** A number from 0 to 1. */
export const share: Test = (value) => typeof value === 'number' && value >= 0 && value <= 1;
/** Left out, or what fits. */
export const maybe =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);
/** A list of what fits. */
export const list =
  (test: Test, least = 1): Test =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every(test);
/** An object of what fits under any key. */
export const record =
  (test: Test): Test =>
  (value) =>
    isPlainObject(value) && Object.values(value).every(test);
/** An object whose fields fit. */
export const shape =
  (tests: Readonly<Record<string, Test>>): Test =>
  (value) =>
    isPlainObject(value) && Object.entries(tests).every(([key, test]) => test(value[key]));
/** Object whose field names one of the shapes. */
export const union =
  (field: string, shapes: Readonly<Record<string, Test>>): Test =>
  (value) => {
    const name = isPlainObject(value) ? value[field] : undefined;
    return text(name) && Object.hasOwn(shapes, name) && shapes[name]?.(value) === true;
  };
