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
  /** How often it was asked since the loop began; 0: it stands. */
  let asked = 0;
  const busy = (work: Promise<unknown>): void => {
    const guarded = work.catch(onFailure).finally(() => under.delete(guarded));
    under.add(guarded);
  };
  const run = async (): Promise<void> => {
    try {
      for (let done = 0; done !== asked; ) {
        done = asked;
        await pass();
      }
    } finally {
      asked = 0;
    }
  };
  return {
    again() {
      if (!asked++) busy(run());
    },
    busy,
    async idle() {
      while (under.size) await Promise.all(under);
    },
  };
}
