import type { Condition } from '@regulars/schema';
import type { Evaluation } from '../rules/evaluate-with.ts';

type Path = readonly [path: string, attr: string];

/** Attributes of a condition by the path that the trace calls them by. */
function listAttributes(
  node: Condition | undefined,
  path: string,
  audiences: Readonly<Record<string, Condition>>,
): readonly Path[] {
  if (!node || path.length > 1000) return [];
  const below = (key: string): string => (path ? `${path}.${key}` : key);
  const each = (key: 'all' | 'any', nodes: readonly Condition[]): readonly Path[] =>
    nodes.flatMap((one, at) => listAttributes(one, `${below(key)}[${at}]`, audiences));
  if ('all' in node) return each('all', node.all);
  if ('any' in node) return each('any', node.any);
  if ('not' in node) return listAttributes(node.not, below('not'), audiences);
  if ('use' in node)
    return Object.hasOwn(audiences, node.use)
      ? listAttributes(audiences[node.use], below(`use(${node.use})`), audiences)
      : [];
  return 'attr' in node ? [[path, node.attr]] : [];
}

/**
 * Adds to the trace of an audience how old what was pulled is.
 * @param ageMs age of an attribute; `undefined`: it was not pulled.
 */
export function createAges(
  audiences: Readonly<Record<string, Condition>>,
  ageMs: (attr: string) => number | undefined,
): (audience: Condition, evaluation: Evaluation) => Evaluation {
  const known = new WeakMap<Condition, ReadonlyMap<string, string>>();
  return (audience, evaluation) => {
    const attributes = known.get(audience) ?? new Map(listAttributes(audience, '', audiences));
    known.set(audience, attributes);
    const trace = evaluation.trace.map((line) => {
      const attr = attributes.get(line.path);
      const age = attr === undefined ? undefined : ageMs(attr);
      return age === undefined ? line : { ...line, ageMs: age };
    });
    return { ...evaluation, trace };
  };
}
