import type { Condition } from './condition.ts';
import { describeCondition } from './describe-condition.ts';

/** One node of an evaluated condition, as `@regulars/core/rules` traces it; `null` is *unknown*. */
export interface TracedNode {
  readonly path: string;
  readonly result: boolean | null;
  readonly found?: unknown;
  /** How old what the backend told is, ms. */
  readonly ageMs?: number | undefined;
}

/** A node in plain words. */
export interface DescribedNode extends TracedNode {
  /** The node as a sentence. */
  readonly text: string;
  /** 0 for the root. */
  readonly depth: number;
  /** Stands alone: no other condition below it. */
  readonly leaf: boolean;
  /** How old what the backend told is, in words: `5 hours ago`. */
  readonly age?: string;
}

/** An age in words of a language. */
function describeAge(ms: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const hours = ms / 3_600_000;
  if (hours >= 48) return words.format(-Math.floor(hours / 24), 'day');
  return hours >= 1
    ? words.format(-Math.floor(hours), 'hour')
    : words.format(-Math.floor(hours * 60), 'minute');
}

const keys = /all\[(\d+)\]|any\[(\d+)\]|not|use\((.+?)\)(?=\.|$|\[)/g;

/** The node that a path of a trace leads to; `undefined`: none. */
function follow(
  root: Condition,
  path: string,
  audiences: Readonly<Record<string, Condition>>,
): { readonly node: Condition | undefined; readonly depth: number } {
  let node: Condition | undefined = root;
  let depth = 0;
  for (const [, all, any, use] of path.matchAll(keys)) {
    depth += 1;
    if (!node) break;
    if (all !== undefined) node = 'all' in node ? node.all[Number(all)] : undefined;
    else if (any !== undefined) node = 'any' in node ? node.any[Number(any)] : undefined;
    else if (use !== undefined) node = Object.hasOwn(audiences, use) ? audiences[use] : undefined;
    else node = 'not' in node ? node.not : undefined;
  }
  return { node, depth };
}

/**
 * Every line of a trace in plain words, in the order of the trace: what was asked, what was found, what it came to.
 * @param audiences the document's, so that what `use` names is told as well.
 */
export function describeTrace(
  condition: Condition,
  trace: readonly TracedNode[],
  locale = 'en',
  audiences: Readonly<Record<string, Condition>> = {},
): readonly DescribedNode[] {
  return trace.map((line) => {
    const { node, depth } = follow(condition, line.path, audiences);
    const leaf = node !== undefined && ('attr' in node || 'did' in node);
    const age = line.ageMs === undefined ? {} : { age: describeAge(line.ageMs, locale) };
    return { ...line, ...age, depth, leaf, text: node ? describeCondition(node, locale) : line.path };
  });
}
