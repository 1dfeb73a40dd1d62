/**
 * Puts a beacon behind its target for Tab: from the target to it, and from there on as if it stood in the page right after
 * the target.
 */
export function joinBeacon(event: KeyboardEvent, target: HTMLElement, beacon: HTMLElement): void {
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
  const [from] = event.composedPath();
  if (from === target && !event.shiftKey) {
    event.preventDefault();
    beacon.focus({ preventScroll: true });
  } else if (from === beacon) {
    // Focused before the browser moves on: Tab then goes from the target to what follows it.
    target.focus({ preventScroll: true });
    if (event.shiftKey) event.preventDefault();
  }
}
