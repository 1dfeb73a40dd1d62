import type { Session } from '../index/session.ts';

/** What VMIS-kNN may be set to. */
export interface VmisSettings {
  /** Most recent sessions looked at per prediction. */
  readonly sessions: number;
  /** Nearest of them that vote. */
  readonly neighbours: number;
  /** Products of the running session that count, newest first. */
  readonly last: number;
}

/** Training sessions, indexed by product. */
export interface VmisIndex {
  readonly products: readonly (readonly string[])[];
  readonly ends: readonly number[];
  /** Sessions that hold a product, newest first, by product id. */
  readonly holders: ReadonlyMap<string, readonly number[]>;
  /** ln(sessions / sessions with the product). */
  readonly rarity: ReadonlyMap<string, number>;
}

/** Indexes training sessions. Source: Kersbergen, Sprangers, Schelter, "Serenade", SIGMOD 2022. */
export function indexSessions(sessions: readonly Session[]): VmisIndex {
  const products = sessions.map((session) => [...new Set(session.products)]);
  const ends = sessions.map((session) => session.times.at(-1) ?? session.start);
  const holders = new Map<string, number[]>();
  for (const [number, ids] of products.entries()) {
    for (const id of ids) {
      const list = holders.get(id);
      if (list) list.push(number);
      else holders.set(id, [number]);
    }
  }
  for (const list of holders.values()) list.sort((a, b) => (ends[b] ?? 0) - (ends[a] ?? 0) || a - b);
  const rarity = new Map([...holders].map(([id, list]) => [id, Math.log(sessions.length / list.length)]));
  return { products, ends, holders, rarity };
}

/** Lists products for a running session by VMIS-kNN; never the newest product. Best first, ties by id. */
export function listByNeighbours(
  index: VmisIndex,
  {
    seen,
    settings,
    most,
  }: { readonly seen: readonly string[]; readonly settings: VmisSettings; readonly most: number },
): string[] {
  const recent = seen.slice(0, settings.last);
  const scores = new Map<string, number>();
  for (const [number, likeness] of nearest(index, recent, settings)) {
    const held = new Set(index.products[number]);
    const place = recent.findIndex((id) => held.has(id)) + 1;
    const weight = (place < 10 ? 1 - 0.1 * place : 0) * likeness;
    for (const id of held) {
      if (id !== seen[0]) scores.set(id, (scores.get(id) ?? 0) + weight * (index.rarity.get(id) ?? 0));
    }
  }
  return [...scores]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([id]) => id);
}

/** The most similar among the most recent sessions that share a product, with their similarity. */
function nearest(
  { holders, ends }: VmisIndex,
  recent: readonly string[],
  { sessions, neighbours }: VmisSettings,
): (readonly [number, number])[] {
  const found = new Set<number>();
  for (const id of recent) for (const number of (holders.get(id) ?? []).slice(0, sessions)) found.add(number);
  const newestFirst = (a: number, b: number): number => (ends[b] ?? 0) - (ends[a] ?? 0) || a - b;
  const sample = new Set([...found].sort(newestFirst).slice(0, sessions));
  const likeness = new Map<number, number>();
  for (const [place, id] of recent.entries()) {
    const vote = (recent.length - place) / recent.length;
    for (const number of (holders.get(id) ?? []).slice(0, sessions)) {
      if (sample.has(number)) likeness.set(number, (likeness.get(number) ?? 0) + vote);
    }
  }
  return [...likeness].sort(([a, x], [b, y]) => y - x || newestFirst(a, b)).slice(0, neighbours);
}
