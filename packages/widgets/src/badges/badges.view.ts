import type { Badge } from '../lib/reward-types.ts';

/** Earned ones first, newest first; the others by how near they are. */
export function shownBadges(badges: readonly Badge[], earnedOnly = false): readonly Badge[] {
  const earned = badges.filter(({ earnedAt }) => earnedAt !== undefined);
  const open = earnedOnly ? [] : badges.filter(({ earnedAt }) => earnedAt === undefined);
  const share = ({ done, goal }: Badge): number => (goal > 0 ? done / goal : 0);
  return [
    ...earned.sort((a, b) => (b.earnedAt ?? 0) - (a.earnedAt ?? 0)),
    ...open.sort((a, b) => share(b) - share(a)),
  ];
}
