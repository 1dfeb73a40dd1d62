import type { Condition } from '../condition.ts';
import type { CampaignDocument } from '../document.ts';
import { type Finding, show } from '../parse/explain-issue.ts';
import { listConditions, listNodes, type Reachable } from '../parse/reachable.ts';

type Attribute = Extract<Condition, { readonly attr: string }>;

/** Attributes that hold money: a bare number compares with them as unknown. */
const moneyAttributes = ['cart.total', 'cart.subtotal', 'order.total'];

/** Audiences nobody uses, that can never be true, or that compare money with a bare number. */
export function lintAudiences(document: CampaignDocument, reachable: Reachable): readonly Finding[] {
  const roots = listConditions(reachable);
  const nodes = roots.flatMap(({ root, path }) => listNodes(root, path));
  const used = new Set(nodes.flatMap(({ node }) => ('use' in node ? [node.use] : [])));
  return [
    ...nodes.flatMap(({ node, path }) => {
      if ('all' in node) return lintContradiction(node.all, path);
      return 'attr' in node ? lintMoney(node, path, document.currency ?? 'EUR') : [];
    }),
    ...Object.keys(reachable.audiences)
      .filter((name) => !used.has(name))
      .map((name) => ({
        code: 'unused-audience',
        path: ['audiences', name],
        what: show(name),
        why: 'No campaign uses this audience.',
        fix: 'Remove it, or use it.',
      })),
  ];
}

function lintMoney(
  { attr, op, value }: Attribute,
  path: readonly PropertyKey[],
  currency: string,
): readonly Finding[] {
  const bare = [value].flat().find((one) => typeof one === 'number');
  if (!moneyAttributes.includes(attr) || bare === undefined || op === 'exists') return [];
  return [
    {
      code: 'money-without-currency',
      path: [...path, 'value'],
      what: show(value),
      why: `"${attr}" is money; a bare number is another unit, so this is never true.`,
      fix: `Write { "value": ${bare}, "currency": "${currency}" }: minor units.`,
    },
  ];
}

/** Bounds of one attribute that leave no value, and two different values at once. */
function lintContradiction(all: readonly Condition[], path: readonly PropertyKey[]): readonly Finding[] {
  const attributes = all.filter((node): node is Attribute => 'attr' in node);
  const names = [...new Set(attributes.map(({ attr }) => attr))];
  return names
    .filter((name) => isEmpty(attributes.filter(({ attr }) => attr === name)))
    .map((name) => ({
      code: 'never-true',
      path: [...path, 'all'],
      what: name,
      why: `The conditions on "${name}" exclude each other, so nobody is in this audience.`,
      fix: 'Loosen one of them, or write "any" in place of "all".',
    }));
}

const amount = (value: unknown): number | null => {
  const number = typeof value === 'object' && value !== null ? Object(value).value : value;
  return typeof number === 'number' ? number : null;
};

function isEmpty(nodes: readonly Attribute[]): boolean {
  const bounds = (ops: readonly string[]): readonly { readonly at: number; readonly open: boolean }[] =>
    nodes.flatMap(({ op, value }) => {
      const at = amount(value);
      return at !== null && ops.includes(op) ? [{ at, open: op === ops[0] }] : [];
    });
  const apart = bounds(['gt', 'gte']).some((low) =>
    bounds(['lt', 'lte']).some((high) => low.at > high.at || (low.at === high.at && (low.open || high.open))),
  );
  return apart || sharesNothing(nodes);
}

/** Whether no value is in every `eq` and `in` at once. */
function sharesNothing(nodes: readonly Attribute[]): boolean {
  const [first, ...others] = nodes
    .filter(({ op, value }) => (op === 'eq' || op === 'in') && value !== undefined)
    .map(({ value }) => [value].flat().map((one) => JSON.stringify(one)));
  return first?.every((one) => others.some((list) => !list.includes(one))) ?? false;
}
