interface Shard {
  readonly ids: readonly string[];
  readonly rows: readonly (readonly number[])[];
}

/**
 * The list after these products, newest first, worked out the slow way, straight from the format's description: each
 * row in turn, a byte's share the square of its 255th part, equal scores by id. Products seen are left out.
 */
export function sumRows({ ids, rows }: Shard, seen: readonly string[], decay: number): string[] {
  const scores: Record<string, number> = {};
  for (let turn = 0; turn < seen.length; turn += 1) {
    let vote = 1;
    for (let step = 0; step < turn; step += 1) vote = vote * decay;
    const row = rows[ids.indexOf(seen[turn] ?? '')] ?? [];
    for (let at = 0; at < row.length; at += 2) {
      const name = ids[row[at] ?? -1] ?? '';
      const part = (row[at + 1] ?? 0) / 255;
      scores[name] = (scores[name] ?? 0) + vote * (part * part);
    }
  }
  return Object.keys(scores)
    .filter((name) => !seen.includes(name))
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (a < b ? -1 : 1));
}
