import { type Condition, type Operator, operators } from '../condition.ts';
import { eventNames } from '../event.ts';
import { checkWhere } from './check-where.ts';
import { type Finding, show } from './explain-issue.ts';
import { findNearMiss } from './near-miss.ts';
import { type ConditionNode, listConditions, listNodes, type Reachable } from './reachable.ts';

type Attribute = Extract<Condition, { readonly attr: string }>;

const needs: Readonly<
  Record<Operator, { readonly fits: (value: unknown) => boolean; readonly words: string }>
> = createNeeds();

/** Mistakes in audiences: unknown names, circles, operators with values they cannot compare, trees that are too big. */
export function checkConditions(reachable: Reachable): readonly Finding[] {
  const roots = listConditions(reachable);
  return [
    ...roots.flatMap(({ root, path }) => {
      const nodes = listNodes(root, path);
      return [...checkSize(root, path, reachable), ...nodes.flatMap((one) => checkNode(one, reachable))];
    }),
    ...checkCircles(reachable),
  ];
}

/** An event name nobody records, with the one that was meant. */
export function checkEventName(name: string, path: readonly PropertyKey[]): readonly Finding[] {
  if ((eventNames as readonly string[]).includes(name)) return [];
  const meant = findNearMiss(name, eventNames);
  return [
    {
      code: 'unknown-event',
      path,
      what: show(name),
      why: 'No such event is recorded, so this would never happen.',
      fix: meant
        ? `Did you mean "${meant}"?`
        : 'Write a name of the event vocabulary, such as "order_placed".',
    },
  ];
}

/** Levels and conditions of an audience with every `use` opened, as the device counts them. */
function measure(
  root: Condition,
  audiences: Reachable['audiences'],
  depth = 1,
): { nodes: number; depth: number } {
  if (depth > 9) return { nodes: 1, depth };
  const inner = 'use' in root ? audiences[root.use] : undefined;
  const children: readonly Condition[] =
    'all' in root ? root.all : 'any' in root ? root.any : 'not' in root ? [root.not] : inner ? [inner] : [];
  return children
    .map((child) => measure(child, audiences, depth + 1))
    .reduce((sum, one) => ({ nodes: sum.nodes + one.nodes, depth: Math.max(sum.depth, one.depth) }), {
      nodes: 1,
      depth,
    });
}

function checkSize(
  root: Condition,
  path: readonly PropertyKey[],
  { audiences }: Reachable,
): readonly Finding[] {
  const { nodes, depth } = measure(root, audiences);
  const found = (what: string, why: string): readonly Finding[] => [
    { code: 'audience-too-big', path, what, why, fix: 'Split it into two campaigns, or simplify.' },
  ];
  if (depth > 8) return found('more than 8 levels', 'An audience has at most 8 levels.');
  if (nodes > 200) return found(`${nodes} conditions`, 'An audience has at most 200 conditions.');
  return [];
}

function checkNode({ node, path }: ConditionNode, { raw }: Reachable): readonly Finding[] {
  if ('did' in node)
    return [...checkEventName(node.did, [...path, 'did']), ...checkWhere(node, [...path, 'where'])];
  if ('use' in node) return checkUse(node.use, Object.keys(Object(raw.audiences)), [...path, 'use']);
  if (!('attr' in node)) return [];
  return checkValue(node, path);
}

function checkUse(name: string, known: readonly string[], path: readonly PropertyKey[]): readonly Finding[] {
  if (known.includes(name)) return [];
  const meant = findNearMiss(name, known);
  return [
    {
      code: 'unknown-audience',
      path,
      what: show(name),
      why: 'No audience of this name is in "audiences".',
      fix: meant ? `Did you mean "${meant}"?` : 'Add it to "audiences" or remove this line.',
    },
  ];
}

function checkValue(node: Attribute, path: readonly PropertyKey[]): readonly Finding[] {
  const need = needs[node.op];
  if (need.fits(node.value)) return [];
  return [
    {
      code: 'wrong-value',
      path: [...path, 'value'],
      what: node.value === undefined ? 'nothing' : show(node.value),
      why: `"${node.op}" compares with ${need.words}; anything else is never true.`,
      fix: `Write ${need.words}.`,
    },
  ];
}

function createNeeds(): typeof needs {
  const isMoney = (value: unknown): boolean => typeof Object(value).currency === 'string';
  const isScalar = (value: unknown): boolean =>
    ['string', 'number', 'boolean'].includes(typeof value) || isMoney(value);
  const isOrdered = (value: unknown): boolean => typeof value === 'number' || isMoney(value);
  const isTime = (value: unknown): boolean =>
    typeof value === 'number' || (typeof value === 'string' && !Number.isNaN(Date.parse(value)));
  const scalar = { fits: isScalar, words: 'one text, number, true or false, or money' };
  const ordered = { fits: isOrdered, words: 'a number, or money as { "value": 2000, "currency": "EUR" }' };
  const text = { fits: (value: unknown) => typeof value === 'string', words: 'a text' };
  const list = { fits: (value: unknown) => Array.isArray(value) && value.every(isScalar), words: 'a list' };
  const time = { fits: isTime, words: 'a date such as "2026-03-20" or an instant' };
  const isPair = (value: unknown): boolean =>
    Array.isArray(value) && value.length === 2 && value.every(isOrdered);
  const exists = {
    fits: (value: unknown) => value === undefined || typeof value === 'boolean',
    words: 'true or false',
  };
  const days = {
    fits: (value: unknown) => typeof value === 'number' && value > 0,
    words: 'a number of days',
  };
  const byOperator: Partial<Record<Operator, (typeof needs)[Operator]>> = {
    in: list,
    notIn: list,
    hasAny: list,
    hasAll: list,
    gt: ordered,
    gte: ordered,
    lt: ordered,
    lte: ordered,
    between: { fits: isPair, words: 'a list of two, lower bound first' },
    exists,
    startsWith: text,
    endsWith: text,
    contains: text,
    glob: text,
    before: time,
    after: time,
    withinLast: days,
  };
  return Object.fromEntries(operators.map((op) => [op, byOperator[op] ?? scalar])) as typeof needs;
}

/** Audiences that use each other in a circle would never be decided. */
function checkCircles({ audiences }: Reachable): readonly Finding[] {
  const uses = new Map(
    Object.entries(audiences).map(([name, root]) => [
      name,
      listNodes(root, []).flatMap(({ node }) => ('use' in node ? [node.use] : [])),
    ]),
  );
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (uses.get(from) ?? []).some((next) => {
      if (next === to) return true;
      if (seen.has(next)) return false;
      return reaches(next, to, seen.add(next));
    });
  return [...uses.keys()]
    .filter((name) => reaches(name, name, new Set()))
    .map((name) => ({
      code: 'audience-circle',
      path: ['audiences', name],
      what: show(name),
      why: 'This audience uses itself, directly or through others.',
      fix: 'Break the circle: one of them must stand on its own.',
    }));
}
