import { checkEventName } from './check-conditions.ts';
import { checkName } from './check-name.ts';
import type { Finding } from './explain-issue.ts';

type Raw = Readonly<Record<string, unknown>>;

/** Mistakes in what earns: events that are none or not the browser's, rules and tiers that nothing has. */
export function checkEarning(raw: Raw): readonly Finding[] {
  const rules: readonly unknown[] = Array.isArray(raw.earn) ? raw.earn : [];
  const tiers = tierIds(raw);
  const orderRules = rules
    .filter((rule) => Object(rule).on === 'order_placed')
    .map((rule): unknown => Object(rule).id);
  return [
    ...rules.flatMap((rule, index) => checkEvent(Object(rule), ['earn', index, 'event'])),
    ...listOf(raw.multipliers).flatMap((one, index) => [
      ...checkNames(one.rules, orderRules, ['multipliers', index, 'rules'], 'earning rule about orders'),
      ...checkNames(one.tiers, tiers, ['multipliers', index, 'tiers'], 'tier'),
    ]),
    ...listOf(Object(raw.spend).offers).flatMap((one, index) =>
      checkNames(one.tiers, tiers, ['spend', 'offers', index, 'tiers'], 'tier'),
    ),
  ];
}

/** Ids of all tiers of a raw programme. */
export function tierIds(raw: Raw): readonly unknown[] {
  return listOf(Object(raw.tiers).levels).map(({ id }) => id);
}

const listOf = (value: unknown): readonly Raw[] => (Array.isArray(value) ? value.map(Object) : []);

function checkNames(
  names: unknown,
  known: readonly unknown[],
  path: readonly PropertyKey[],
  kind: string,
): readonly Finding[] {
  const list: readonly unknown[] = Array.isArray(names) ? names : [];
  return list.flatMap((name, index) => checkName(name, known, { path: [...path, index], kind }));
}

function checkEvent(rule: Raw, path: readonly PropertyKey[]): readonly Finding[] {
  if (rule.on !== 'event' || typeof rule.event !== 'string') return [];
  if (rule.event !== 'order_placed') return checkEventName(rule.event, path);
  return [
    {
      code: 'order-from-browser',
      path,
      what: '"order_placed"',
      why: 'Browsers can invent orders; what an order earns is the word of the shop’s server.',
      fix: 'Write "on": "order_placed" instead of "on": "event".',
    },
  ];
}
