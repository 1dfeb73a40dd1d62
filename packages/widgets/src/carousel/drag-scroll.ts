/** Pixels after which a press is a drag, not a click. */
const THRESHOLD_PX = 6;

/**
 * Lets a mouse drag a scroll container; touch and pen have their own scrolling. Snapping rests while dragging
 * (`dragging` is told), and the click that ends a drag is swallowed. Returns its stop.
 */
export function dragScroll(track: HTMLElement, dragging: (active: boolean) => void): () => void {
  let start: { x: number; scroll: number; id: number } | undefined;
  let moved = false;
  const stop = new AbortController();
  const { signal } = stop;
  const down = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse' || event.button !== 0) return;
    start = { x: event.clientX, scroll: track.scrollLeft, id: event.pointerId };
    moved = false;
  };
  const move = (event: PointerEvent): void => {
    if (!start || event.pointerId !== start.id) return;
    const by = event.clientX - start.x;
    if (!moved && Math.abs(by) < THRESHOLD_PX) return;
    if (!moved) {
      moved = true;
      dragging(true);
    }
    track.scrollLeft = start.scroll - by;
  };
  const up = (): void => {
    if (start && moved) dragging(false);
    start = undefined;
  };
  const click = (event: MouseEvent): void => {
    if (!moved) return;
    moved = false;
    event.preventDefault();
    event.stopPropagation();
  };
  track.addEventListener('pointerdown', down, { signal });
  // On the window: the pointer may leave the track before it is lifted.
  window.addEventListener('pointermove', move, { signal, passive: true });
  window.addEventListener('pointerup', up, { signal });
  window.addEventListener('pointercancel', up, { signal });
  track.addEventListener('click', click, { signal, capture: true });
  track.addEventListener('dragstart', (event) => event.preventDefault(), { signal });
  return () => stop.abort();
}
