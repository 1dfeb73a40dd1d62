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
  for (const [key, inner] of Object.entries(node.properties ?? {})) {
    const at = [...path, key];
    visit(inner, at);
    Object.assign(inner, annotationsOf(at));
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
