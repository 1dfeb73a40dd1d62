import type { Condition } from '../condition.ts';
import { attributeKind, attributeNames } from '../describe/attribute-phrase.ts';
import type { CampaignDocument } from '../document.ts';
import { type Finding, show } from '../parse/explain-issue.ts';
import { findNearMiss } from '../parse/near-miss.ts';
import { listConditions, listNodes, type Reachable } from '../parse/reachable.ts';

type Attribute = Extract<Condition, { readonly attr: string }>;
type Path = readonly PropertyKey[];

const families = [
  'cart',
  'session',
  'page',
  'device',
  'visitor',
  'journey',
  'affinity',
  'campaign',
  'time',
  'wallet',
  'customer',
  'utm',
];

/** A name of our own families that nobody fills, unless a part of the shop's does. */
function lintName({ attr }: Attribute, path: Path): readonly Finding[] {
  if (attributeKind(attr) !== null) return [];
  const meant = findNearMiss(
    attr,
    attributeNames.filter((name) => !name.includes('*')),
  );
  const [family = ''] = attr.split('.');
  if (!meant && !families.includes(family)) return [];
  return [
    {
      code: 'unknown-attribute',
      path: [...path, 'attr'],
      what: show(attr),
      why: 'Regulars fills no attribute of this name; unless the shop does, it is unknown and nobody matches.',
      fix: meant ? `Did you mean "${meant}"?` : 'See the list of attributes, or fill it with a fact source.',
    },
  ];
}

const kindOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? 'money'
    : typeof value === 'boolean'
      ? 'flag'
      : typeof value === 'string'
        ? 'text'
        : 'number';

/** A value of another type than the attribute's: nothing is coerced, so it is never true. */
function lintKind({ attr, op, value }: Attribute, path: Path): readonly Finding[] {
  const kind = attributeKind(attr);
  if (!kind || kind === 'money' || kind === 'list' || kind === 'time' || op === 'exists') return [];
  const other = [value].flat().find((one) => one !== undefined && kindOf(one) !== kind);
  if (other === undefined || ['before', 'after', 'withinLast'].includes(op)) return [];
  return [
    {
      code: 'type-mismatch',
      path: [...path, 'value'],
      what: show(other),
      why: `"${attr}" holds a ${kind === 'flag' ? 'true or false' : kind}; nothing is converted, so this is never true.`,
      fix:
        kind === 'number'
          ? `Write ${Number(other) || 1} without quotation marks.`
          : `Write a ${kind === 'flag' ? 'true or false' : kind}.`,
    },
  ];
}

/** Windows longer than the profile remembers. */
function lintWindow(node: Extract<Condition, { readonly did: string }>, path: Path): readonly Finding[] {
  const longest = node.where ? 90 : 400;
  if ((node.withinDays ?? 0) <= longest) return [];
  return [
    {
      code: 'window-too-long',
      path: [...path, 'withinDays'],
      what: String(node.withinDays),
      why: `The profile counts days for ${longest} days back; older ones are not found.`,
      fix: `Write ${longest} or less, or leave "withinDays" out to count all time.`,
    },
  ];
}

/** Attributes nobody fills, values of another type, windows beyond memory. */
export function lintAttributes(_: CampaignDocument, reachable: Reachable): readonly Finding[] {
  return listConditions(reachable)
    .flatMap(({ root, path }) => listNodes(root, path))
    .flatMap(({ node, path }) =>
      'attr' in node
        ? [...lintName(node, path), ...lintKind(node, path)]
        : 'did' in node
          ? lintWindow(node, path)
          : [],
    );
}
