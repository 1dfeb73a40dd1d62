import { earnByOrder, enteredTiers, expiryOf, tierStanding } from '@regulars/core/rules';
import type { ProgramDocument } from '@regulars/schema';
import type { PastOrder } from './read-shop-orders.ts';
import { balanceOf, expire, type Person, spend } from './simulated-person.ts';

/** What a programme would have done with past orders. Points are whole, money is minor units. */
export interface Simulation {
  readonly orders: number;
  /** Orders without a customer: they earn nothing. */
  readonly guestOrders: number;
  readonly customers: number;
  readonly revenue: number;
  /** Share of the revenue that came back, 0 to 1. */
  readonly returnedShare: number | null;
  readonly people: readonly { readonly tier: string; readonly people: number; readonly revenue: number }[];
  readonly points: Readonly<Record<'issued' | 'reversed' | 'redeemed' | 'expired' | 'liability', number>>;
  /** Entry rewards of tiers. */
  readonly entry: { readonly points: number; readonly coupons: Readonly<Record<string, number>> };
  readonly cashback: number;
  /** What points are worth in money, minor units each; `null`: the programme does not say. */
  readonly pointValue: number | null;
  readonly liabilityValue: number | null;
  /** Points redeemed and owed, and cashback, in money. */
  readonly cost: number | null;
  readonly costShare: number | null;
  /** Breakage: expired of issued. */
  readonly breakage: number | null;
}

/** How people are taken to behave, and when the books are closed. */
export interface SimulationOptions {
  /** Share of its points that a person spends with each order, 0 to 1. */
  readonly redeemShare: number;
  /** Epoch ms. */
  readonly until: number;
  /** Minor units that a point is worth, when the programme does not say. */
  readonly pointValue?: number | undefined;
  readonly step?: ((done: number, of: number) => void) | undefined;
}

const STEP_ORDERS = 5000;

/** The books of a run; they change as orders go by. */
interface Books {
  readonly program: ProgramDocument;
  readonly options: SimulationOptions;
  readonly people: Map<string, Person>;
  readonly sums: Record<
    'issued' | 'reversed' | 'redeemed' | 'expired' | 'revenue' | 'returned' | 'cashback',
    number
  >;
  readonly counts: Record<'orders' | 'guests', number>;
  readonly entry: { points: number; readonly coupons: Record<string, number> };
}

/** Runs past orders, by time, through a programme. Every point issued is redeemed, expired, reversed or owed. Pure. */
export function simulateProgram(
  program: ProgramDocument,
  orders: readonly PastOrder[],
  options: SimulationOptions,
): Simulation {
  const books: Books = {
    program,
    options,
    people: new Map(),
    sums: { issued: 0, reversed: 0, redeemed: 0, expired: 0, revenue: 0, returned: 0, cashback: 0 },
    counts: { orders: 0, guests: 0 },
    entry: { points: 0, coupons: {} },
  };
  for (const [at, order] of orders.entries()) {
    if (at % STEP_ORDERS === 0) options.step?.(at, orders.length);
    take(books, order);
  }
  for (const person of books.people.values()) {
    books.sums.expired += expire(person, options.until);
    person.tier = tierOf(program, person, options.until);
  }
  return summarize(books);
}

function take(books: Books, order: PastOrder): void {
  const { sums, counts, people } = books;
  sums[order.isReturn ? 'returned' : 'revenue'] += order.total;
  counts.orders += Number(!order.isReturn);
  if (order.customer === null) {
    counts.guests += Number(!order.isReturn);
    return;
  }
  const person = people.get(order.customer) ?? { orders: 0, revenue: 0, tier: null, earned: [], lots: [] };
  people.set(order.customer, person);
  sums.expired += expire(person, order.t);
  if (order.isReturn) takeBack(books, order, person);
  else earn(books, order, person);
}

function tierOf({ tiers }: ProgramDocument, person: Person, at: number): string | null {
  return tiers ? (tierStanding(tiers, person.earned, at).tier?.id ?? null) : null;
}

function earn(books: Books, order: PastOrder, person: Person): void {
  const { program, sums, options } = books;
  sums.redeemed += spend(person, Math.floor(balanceOf(person) * options.redeemShare));
  const before = tierOf(program, person, order.t);
  const firstOrder = person.orders === 0;
  for (const { unit, points } of earningsOf(program, order, { tier: before ?? undefined, firstOrder })) {
    if (unit !== 'points') sums.cashback += points;
    else {
      person.earned.push({ t: order.t, points });
      give(books, person, points, order.t);
    }
  }
  person.orders += 1;
  person.revenue += order.total;
  enter(books, person, { before, t: order.t });
}

function earningsOf(
  program: ProgramDocument,
  { total, lines, t }: PastOrder,
  who: { readonly tier?: string | undefined; readonly firstOrder: boolean },
): ReturnType<typeof earnByOrder> {
  const money = { value: total, currency: program.currency };
  return earnByOrder(program, { total: money, lines, placedAt: t, ...who });
}

/** Pays the entry rewards of tiers that an order led to. */
function enter(
  books: Books,
  person: Person,
  { before, t }: { readonly before: string | null; readonly t: number },
): void {
  const { program, entry } = books;
  if (!program.tiers) return;
  for (const tier of enteredTiers(program.tiers, before, tierOf(program, person, t))) {
    for (const { reward } of tier.entry ?? []) {
      if (reward.type === 'coupon')
        entry.coupons[reward.template] = (entry.coupons[reward.template] ?? 0) + 1;
      if (reward.type === 'points') {
        entry.points += reward.points;
        give(books, person, reward.points, t);
      }
    }
  }
}

function give({ program, sums }: Books, person: Person, points: number, t: number): void {
  sums.issued += points;
  person.lots.push({ points, endsAt: expiryOf(t, program.expiry, program.zone) ?? Number.POSITIVE_INFINITY });
}

/** Takes back what a returned part would earn without multipliers: in the shopper's favour. */
function takeBack({ program, sums }: Books, order: PastOrder, person: Person): void {
  person.revenue -= order.total;
  const plain = { ...program, multipliers: [] };
  for (const { unit, points } of earningsOf(plain, order, { firstOrder: false })) {
    if (unit !== 'points') sums.cashback = Math.max(0, sums.cashback - points);
    else {
      const taken = spend(person, points);
      sums.reversed += taken;
      person.earned.push({ t: order.t, points: -taken });
    }
  }
}

function summarize({ program, options, people, sums, counts, entry }: Books): Simulation {
  const { issued, reversed, redeemed, expired, revenue, cashback } = sums;
  const all = [...people.values()];
  const liability = all.reduce((sum, person) => sum + balanceOf(person), 0);
  const terms = program.spend?.checkout;
  const pointValue = terms ? terms.value / terms.points : (options.pointValue ?? null);
  const money = (points: number): number | null =>
    pointValue === null ? null : Math.round(points * pointValue);
  const worth = money(redeemed + liability);
  const cost = worth === null ? null : worth + cashback;
  const share = (part: number | null, whole: number): number | null =>
    part === null || whole === 0 ? null : part / whole;
  return {
    orders: counts.orders,
    guestOrders: counts.guests,
    customers: people.size,
    revenue,
    returnedShare: share(sums.returned, revenue),
    people: [null, ...(program.tiers?.levels.map(({ id }) => id) ?? [])].map((tier) => {
      const here = all.filter((person) => person.tier === tier);
      const spent = here.reduce((sum, person) => sum + person.revenue, 0);
      return { tier: tier ?? 'none', people: here.length, revenue: spent };
    }),
    points: { issued, reversed, redeemed, expired, liability },
    entry,
    cashback,
    pointValue,
    liabilityValue: money(liability),
    cost,
    costShare: share(cost, revenue),
    breakage: share(expired, issued),
  };
}
