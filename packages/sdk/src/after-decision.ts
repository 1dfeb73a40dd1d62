import type { PartContext } from '@regulars/core';

/** What it looks at. */
interface Surroundings {
  readonly journey: Pick<PartContext['journey'], 'flush' | 'onEvent'>;
  readonly consent: Pick<PartContext['consent'], 'allows' | 'subscribe'>;
}

/** Runs work once the page's first decision is made; returns its stop. */
export type AfterDecision = (context: Surroundings, work: () => void) => () => void;

/**
 * Builds what runs work once the page's first decision is made, or the campaigns have come to rest without one: what is
 * not on the way to a decision leaves the network to it, however slow the machine. Needs leave to measure, as the work does.
 * @param settled resolves when the campaigns have nothing under way.
 */
export function createAfterDecision(settled: () => Promise<void> | undefined): AfterDecision {
  return ({ journey, consent }, work) => {
    let isOver = false;
    const stop = (): void => {
      isOver = true;
      stopConsent();
      stopEvents();
    };
    const run = (): void => {
      if (isOver || !consent.allows('analytics')) return;
      stop();
      work();
    };
    const settle = async (): Promise<void> => {
      await settled();
      // What is written of the session decides again.
      await journey.flush();
      await settled();
    };
    // The same answer makes the campaigns decide: they are asked when they have begun.
    const look = (): void => void setTimeout(() => settle().then(run, run));
    const stopConsent = consent.subscribe(look);
    const stopEvents = journey.onEvent(({ name }) => name === 'experience_decided' && run());
    look();
    return stop;
  };
}
