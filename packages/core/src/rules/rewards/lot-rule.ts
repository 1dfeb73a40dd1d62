/** Points that came together and end together. */
export interface Lot {
  readonly id: string;
  /** Points left, above zero. */
  readonly points: number;
  /** Epoch ms. */
  readonly openedAt: number;
  /** Epoch ms; `null`: never. From then on nobody may spend it. */
  readonly expiresAt: number | null;
}

/** Points taken from one lot. */
export interface LotDraw {
  readonly lotId: string;
  readonly points: number;
}

/** How an amount is taken from lots; `missing` could not be. */
export interface DrawPlan {
  readonly draws: readonly LotDraw[];
  readonly missing: number;
}

/** Plans a payment: what ends first is spent first, of equals what came first; an expired lot never. Pure. */
export function planSpend(lots: readonly Lot[], points: number, now: number): DrawPlan {
  return take(lots.filter((lot) => isAlive(lot, now)).sort(byEnd), points);
}

/**
 * Plans a reversal: the lots of the reversed earning first, then the others as a payment would. What is missing was spent
 * already and becomes a debt. Pure.
 */
export function planReversal(
  lots: readonly Lot[],
  points: number,
  { now, origin }: { readonly now: number; readonly origin: readonly string[] },
): DrawPlan {
  const own = lots.filter((lot) => origin.includes(lot.id)).sort(byEnd);
  const others = lots.filter((lot) => !origin.includes(lot.id) && isAlive(lot, now)).sort(byEnd);
  return take([...own, ...others], points);
}

/** What is left of every lot whose time is over. Pure. */
export function expiredDraws(lots: readonly Lot[], now: number): readonly LotDraw[] {
  return lots.filter((lot) => !isAlive(lot, now)).map(({ id, points }) => ({ lotId: id, points }));
}

/** Points of all lots that have not ended. Pure. */
export function availablePoints(lots: readonly Lot[], now: number): number {
  return lots.filter((lot) => isAlive(lot, now)).reduce((sum, { points }) => sum + points, 0);
}

const isAlive = ({ expiresAt }: Lot, now: number): boolean => expiresAt === null || expiresAt > now;

function byEnd(a: Lot, b: Lot): number {
  const end = ({ expiresAt }: Lot): number => expiresAt ?? Number.POSITIVE_INFINITY;
  // Infinity minus itself is no number: compare, do not subtract.
  if (end(a) !== end(b)) return end(a) < end(b) ? -1 : 1;
  return a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1);
}

function take(lots: readonly Lot[], points: number): DrawPlan {
  const draws: LotDraw[] = [];
  let missing = points;
  for (const lot of lots) {
    if (missing === 0) break;
    const part = Math.min(lot.points, missing);
    draws.push({ lotId: lot.id, points: part });
    missing -= part;
  }
  return { draws, missing };
}
