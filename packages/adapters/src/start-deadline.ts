/** Aborts after a time, with an outer signal or when stopped, whichever is first. `AbortSignal.any` is too young for our floor. */
export function startDeadline(
  ms: number,
  outer?: AbortSignal,
): { readonly signal: AbortSignal; readonly stop: () => void } {
  const controller = new AbortController();
  const { signal } = controller;
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, ms);
  if (outer?.aborted) abort();
  // Its own end takes the listener away.
  outer?.addEventListener('abort', abort, { signal });
  return {
    signal,
    stop() {
      clearTimeout(timer);
      abort();
    },
  };
}
