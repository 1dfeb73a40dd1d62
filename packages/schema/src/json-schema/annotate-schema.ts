import { attributeNames } from '../describe/attribute-phrase.ts';
import { eventNames } from '../event.ts';
import type { KeyText } from './key-text.ts';
import { keyTexts } from './key-texts-table.ts';

/** A JSON Schema node as far as annotating reads and writes it. */
export interface SchemaNode {
  title?: string;
  description?: string;
  examples?: unknown[];
  default?: unknown;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  $ref?: string;
  properties?: Record<string, SchemaNode>;
  additionalProperties?: SchemaNode | boolean;
  items?: SchemaNode;
  anyOf?: SchemaNode[];
  oneOf?: SchemaNode[];
  $defs?: Record<string, SchemaNode>;
  [key: string]: unknown;
}

/** Keys whose texts are names of journey events; editors then complete them. */
const eventKeys = [
  'trigger.event',
  'cancelOn',
  'goal.event',
  'did',
  'advanceOn',
  'advanceOn.event',
  'missions.event',
];

/** Gives every key its title, description, example and default, in place. */
export function annotateSchema(root: SchemaNode): SchemaNode {
  visit(root, []);
  for (const definition of Object.values(root.$defs ?? {})) visit(definition, []);
  return root;
}

/** The text whose path is the longest end of the given one. */
export function findKeyText(path: readonly string[]): KeyText | null {
  for (let from = 0; from < path.length; from += 1) {
    const found = keyTexts[path.slice(from).join('.')];
    if (found) return found;
  }
  return null;
}

function visit(node: SchemaNode, path: readonly string[]): void {
  gatherKinds(node);
  for (const [key, inner] of Object.entries(node.properties ?? {})) {
    const at = [...path, key];
    visit(inner, at);
    Object.assign(inner, annotationsOf(at));
    if (key === 'attr' && inner.type === 'string') offerAttributes(inner);
    if (!eventKeys.some((end) => `.${at.join('.')}`.endsWith(`.${end}`))) continue;
    for (const one of [
      inner,
      ...(inner.items ? [inner.items] : []),
      ...(inner.anyOf ?? []).flatMap((each) => [each, ...(each.anyOf ?? [])]),
    ])
      if (one.type === 'string') one.enum = [...eventNames];
  }
  if (typeof node.additionalProperties === 'object') visit(node.additionalProperties, path);
  if (node.items) visit(node.items, path);
  for (const inner of [...(node.anyOf ?? []), ...(node.oneOf ?? [])]) visit(inner, path);
}

/**
 * Where each of several kinds of object says by one key which it is, the key is told once more above them with all its
 * values: editors else offer only the kinds that need no other key. It refuses nothing that the kinds would not.
 */
function gatherKinds(node: SchemaNode): void {
  const kinds = node.oneOf ?? node.anyOf ?? [];
  if (node.properties || kinds.length < 2) return;
  const [first] = kinds;
  const key = Object.keys(first?.properties ?? {}).find((name) =>
    kinds.every((kind) => kind.properties?.[name]?.const !== undefined),
  );
  if (key === undefined) return;
  const values = kinds.map((kind) => kind.properties?.[key]?.const);
  node.properties = { [key]: { type: 'string', enum: [...new Set(values)] } };
}

/** Names that Regulars fills are offered; any other may be the shop's own. */
function offerAttributes(node: SchemaNode): void {
  const known = attributeNames.filter((name) => !name.includes('*'));
  node.anyOf = [{ type: 'string', enum: known }, { type: 'string' }];
}

function annotationsOf(path: readonly string[]): SchemaNode {
  const found = findKeyText(path);
  if (!found) return {};
  const { title, description, example } = found;
  return {
    title,
    description,
    examples: [example],
    ...('default' in found && { default: found.default }),
  };
}
