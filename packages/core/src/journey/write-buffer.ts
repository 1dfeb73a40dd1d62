/** What `createWriteBuffer` needs. */
export interface BufferOptions<T> {
  /** Stores items in order; rejects when nothing was stored. */
  readonly write: (items: readonly T[]) => Promise<void>;
  /** Hears why a write failed. */
  readonly onFailure: (cause: unknown) => void;
}

/** Gathers items so that a burst is one transaction. */
export interface WriteBuffer<T> {
  /** Adds an item of so many bytes; `now` starts the write at once. */
  add(item: T, bytes: number, now: boolean): void;
  /** Items that are not stored yet, also those being written. */
  waiting(): readonly T[];
  /** Writes what waits; resolves when it is stored or has failed. `force` writes even nothing. */
  flush(force?: boolean): Promise<void>;
  /** Drops everything; a write under way drops what it would have kept. */
  clear(): void;
}

const DELAY_MS = 100;
const MAX_ITEMS = 32;
const MAX_BYTES = 16_384;
/** Kept over a failed write; the oldest go first. */
const MAX_KEPT = 200;

/** Builds an empty buffer. Items leave it when their write is complete, not before. */
export function createWriteBuffer<T>({ write, onFailure }: BufferOptions<T>): WriteBuffer<T> {
  let items: T[] = [];
  let bytes = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();

  const writeAll = async (force: boolean): Promise<void> => {
    const mine = items;
    const count = mine.length;
    if (count === 0 && !force) return;
    try {
      await write(mine.slice());
      if (items === mine) items = mine.slice(count);
    } catch (cause) {
      onFailure(cause);
      if (items === mine) items = mine.slice(-MAX_KEPT);
    }
  };
  const flush = (force = false): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    bytes = 0;
    running = running.then(() => writeAll(force));
    return running;
  };
  return {
    add(item, size, now) {
      items.push(item);
      bytes += size;
      if (now || items.length === MAX_ITEMS || bytes >= MAX_BYTES) void flush();
      else timer ??= setTimeout(flush, DELAY_MS);
    },
    waiting: () => items,
    flush,
    clear() {
      clearTimeout(timer);
      timer = undefined;
      items = [];
      bytes = 0;
    },
  };
}
