import type { Fired, Judgement } from './decision.ts';

const ranks: Readonly<Record<Fired, number>> = { no: 0, cancelled: 0, fired: 0, resumed: 1, asked: 2 };

/**
 * Whether of two winners of one place the first has it: asked first, then the higher priority, the least recently shown,
 * the id.
 * @param lastShown epoch ms of a campaign's last show; 0: never.
 */
export function comesFirst(
  one: Judgement,
  other: Judgement,
  lastShown: (campaignId: string) => number,
): boolean {
  const [a, b] = [one.campaign, other.campaign];
  const order =
    ranks[one.by] - ranks[other.by] ||
    (a.priority ?? 0) - (b.priority ?? 0) ||
    lastShown(b.id) - lastShown(a.id);
  return order > 0 || (order === 0 && a.id < b.id);
}
