import { type Campaign, campaign } from '../campaign.ts';
import { type Condition, condition } from '../condition.ts';
import type { Widget } from '../widgets/widget.ts';

/** What of a raw document has its right shape, with its place, so that one slip does not hide the other mistakes. */
export interface Reachable {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly campaigns: readonly { readonly campaign: Campaign; readonly path: readonly PropertyKey[] }[];
  readonly audiences: Readonly<Record<string, Condition>>;
  readonly zone: string;
  readonly fallbackLocales: readonly string[];
}

/** Picks the well-formed pieces of a value of any shape. */
export function readReachable(value: unknown): Reachable {
  const raw: Readonly<Record<string, unknown>> = Object(value);
  const list: readonly unknown[] = Array.isArray(raw.campaigns) ? raw.campaigns : [];
  const locales: readonly unknown[] = Array.isArray(raw.fallbackLocales) ? raw.fallbackLocales : [];
  return {
    raw,
    campaigns: list.flatMap((one, index) => {
      const parsed = campaign.safeParse(one);
      return parsed.success ? [{ campaign: parsed.data, path: ['campaigns', index] }] : [];
    }),
    audiences: Object.fromEntries(
      Object.entries(Object(raw.audiences)).flatMap(([name, one]) => {
        const parsed = condition.safeParse(one);
        return parsed.success ? [[name, parsed.data] as const] : [];
      }),
    ),
    zone: typeof raw.zone === 'string' ? raw.zone : 'UTC',
    fallbackLocales: locales.filter((one) => typeof one === 'string'),
  };
}

/** One node of a condition with its path. */
export interface ConditionNode {
  readonly node: Condition;
  readonly path: readonly PropertyKey[];
  /** 1 for the root. */
  readonly depth: number;
}

/** Every node of a condition, parents first. */
export function listNodes(
  root: Condition,
  path: readonly PropertyKey[],
  depth = 1,
): readonly ConditionNode[] {
  const self = { node: root, path, depth };
  const list = (nodes: readonly Condition[], key: string): readonly ConditionNode[] =>
    nodes.flatMap((node, index) => listNodes(node, [...path, key, index], depth + 1));
  if ('all' in root) return [self, ...list(root.all, 'all')];
  if ('any' in root) return [self, ...list(root.any, 'any')];
  if ('not' in root) return [self, ...listNodes(root.not, [...path, 'not'], depth + 1)];
  return [self];
}

/** Conditions of a tour's steps and branches, with their places. */
export function listStepConditions(
  widget: Widget,
  path: readonly PropertyKey[],
): readonly { readonly root: Condition; readonly path: readonly PropertyKey[] }[] {
  if (widget.type !== 'tour') return [];
  return widget.props.steps.flatMap(({ audience, next = [] }, index) => {
    const at = [...path, 'props', 'steps', index];
    const branches = typeof next === 'string' ? [] : next;
    return [
      ...(audience ? [{ root: audience, path: [...at, 'audience'] }] : []),
      ...branches.flatMap(({ when }, place) =>
        when ? [{ root: when, path: [...at, 'next', place, 'when'] }] : [],
      ),
    ];
  });
}

/** Roots of all conditions of a document: shared audiences, each campaign's own, and those of a tour's steps. */
export function listConditions(
  reachable: Reachable,
): readonly { readonly root: Condition; readonly path: readonly PropertyKey[] }[] {
  return [
    ...Object.entries(reachable.audiences).map(([name, root]) => ({ root, path: ['audiences', name] })),
    ...reachable.campaigns.flatMap(({ campaign, path }) => [
      ...(campaign.audience ? [{ root: campaign.audience, path: [...path, 'audience'] }] : []),
      ...listStepConditions(campaign.widget, [...path, 'widget']),
      ...(campaign.experiment?.variants ?? []).flatMap(({ widget }, index) =>
        widget ? listStepConditions(widget, [...path, 'experiment', 'variants', index, 'widget']) : [],
      ),
    ]),
  ];
}
