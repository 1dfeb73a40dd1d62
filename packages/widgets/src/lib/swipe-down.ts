/** Distance after which a swipe closes, px. */
const FAR_PX = 90;

/**
 * Lets the finger that went down on a sheet's handle pull the sheet along; past the limit `leave` runs, else it springs
 * back. Ends with the finger or the signal.
 */
export function swipeDown(
  start: PointerEvent,
  sheet: HTMLElement,
  { leave, signal }: { readonly leave: () => void; readonly signal: AbortSignal },
): void {
  const stop = new AbortController();
  const set = (by: number): void => {
    sheet.style.translate = by > 0 ? `0 ${by}px` : '';
  };
  const far = (event: PointerEvent): number => event.clientY - start.clientY;
  const isOurs = (event: PointerEvent): boolean => event.pointerId === start.pointerId;
  const end = (event: PointerEvent): void => {
    if (!isOurs(event)) return;
    const leaves = event.type === 'pointerup' && far(event) > FAR_PX;
    stop.abort();
    if (leaves) leave();
  };
  // On the window: the finger leaves the handle at once.
  const options = { signal: stop.signal };
  addEventListener('pointermove', (event) => isOurs(event) && set(far(event)), options);
  addEventListener('pointerup', end, options);
  addEventListener('pointercancel', end, options);
  signal.addEventListener('abort', () => stop.abort(), options);
  stop.signal.addEventListener('abort', () => set(0));
}
