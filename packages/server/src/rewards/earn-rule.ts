import type { Money, ProgramDocument } from '@regulars/schema';

/** Points that an order earns, by rule. */
export interface Earning {
  readonly rule: string;
  readonly points: number;
}

/** Applies the earning rules to an order total; an amount in another currency earns nothing. Pure. */
export function earnPoints(program: ProgramDocument, total: Money): readonly Earning[] {
  if (total.currency !== program.currency) return [];
  return program.earn
    .flatMap((rule) =>
      rule.on === 'order_placed' && typeof rule.per === 'number'
        ? [{ rule: rule.id, points: Math.floor(total.value / rule.per) * rule.points }]
        : [],
    )
    .filter(({ points }) => points > 0);
}
