/** Work under way and the one loop that decides. */
export interface PassLoop {
  /** Something changed: decide (again). */
  again(): void;
  /** Adds to what `idle` waits for; a rejection is reported. */
  busy(work: Promise<unknown>): void;
  idle(): Promise<void>;
}

/** Builds the loop: never two passes at once, none lost. */
export function createPassLoop(pass: () => Promise<void>, onFailure: (cause: unknown) => void): PassLoop {
  const under = new Set<Promise<unknown>>();
  let dirty = false;
  let running = false;
  const busy = (work: Promise<unknown>): void => {
    const guarded = work.catch(onFailure).finally(() => under.delete(guarded));
    under.add(guarded);
  };
  const run = async (): Promise<void> => {
    running = true;
    try {
      while (dirty) {
        dirty = false;
        await pass();
      }
    } finally {
      running = false;
    }
  };
  return {
    again() {
      dirty = true;
      if (!running) busy(run());
    },
    busy,
    async idle() {
      while (under.size) await Promise.all(under);
    },
  };
}
