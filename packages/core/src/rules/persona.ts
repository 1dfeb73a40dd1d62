import type { EventName, Persona } from '@regulars/schema';
import type { FactValue } from './fact.ts';
import { emptyProfile, type Profile } from './profile.ts';

const dayMs = 864e5;

/** A visitor that somebody imagines: in a preview, or on the command line. */
export interface ImaginedVisitor {
  /** Attributes by dotted name. */
  readonly facts: Readonly<Record<string, FactValue>>;
  /** How often events happened, in all. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Days since the first visit, number of the visit, and what happened on those before. */
const past: Readonly<
  Record<
    Persona,
    { readonly days: number; readonly visit: number; readonly counts: Readonly<Record<string, number>> }
  >
> = {
  fits: { days: 0, visit: 1, counts: {} },
  new: { days: 0, visit: 1, counts: {} },
  returning: { days: 20, visit: 4, counts: { page_viewed: 18, product_viewed: 9, product_added_to_cart: 1 } },
  customer: {
    days: 200,
    visit: 9,
    counts: { page_viewed: 60, product_viewed: 30, product_added_to_cart: 4, order_placed: 2 },
  },
};
/** The customer's last order. */
const lastOrderDays = 40;

/** Facts and counts of a persona at a moment (epoch ms). */
export function imaginePersona(persona: Persona, now: number): ImaginedVisitor {
  const { days, visit, counts } = past[persona];
  const orders = counts.order_placed ?? 0;
  return {
    counts,
    facts: {
      'session.count': visit,
      'session.pages': 1,
      'visitor.firstSeen': now - days * dayMs,
      'visitor.daysSinceFirstSeen': days,
      'visitor.orders': orders,
      ...(orders > 0 && {
        'visitor.lastOrder': now - lastOrderDays * dayMs,
        'visitor.daysSinceLastOrder': lastOrderDays,
        'customer.id': 'preview',
      }),
    },
  };
}

/** Profile of somebody imagined: everything counted happened in the last days, so that `withinDays` finds it. */
export function imagineProfile({ facts, counts }: ImaginedVisitor, now: number): Profile {
  const today = Math.floor(now / dayMs);
  const firstMs = facts['visitor.firstSeen'];
  const lastMs = facts['visitor.lastOrder'];
  const isOrder = (name: string): boolean => name === 'order_placed' && typeof lastMs === 'number';
  const counted = Object.entries(counts).map(([name, total]) => {
    const at = isOrder(name) ? Number(lastMs) : now;
    const day = isOrder(name) ? Math.floor(at / dayMs) : today;
    return [name as EventName, { total, lastMs: at, days: { [day]: total } }] as const;
  });
  return {
    ...emptyProfile,
    firstMs: typeof firstMs === 'number' ? firstMs : now,
    lastMs: now,
    counts: Object.fromEntries(counted),
    orders: { count: counts.order_placed ?? 0, ...(typeof lastMs === 'number' && { lastMs }) },
  };
}
