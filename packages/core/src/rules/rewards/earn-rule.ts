import type { Cashback, Money, Multiplier, OrderEarning, ProgramDocument, Schedule } from '@regulars/schema';
import { scheduleState } from '../schedule-rule.ts';
import { countGoods, type OrderLine } from './goods-rule.ts';

/** What an order earns by one rule. */
export interface Earned {
  readonly rule: string;
  /** `points`, or the currency of credit. */
  readonly unit: string;
  /** Points, or minor units of credit. */
  readonly points: number;
}

/** An order and what is known of its buyer. */
export interface EarningOrder {
  readonly total: Money;
  readonly lines: readonly OrderLine[];
  /** Epoch ms: schedules are read at this time. */
  readonly placedAt: number;
  /** Tier of the buyer when the order was paid. */
  readonly tier?: string | undefined;
  readonly firstOrder: boolean;
}

type Rules = Pick<ProgramDocument, 'currency' | 'zone' | 'earn' | 'multipliers' | 'cashback' | 'tiers'>;

/** What an order earns, by rule; an order in another currency earns nothing. Pure. */
export function earnByOrder(program: Rules, order: EarningOrder): readonly Earned[] {
  if (order.total.currency !== program.currency) return [];
  const points = program.earn.flatMap((rule) =>
    rule.on === 'order_placed' && holds(rule, order, program.zone)
      ? [{ rule: rule.id, unit: 'points', points: pointsOf(rule, order, timesOf(program, order, rule.id)) }]
      : [],
  );
  const credit = (program.cashback ?? []).flatMap((rule) =>
    holds(rule, order, program.zone)
      ? [{ rule: rule.id, unit: program.currency, points: creditOf(rule, order) }]
      : [],
  );
  return [...points, ...credit].filter((earned) => earned.points > 0);
}

function holds(
  rule: { readonly schedule?: Schedule | undefined; readonly minTotal?: number | undefined },
  { placedAt, total }: EarningOrder,
  zone: string,
): boolean {
  return scheduleState(rule.schedule, placedAt, zone) === 'open' && total.value >= (rule.minTotal ?? 0);
}

function pointsOf(rule: OrderEarning, { total, lines }: EarningOrder, times: number): number {
  const { value, pieces } = countGoods(rule, { total: total.value, lines });
  const base =
    typeof rule.per === 'number'
      ? Math.floor(value / rule.per)
      : rule.per === 'unit'
        ? Math.floor(pieces)
        : Number(pieces > 0);
  return Math.min(Math.floor(base * rule.points * times), rule.maxPoints ?? Number.POSITIVE_INFINITY);
}

function creditOf(rule: Cashback, { total, lines }: EarningOrder): number {
  const { value } = countGoods(rule, { total: total.value, lines });
  return Math.min(Math.floor(value * rule.share), rule.maxValue ?? Number.POSITIVE_INFINITY);
}

/** The highest multiplier that holds, the tier's own among them. */
function timesOf(program: Rules, order: EarningOrder, rule: string): number {
  const level = program.tiers?.levels.find(({ id }) => id === order.tier);
  const all = (program.multipliers ?? [])
    .filter((one) => multiplies(one, order, program.zone, rule))
    .map(({ times }) => times);
  return Math.max(1, level?.times ?? 1, ...all);
}

function multiplies(one: Multiplier, order: EarningOrder, zone: string, rule: string): boolean {
  return (
    (one.rules?.includes(rule) ?? true) &&
    (one.tiers?.includes(order.tier ?? '') ?? true) &&
    (!one.firstOrder || order.firstOrder) &&
    scheduleState(one.schedule, order.placedAt, zone) === 'open'
  );
}
