/**
 * Resolves when content may appear without moving what the visitor looks at: the page has loaded, and the box is
 * reserved by the shop's CSS (`min-block-size`), or off screen, or the visitor has just acted (browsers do not count
 * shifts within 500 ms of an input). Resolves `false` when the signal ends the wait.
 */
export async function stillMoment(element: HTMLElement, signal: AbortSignal): Promise<boolean> {
  if (document.readyState !== 'complete') await once(window, ['load'], signal);
  if (signal.aborted || isReserved(element)) return !signal.aborted;
  const done = new AbortController();
  const { signal: ended } = done;
  await Promise.race([
    offScreen(element, ended),
    once(window, ['pointerdown', 'keydown'], ended),
    once(signal, ['abort'], ended),
  ]);
  done.abort();
  return !signal.aborted;
}

function isReserved(element: HTMLElement): boolean {
  return Number.parseFloat(getComputedStyle(element).minBlockSize) > 0;
}

function once(target: EventTarget, types: readonly string[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const options = { once: true, passive: true, capture: true, signal };
    for (const type of types) target.addEventListener(type, () => resolve(), options);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function offScreen(element: Element, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    // An empty box counts as intersecting where it touches the viewport, so `isIntersecting` is the right question.
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => !entry.isIntersecting)) resolve();
    });
    observer.observe(element);
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  });
}
