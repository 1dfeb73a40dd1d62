/** One measured line of a bench or chaos scenario. */
export interface Row {
  /** What was measured, as a noun phrase. */
  readonly what: string;
  /** Such as `B gzip`, `ms` or `events`. */
  readonly unit: string;
  readonly ours: number;
  /** Map from the rival's name and version to its value in the same run. */
  readonly rivals: Readonly<Record<string, number>>;
  /** Where the value must stay at or below, or null where it is only shown. */
  readonly limit: number | null;
  /** A required row that does not hold fails the command. */
  readonly required: boolean;
  readonly holds: boolean;
}

/** What a bench or chaos scenario is given. */
export interface BenchContext {
  /** Share of the full size at which to run, 0 to 1. */
  readonly scale: number;
  /** The part that alone is asked for, where a scenario has parts: its rows replace those of the results. */
  readonly part?: string | undefined;
  /** A count brought to that share, at least one. */
  scaled(count: number): number;
  /** Limit in milliseconds of the reference machine, brought to this machine by the calibration loop. */
  onThisMachine(limitMs: number): number;
  /** Folder whose `node_modules` holds the rivals; installs them on first use. */
  rivals(): string;
  log(line: string): void;
}

/** What `test/bench/<name>/run.ts` and `test/chaos/<name>/run.ts` export as `run`. Rejects when it could not measure. */
export type Run = (context: BenchContext) => Promise<readonly Row[]>;

/** A required row that holds when `ours` stays at or below `limit`. */
export const atMost = (what: string, unit: string, ours: number, limit: number): Row => ({
  what,
  unit,
  ours,
  rivals: {},
  limit,
  required: true,
  holds: ours <= limit,
});

/** A required row that holds when `ours` reaches `limit`. */
export const atLeast = (what: string, unit: string, ours: number, limit: number): Row => ({
  ...atMost(what, unit, ours, limit),
  holds: ours >= limit,
});

/** A required row that holds when the count is exactly the wanted one; the limit shows what was wanted. */
export const exactly = (what: string, unit: string, ours: number, wanted: number): Row => ({
  ...atMost(what, unit, ours, wanted),
  holds: ours === wanted,
});

/** A row that is shown and requires nothing. */
export const shown = (what: string, unit: string, ours: number): Row => ({
  what,
  unit,
  ours,
  rivals: {},
  limit: null,
  required: false,
  holds: true,
});
