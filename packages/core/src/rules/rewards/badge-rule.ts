import type { Badge } from '@regulars/schema';

/** What badges look at, summed up for one person. */
export interface Deeds {
  readonly orders: number;
  /** Paid in all, minor units of the program's currency. */
  readonly spend: number;
  /** Friends whose first order was rewarded. */
  readonly referrals: number;
  readonly questCompletions: Readonly<Record<string, number>>;
  readonly longestStreaks: Readonly<Record<string, number>>;
  readonly events: Readonly<Record<string, number>>;
}

/** How far a person is on the way to a badge: `done` of `goal`, never beyond it. Pure. */
export function badgeProgress(
  { when }: Pick<Badge, 'when'>,
  deeds: Deeds,
): { readonly done: number; readonly goal: number } {
  const [done, goal] = measure(when, deeds);
  return { done: Math.min(done, goal), goal };
}

function measure(when: Badge['when'], deeds: Deeds): readonly [number, number] {
  if ('orders' in when) return [deeds.orders, when.orders];
  if ('spend' in when) return [deeds.spend, when.spend];
  if ('referrals' in when) return [deeds.referrals, when.referrals];
  if ('quest' in when) return [deeds.questCompletions[when.quest] ?? 0, 1];
  if ('streak' in when) return [deeds.longestStreaks[when.streak] ?? 0, when.count];
  return [deeds.events[when.event] ?? 0, when.times];
}
