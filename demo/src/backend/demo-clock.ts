const DAY_MS = 86_400_000;

/** The clock of shop and server in this demo: real time, and the days that somebody let pass by a button. */
export interface DemoClock {
  /** Epoch ms. */
  now(): number;
  /** Lets a day pass. */
  pass(): void;
  /** Back to real time. */
  reset(): void;
  /** Days ahead of real time. */
  ahead(): number;
}

/** Starts at real time, read from `real` (default `Date.now`, epoch ms). */
export function createDemoClock(real: () => number = Date.now): DemoClock {
  let days = 0;
  return {
    now: () => real() + days * DAY_MS,
    pass() {
      days += 1;
    },
    reset() {
      days = 0;
    },
    ahead: () => days,
  };
}
