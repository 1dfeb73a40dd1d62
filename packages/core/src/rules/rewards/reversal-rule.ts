import type { Goods } from '@regulars/schema';
import { countsLine, isAboutAll, type OrderLine } from './goods-rule.ts';

/** What came back of an order so far. */
export interface ReturnedOrder {
  /** Minor units that were paid. */
  readonly total: number;
  /** Minor units that were paid back so far. */
  readonly refunded: number;
  readonly lines: readonly OrderLine[];
}

/** The part of an earning rule that tells what a return takes away. */
export type ReversibleRule = Goods & { readonly per?: number | 'unit' | 'order' | undefined };

/**
 * Points of an earning to be taken back in all, once so much of its order came back: its share, rounded down in the
 * shopper's favour. A rule about some goods looks at what came back of these, where the shop says so; points for the order
 * as such go only with the whole order. Pure.
 */
export function reversedPoints(points: number, rule: ReversibleRule, order: ReturnedOrder): number {
  const whole = order.total <= order.refunded;
  if (whole) return points;
  if (rule.per === 'order') return 0;
  const lines = order.lines.filter((line) => countsLine(rule, line));
  const told = order.lines.some(({ returned = 0 }) => returned > 0);
  if (told && (rule.per === 'unit' || !isAboutAll(rule))) {
    const weigh = (line: OrderLine): number => (rule.per === 'unit' ? 1 : line.unitPrice);
    const all = lines.reduce((sum, line) => sum + line.quantity * weigh(line), 0);
    const back = lines.reduce(
      (sum, line) => sum + Math.min(line.returned ?? 0, line.quantity) * weigh(line),
      0,
    );
    return all > 0 ? Math.floor((points * back) / all) : 0;
  }
  return order.total > 0 ? Math.floor((points * order.refunded) / order.total) : 0;
}
