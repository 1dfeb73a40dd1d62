import type { Condition } from '@regulars/schema';
import type { ConditionFacts } from './fact.ts';
import { notTrue, type Test, type Truth } from './operators.ts';

/** One node of a condition and what it came to; `null` is *unknown*. */
export interface Trace {
  /** `all[0].not`; empty: the root. */
  readonly path: string;
  readonly result: Truth;
  /** What was found: the attribute's value or the count. */
  readonly found?: unknown;
  /** How old what the backend told is, ms. */
  readonly ageMs?: number | undefined;
}

/** What a condition came to; `null` is *unknown*. */
export interface Evaluation {
  readonly result: Truth;
  /** One line per node in document order. */
  readonly trace: readonly Trace[];
  /** Something in it is not understood here: an operator, an audience, a form, its size. */
  readonly odd: boolean;
}

/** Evaluates conditions of one document. Total: never throws; what it does not understand is unknown. */
export type Evaluate = (condition: Condition | undefined, facts: ConditionFacts) => Evaluation;

/** Nodes of an audience at most, `use` resolved. */
export const maxNodes = 200;
/** Depth of an audience at most, `use` resolved. */
export const maxDepth = 8;

type Line = { -readonly [K in keyof Trace]: Trace[K] };
/** A node as a plain function: writes its line and those of its children, answers what it came to. */
type Check = (facts: ConditionFacts, lines: Line[]) => Truth;

/** Reads an own property; nothing of a prototype is ever seen. */
const own = (node: object, key: string): unknown =>
  Object.hasOwn(node, key) ? (node as Readonly<Record<string, unknown>>)[key] : undefined;

const countHolds =
  (count: unknown): ((found: number) => boolean) =>
  (found) => {
    const at = (key: string): unknown => (typeof count === 'object' && count ? own(count, key) : undefined);
    const [eq, gte, lte] = [at('eq'), at('gte'), at('lte')];
    if (eq === undefined && gte === undefined && lte === undefined) return found > 0;
    return (
      (eq === undefined || found === eq) &&
      (gte === undefined || (typeof gte === 'number' && found >= gte)) &&
      (lte === undefined || (typeof lte === 'number' && found <= lte))
    );
  };

/** The texts of a `where`; anything else in it matches nothing. */
function whereOf(node: object): Readonly<Record<string, string>> | undefined | null {
  const where = own(node, 'where');
  if (where === undefined) return undefined;
  if (typeof where !== 'object' || !where || !Object.keys(where).length) return null;
  return Object.values(where).every((one) => typeof one === 'string')
    ? (where as Readonly<Record<string, string>>)
    : null;
}

/** A line under which others stand. */
const group =
  (path: string, judge: Check): Check =>
  (facts, lines) => {
    const line: Line = { path, result: null };
    lines.push(line);
    line.result = judge(facts, lines);
    return line.result;
  };

/** All or any: every node is looked at, so that the trace says everything; `ends` is the value that decides. */
const join =
  (checks: readonly Check[], ends: boolean): Check =>
  (facts, lines) => {
    let result: Truth = !ends;
    for (const check of checks) {
      const one = check(facts, lines);
      if (one === ends || (one === null && result !== ends)) result = one;
    }
    return result;
  };

/** A line of its own: what was found and what it came to. */
const lineOf = (path: string, result: Truth, found: unknown): Line =>
  found === undefined ? { path, result } : { path, result, found };

/** One condition under way to functions. */
interface Draft {
  readonly table: Readonly<Record<string, Test>>;
  readonly audiences: Readonly<Record<string, Condition>>;
  nodes: number;
  odd: boolean;
}

function strange(draft: Draft): Check {
  draft.odd = true;
  return () => null;
}

function list(draft: Draft, nodes: unknown, path: string, depth: number): readonly Check[] | null {
  return Array.isArray(nodes) ? nodes.map((one, at) => compile(draft, one, `${path}[${at}]`, depth)) : null;
}

/** Compiles a node and what is below it: depth and size are checked here, once. */
function compile(draft: Draft, node: unknown, path: string, depth: number): Check {
  if (typeof node !== 'object' || !node || depth >= maxDepth || ++draft.nodes > maxNodes)
    return strange(draft);
  const below = (key: string): string => (path ? `${path}.${key}` : key);
  for (const key of ['all', 'any'] as const) {
    if (!Object.hasOwn(node, key)) continue;
    const checks = list(draft, own(node, key), below(key), depth + 1);
    return group(path, checks ? join(checks, key === 'any') : strange(draft));
  }
  if (Object.hasOwn(node, 'not')) {
    const inner = compile(draft, own(node, 'not'), below('not'), depth + 1);
    return group(path, (facts, lines) => notTrue(inner(facts, lines)));
  }
  const use = own(node, 'use');
  if (typeof use === 'string')
    return group(path, compile(draft, own(draft.audiences, use), below(`use(${use})`), depth + 1));
  const attr = own(node, 'attr');
  if (typeof attr === 'string') return compare(draft, node, attr, path);
  const did = own(node, 'did');
  return typeof did === 'string' ? behaviour(draft, node, did, path) : group(path, strange(draft));
}

function compare(draft: Draft, node: object, attr: string, path: string): Check {
  const op = String(own(node, 'op'));
  const value = own(node, 'value');
  const test = Object.hasOwn(draft.table, op) ? draft.table[op] : undefined;
  if (!test) draft.odd = true;
  return (facts, lines) => {
    const found = facts.attr(attr);
    const result = test ? test(found, value, facts) : null;
    lines.push(lineOf(path, result, found));
    return result;
  };
}

function behaviour(draft: Draft, node: object, did: string, path: string): Check {
  const days = own(node, 'withinDays');
  const within = typeof days === 'number' ? days : undefined;
  const holds = countHolds(own(node, 'count'));
  const where = whereOf(node);
  if (where === null) draft.odd = true;
  return (facts, lines) => {
    const found = where === null ? null : facts.count(did, within, where);
    const result = found === null ? null : holds(found);
    lines.push(lineOf(path, result, found));
    return result;
  };
}

/**
 * Builds the evaluator of a document: true, false or unknown (`null`; the caller shows nothing then), with one trace
 * line per node in document order. A condition is compiled the first time it is asked.
 * @param table the operators that are known.
 */
export function createEvaluator(
  table: Readonly<Record<string, Test>>,
  audiences: Readonly<Record<string, Condition>> = {},
): Evaluate {
  const known = new Map<unknown, { readonly check: Check; readonly odd: boolean }>();
  return (condition, facts) => {
    if (condition === undefined) return { result: true, trace: [], odd: false };
    let compiled = known.get(condition);
    if (!compiled) {
      const draft = { table, audiences, nodes: 0, odd: false };
      compiled = { check: compile(draft, condition, '', 0), odd: draft.odd };
      known.set(condition, compiled);
    }
    const trace: Trace[] = [];
    return { result: compiled.check(facts, trace), trace, odd: compiled.odd };
  };
}

/** Evaluates one condition, as the evaluator of its document would. */
export function evaluateWith(
  table: Readonly<Record<string, Test>>,
  condition: Condition | undefined,
  facts: ConditionFacts,
  audiences: Readonly<Record<string, Condition>> = {},
): Evaluation {
  return createEvaluator(table, audiences)(condition, facts);
}
