import type { PartContext } from '@regulars/core';

/** A page whose campaigns decide nothing has still this long (ms) before what waits for them comes. */
const patienceMs = 1000;

/**
 * Runs work once the page's first decision is made, or where there is none, a little later: what is not on the way to a
 * decision leaves the network to it. Needs leave to measure, as the work does.
 * @returns its stop.
 */
export function afterDecision(
  { journey, consent }: Pick<PartContext, 'journey' | 'consent'>,
  work: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stops: (() => void)[] = [];
  const stop = (): void => {
    clearTimeout(timer);
    for (const one of stops.splice(0)) one();
  };
  const run = (): void => {
    if (!consent.allows('analytics')) return;
    stop();
    work();
  };
  const look = (): void => {
    if (consent.allows('analytics')) timer ??= setTimeout(run, patienceMs);
  };
  stops.push(
    consent.subscribe(look),
    journey.onEvent(({ name }) => name === 'experience_decided' && run()),
  );
  look();
  return stop;
}
