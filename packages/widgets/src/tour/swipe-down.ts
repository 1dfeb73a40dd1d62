/** Distance after which a swipe closes, px. */
const FAR_PX = 90;

/** Lets a finger pull a sheet down by its handle; past the limit `leave` runs, else it springs back. Returns its stop. */
export function swipeDown(handle: HTMLElement, sheet: HTMLElement, leave: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let from: number | undefined;
  const set = (by: number): void => {
    sheet.style.translate = by > 0 ? `0 ${by}px` : '';
  };
  const distance = (event: PointerEvent): number => (from === undefined ? 0 : event.clientY - from);
  handle.addEventListener(
    'pointerdown',
    (event) => {
      from = event.clientY;
      try {
        handle.setPointerCapture(event.pointerId);
      } catch {
        // The pointer is up already: nothing to follow.
      }
    },
    { signal },
  );
  handle.addEventListener('pointermove', (event) => from !== undefined && set(distance(event)), { signal });
  const end = (event: PointerEvent): void => {
    const far = distance(event) > FAR_PX;
    from = undefined;
    set(0);
    if (far && event.type === 'pointerup') leave();
  };
  handle.addEventListener('pointerup', end, { signal });
  handle.addEventListener('pointercancel', end, { signal });
  return () => {
    stop.abort();
    set(0);
  };
}
