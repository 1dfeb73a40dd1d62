/** What is known of an unordered pair of products (`low` < `high`, numbers of products). */
export interface Pair {
  readonly low: number;
  readonly high: number;
  /** Sum of 1 / distance where `high` came after `low`, and the other way round. */
  readonly forward: number;
  readonly backward: number;
  /** Sessions that hold both. */
  readonly sessions: number;
  /** Distinct visitors whose sessions hold both. */
  readonly visitors: number;
}

/** Pairs that were counted, here or by a database. */
export interface Pairs {
  each(visit: (pair: Pair) => void): void;
  size(): number;
}

/** Counts pairs in flat arrays: millions of pairs do not fit a map of objects. */
export interface PairTable extends Pairs {
  /** Adds to the strength of `to` after `from`. */
  follow(from: number, to: number, strength: number): void;
  /** Counts a session that holds both; visitors must come one after the other, each with a new number. */
  together(a: number, b: number, visitor: number): void;
}

const width = 5;
const [forward, backward, sessions, visitors, last] = [0, 1, 2, 3, 4] as const;

/**
 * Builds an empty table.
 * @param productCount products are numbered from 0 below it; at most 2^26.
 */
export function createPairTable(productCount: number): PairTable {
  let keys = new Float64Array(1 << 12).fill(-1);
  let cells = new Float64Array(keys.length * width);
  let used = 0;

  function slot(key: number): number {
    if (used * 2 > keys.length) grow();
    const place = find(keys, key);
    if (keys[place] === -1) {
      keys[place] = key;
      cells[place * width + last] = -1;
      used += 1;
    }
    return place * width;
  }

  function grow(): void {
    const oldKeys = keys;
    const oldCells = cells;
    keys = new Float64Array(oldKeys.length * 2).fill(-1);
    cells = new Float64Array(keys.length * width);
    for (const [place, key] of oldKeys.entries()) {
      if (key === -1) continue;
      const fresh = find(keys, key);
      keys[fresh] = key;
      cells.set(oldCells.subarray(place * width, (place + 1) * width), fresh * width);
    }
  }

  const slotOf = (a: number, b: number): number => slot(a < b ? a * productCount + b : b * productCount + a);
  const bump = (at: number, amount: number): void => {
    cells[at] = (cells[at] ?? 0) + amount;
  };
  return {
    follow: (from, to, strength) => bump(slotOf(from, to) + (from < to ? forward : backward), strength),
    together(a, b, visitor) {
      const at = slotOf(a, b);
      bump(at + sessions, 1);
      if (cells[at + last] !== visitor) bump(at + visitors, 1);
      cells[at + last] = visitor;
    },
    each(visit) {
      for (const [place, key] of keys.entries()) {
        if (key !== -1) visit(pairAt(cells, place * width, key, productCount));
      }
    },
    size: () => used,
  };
}

function pairAt(cells: Float64Array, at: number, key: number, productCount: number): Pair {
  const cell = (offset: number): number => cells[at + offset] ?? 0;
  return {
    low: Math.floor(key / productCount),
    high: key % productCount,
    forward: cell(forward),
    backward: cell(backward),
    sessions: cell(sessions),
    visitors: cell(visitors),
  };
}

/** Open addressing with linear probing; the table is at most half full, so it ends. */
function find(keys: Float64Array, key: number): number {
  const mask = keys.length - 1;
  // Both halves of the key are mixed: the low one alone puts all pairs of a product side by side.
  let place =
    (Math.imul(key % 0x7fffffff, 0x9e3779b1) ^ Math.imul(Math.floor(key / 0x7fffffff), 0x85ebca6b)) & mask;
  while (keys[place] !== key && keys[place] !== -1) place = (place + 1) & mask;
  return place;
}
