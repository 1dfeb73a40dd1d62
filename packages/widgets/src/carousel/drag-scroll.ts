/** Pixels after which a press is a drag, not a click. */
const THRESHOLD_PX = 6;

/**
 * Lets a mouse drag a scroll container; touch and pen have their own scrolling. Snapping rests while dragging
 * (class `dragging`), and the click that ends a drag is swallowed. The page is listened to only during a press.
 */
export function dragScroll(track: HTMLElement): void {
  let moved = false;
  track.addEventListener('pointerdown', ({ pointerType, button, clientX, pointerId }) => {
    if (pointerType !== 'mouse' || button !== 0) return;
    const from = track.scrollLeft;
    const press = new AbortController();
    moved = false;
    const move = (event: PointerEvent): void => {
      if (event.pointerId !== pointerId) return;
      const by = event.clientX - clientX;
      if (!moved && Math.abs(by) < THRESHOLD_PX) return;
      moved = true;
      track.classList.add('dragging');
      track.scrollLeft = from - by;
    };
    const up = (): void => {
      press.abort();
      track.classList.remove('dragging');
    };
    // On the window: the pointer may leave the track before it is lifted.
    const { signal } = press;
    window.addEventListener('pointermove', move, { signal, passive: true });
    window.addEventListener('pointerup', up, { signal });
    window.addEventListener('pointercancel', up, { signal });
  });
  track.addEventListener(
    'click',
    (event) => {
      if (!moved) return;
      moved = false;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
  track.addEventListener('dragstart', (event) => event.preventDefault());
}
