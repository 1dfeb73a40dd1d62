import { readFile } from 'node:fs/promises';
import { type Dialect, dialects } from './dialects.ts';

/** The steps in their order; each reads what the ones before it wrote. */
export const sqlSteps = ['lines', 'visits', 'pairs', 'rows'] as const;

/** A step of the counting in SQL. */
export type SqlStep = (typeof sqlSteps)[number];

// `src` is part of the package, so that one path serves the sources and the build.
const folder = new URL('../../src/sql/', import.meta.url);

/** Values of the counting itself. */
export interface SqlValues {
  /** Distinct visitors behind every pair. */
  readonly floor: number;
  /** Epoch ms by which a session must have begun; default: any. */
  readonly until?: number | undefined;
}

/**
 * A step in the words of a database: statements that end with a semicolon.
 * @throws Error when a file of the package is missing.
 */
export async function renderSql(step: SqlStep, name: Dialect, values: SqlValues): Promise<string> {
  const template = await readFile(new URL(`${step}.sql`, folder), 'utf8');
  return fill(template, name, values);
}

/** The innermost points first: one may stand inside another. */
function fill(template: string, name: Dialect, { floor, until = 8.64e15 }: SqlValues): string {
  const dialect = dialects[name];
  let text = template;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/\{\{(\w+)(?::([^{}]*))?\}\}/g, (_all, point: string, inside = '') => {
      if (point === 'floor') return String(floor);
      if (point === 'until') return String(until);
      if (point === 'xlogx') return `(case when ${inside} > 0 then ${inside} * ln(${inside}) else 0 end)`;
      const write = dialect[point as keyof typeof dialect];
      return typeof write === 'function' ? write(inside) : write;
    });
  }
  return text;
}
