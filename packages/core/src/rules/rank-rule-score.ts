/** A neighbour of a product: id and weight from 1 to 255. */
export type Neighbour = readonly [id: string, weight: number];

/** A product with the votes it got, and the product whose row gave it the most. */
export interface Scored {
  readonly id: string;
  readonly score: number;
  readonly because: string;
}

/** How many products vote, how fast their votes fade, and what a product already seen gains. */
export interface ScoreParameters {
  readonly recent: number;
  readonly decay: number;
  readonly revisitWeight: number;
}

interface Tally {
  readonly id: string;
  score: number;
  best: number;
  because: string;
}

/**
 * Sums the rows of the most recent products, the newest with weight 1, the next with `decay`, and so on.
 * @param seen distinct product ids, newest first; the first is the current one.
 * @param options.revisits adds the revisit weight to products seen before the current one: whole to the one just
 * before it, times `decay` for each further step back.
 * @returns best first, ties by product id; holds products seen, in the cart or sold out as well.
 */
export function scoreRows(
  seen: readonly string[],
  row: (id: string) => readonly Neighbour[],
  options: ScoreParameters & { readonly revisits: boolean },
): Scored[] {
  const tallies = new Map<string, Tally>();
  // Repeated multiplication, not `**`: engines may round powers differently, and the order must be the same in all.
  let vote = 1;
  let revisit = options.revisitWeight;
  for (const [place, because] of seen.entries()) {
    if (place >= options.recent && !options.revisits) break;
    if (place < options.recent) {
      for (const pair of row(because)) add(tallies, pair[0], vote * share(pair[1]), because);
    }
    if (options.revisits && place > 0) {
      add(tallies, because, revisit, because);
      revisit *= options.decay;
    }
    vote *= options.decay;
  }
  return [...tallies.values()].sort(byScore);
}

/** Best first, ties by code units of the id. */
export function byScore(
  a: { readonly id: string; readonly score: number },
  b: { readonly id: string; readonly score: number },
): number {
  return b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Share that a one-byte weight stands for; the byte holds its square root. */
function share(weight: number): number {
  return (weight / 255) * (weight / 255);
}

function add(tallies: Map<string, Tally>, id: string, amount: number, because: string): void {
  if (amount <= 0) return;
  const tally = tallies.get(id);
  if (!tally) {
    tallies.set(id, { id, score: amount, best: amount, because });
    return;
  }
  tally.score += amount;
  if (amount > tally.best) {
    tally.best = amount;
    tally.because = because;
  }
}
