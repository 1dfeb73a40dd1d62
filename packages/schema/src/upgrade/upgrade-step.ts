/** A JSON object of any shape. */
export type Plain = Readonly<Record<string, unknown>>;

/** Notes one thing that an upgrade changed: where, and in words. */
export type Note = (path: string, what: string) => void;

/** Makes a document of one format one of the next. Pure and total: what it does not understand it leaves as it is. */
export type UpgradeStep = (document: Plain, note: Note) => Plain;

/** Whether a value is a JSON object. */
export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same object without some keys. */
export const without = (value: Plain, ...keys: readonly string[]): Plain =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));

/** An object whose value under a key is changed, if it has one. */
export const change = (value: Plain, key: string, to: (inner: unknown) => unknown): Plain =>
  Object.hasOwn(value, key) ? { ...value, [key]: to(value[key]) } : value;
