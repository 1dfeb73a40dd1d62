import type { Condition } from '@regulars/schema';
import type { ConditionFacts } from './fact.ts';
import { allTrue, anyTrue, notTrue, type Test, type Truth } from './operators.ts';

/** One node of a condition and what it came to; `null` is *unknown*. */
export interface Trace {
  /** `all[0].not`; empty: the root. */
  readonly path: string;
  readonly result: Truth;
  /** What was found: the attribute's value or the count. */
  readonly found?: unknown;
}

/** What a condition came to; `null` is *unknown*. */
export interface Evaluation {
  readonly result: Truth;
  /** One line per node in document order. */
  readonly trace: readonly Trace[];
  /** Something in it is not understood here: an operator, an audience, a form, its size. */
  readonly odd: boolean;
}

/** Nodes of an audience at most, `use` resolved. */
export const maxNodes = 200;
/** Depth of an audience at most, `use` resolved. */
export const maxDepth = 8;

/** Reads an own property; nothing of a prototype is ever seen. */
const own = (node: object, key: string): unknown =>
  Object.hasOwn(node, key) ? (node as Readonly<Record<string, unknown>>)[key] : undefined;

function countHolds(found: number, count: unknown): Truth {
  const at = (key: string): unknown => (typeof count === 'object' && count ? own(count, key) : undefined);
  const [eq, gte, lte] = [at('eq'), at('gte'), at('lte')];
  if (eq === undefined && gte === undefined && lte === undefined) return found > 0;
  return (
    (eq === undefined || found === eq) &&
    (gte === undefined || (typeof gte === 'number' && found >= gte)) &&
    (lte === undefined || (typeof lte === 'number' && found <= lte))
  );
}

/**
 * Evaluates a condition to true, false or unknown (`null`; the caller shows nothing then), with one trace line per node
 * in document order. Total: whatever the condition is, never throws; what it does not understand is unknown.
 * @param table the operators that are known.
 */
export function evaluateWith(
  table: Readonly<Record<string, Test>>,
  condition: Condition | undefined,
  facts: ConditionFacts,
  audiences: Readonly<Record<string, Condition>> = {},
): Evaluation {
  const trace: Trace[] = [];
  let nodes = 0;
  let odd = false;
  const strange = (): readonly [Truth] => {
    odd = true;
    return [null];
  };

  const each = (list: unknown, path: string, depth: number): readonly Truth[] =>
    Array.isArray(list) ? list.map((one, at) => visit(one, `${path}[${at}]`, depth)) : strange();

  const judge = (node: object, path: string, depth: number): readonly [Truth, unknown?] => {
    const below = (key: string): string => (path ? `${path}.${key}` : key);
    const attr = own(node, 'attr');
    const did = own(node, 'did');
    const use = own(node, 'use');
    if (Object.hasOwn(node, 'all')) return [allTrue(each(own(node, 'all'), below('all'), depth))];
    if (Object.hasOwn(node, 'any')) return [anyTrue(each(own(node, 'any'), below('any'), depth))];
    if (Object.hasOwn(node, 'not')) return [notTrue(visit(own(node, 'not'), below('not'), depth))];
    if (typeof use === 'string') return [visit(own(audiences, use), below(`use(${use})`), depth)];
    if (typeof attr === 'string') {
      const found = facts.attr(attr);
      const op = String(own(node, 'op'));
      const test = Object.hasOwn(table, op) ? table[op] : undefined;
      return [test ? test(found, own(node, 'value'), facts) : strange()[0], found];
    }
    if (typeof did !== 'string') return strange();
    const days = own(node, 'withinDays');
    const found = facts.count(did, typeof days === 'number' ? days : undefined);
    return [found === null ? null : countHolds(found, own(node, 'count')), found];
  };

  const visit = (node: unknown, path: string, depth: number): Truth => {
    if (typeof node !== 'object' || !node || depth >= maxDepth || ++nodes > maxNodes) return strange()[0];
    const at = trace.push({ path, result: null }) - 1;
    const [result, found] = judge(node, path, depth + 1);
    trace[at] = found === undefined ? { path, result } : { path, result, found };
    return result;
  };

  const result = condition === undefined ? true : visit(condition, '', 0);
  return { result, trace, odd };
}
