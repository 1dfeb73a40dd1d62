import { brotliCompressSync, constants } from 'node:zlib';

/** Size of a text as a static host sends it. */
export function brotliBytes(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
}

/**
 * Cuts groups of things into shards of at most `maxBytes`: small groups share a shard in their order, a large one is
 * split by `split` into as many parts as it needs.
 * @returns things of each shard, and per group the numbers of its shards; parts keep the order of `split`.
 */
export function planShards<T>(
  groups: ReadonlyMap<string, readonly T[]>,
  options: {
    readonly maxBytes: number;
    readonly bytes: (things: readonly T[]) => number;
    /** Splits a group into `count` parts. */
    readonly split: (things: readonly T[], count: number) => readonly (readonly T[])[];
    /** Number of the first shard. */
    readonly from: number;
  },
): { readonly shards: readonly (readonly T[])[]; readonly places: ReadonlyMap<string, readonly number[]> } {
  const shards: T[][] = [];
  const places = new Map<string, number[]>();
  let room = 0;
  for (const [name, things] of groups) {
    const size = options.bytes(things);
    if (size <= options.maxBytes) {
      if (size > room) {
        shards.push([]);
        room = options.maxBytes;
      }
      shards.at(-1)?.push(...things);
      room -= size;
      places.set(name, [options.from + shards.length - 1]);
      continue;
    }
    const parts = splitToFit(things, size, options);
    places.set(
      name,
      parts.map((_, place) => options.from + shards.length + place),
    );
    for (const part of parts) shards.push([...part]);
    room = 0;
  }
  return { shards, places };
}

function splitToFit<T>(
  things: readonly T[],
  size: number,
  options: {
    readonly maxBytes: number;
    readonly bytes: (things: readonly T[]) => number;
    readonly split: (things: readonly T[], count: number) => readonly (readonly T[])[];
  },
): readonly (readonly T[])[] {
  let count = Math.ceil(size / options.maxBytes);
  for (;;) {
    const parts = options.split(things, count);
    if (count >= things.length || parts.every((part) => options.bytes(part) <= options.maxBytes))
      return parts;
    count = Math.ceil(count * 1.15) + 1;
  }
}
