import type { ListShard, Strategy } from '@regulars/schema';
import { basketOf, type ListPlan, type ListProfile, ownList, type PlanPage, planList } from './list-plan.ts';
import type { ProductTrace } from './profile.ts';

const dayMs = 86_400_000;
const halfLifeMs = 14 * dayMs;
/** A product is due a little before it runs out. */
const early = 0.9;

/** What the further strategies know beside the journey. */
export interface MoreKnown extends PlanPage {
  /** Epoch ms. */
  readonly now: number;
  /** Days after a purchase at which the next is due where the index knows no rhythm. */
  readonly dueDays: number;
  /** What the visitor saved, newest first. */
  readonly saved: readonly string[];
  /** Absent: the index has none. */
  readonly lists: ListShard | null;
}

/** Plans of the strategies that not every page uses; fetched with the first of them. */
export function planMore(profile: ListProfile, strategy: Strategy, known: MoreKnown): ListPlan {
  const plan = planList(profile, 'for-you', known);
  // What is saved stays on the list when it lies in the cart too.
  if (strategy === 'wishlist') return { ...ownList(plan, known.saved), inCart: new Set() };
  if (strategy === 'continue') return ownList(plan, unfinished(profile, known));
  if (strategy === 'replenishment') return ownList(plan, due(profile, known));
  if (strategy === 'complete-the-set') return completeTheSet(profile, known);
  const list = known.lists?.lists[strategy as keyof ListShard['lists']] ?? [];
  return { ...plan, seen: [], lead: { ids: ownFirst(list, profile), source: 'list' } };
}

/** What was looked at before this visit, or more than once, and not bought since; what drew the visitor most first. */
function unfinished({ products, recent }: ListProfile, { session, current, now }: MoreKnown): string[] {
  const here = new Set(recent.filter(({ sid }) => sid === session).map(({ id }) => id));
  return Object.entries(products)
    .filter(
      ([id, trace]) => id !== current && (!here.has(id) || trace.views > 1 || trace.cartMs !== undefined),
    )
    .filter(([, { boughtMs = 0, lastMs }]) => boughtMs < lastMs)
    .map(([id, trace]) => ({ id, drawn: drawn(trace, now) }))
    .sort((a, b) => b.drawn - a.drawn || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

function drawn({ score }: ProductTrace, now: number): number {
  return score.value * 0.5 ** (Math.max(0, now - score.atMs) / halfLifeMs);
}

/** What was bought long enough ago to be used up, longest overdue first. */
function due({ products }: ListProfile, { now, dueDays, lists }: MoreKnown): string[] {
  return Object.entries(products)
    .flatMap(([id, { boughtMs }]) => {
      if (boughtMs === undefined) return [];
      const days = ownNumber(lists?.replenishDays, id) ?? (lists && hasRhythms(lists) ? null : dueDays);
      if (days === null) return [];
      const lateMs = now - boughtMs - days * early * dayMs;
      return lateMs >= 0 ? [{ id, late: lateMs / days }] : [];
    })
    .sort((a, b) => b.late - a.late || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** Where the shop's orders give rhythms, a product without one is not bought again. */
function hasRhythms({ replenishDays }: ListShard): boolean {
  return Object.keys(replenishDays).length > 0;
}

function ownNumber(record: Readonly<Record<string, number>> | undefined, key: string): number | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** What goes with the cart, the order just placed or the product of the page, of other categories than theirs. */
function completeTheSet(profile: ListProfile, known: MoreKnown): ListPlan {
  const plan = planList(profile, 'bought-together', known);
  const most = basketOf(profile).length || 1;
  const voters = plan.voters.slice(0, most);
  return {
    ...plan,
    ...{ seen: plan.seen.slice(0, most), voters, parameters: { recent: most, decay: 1 } },
    ...{ otherCategories: true, alone: true },
  };
}

/** Products the visitor looked at stand first, those of the categories looked at next; each part keeps its order. */
function ownFirst(list: readonly string[], { products }: ListProfile): string[] {
  const known = (id: string): number => (Object.hasOwn(products, id) ? 0 : 1);
  return [...list].sort((a, b) => known(a) - known(b));
}
