const stops =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), video[controls], summary, [tabindex]:not([tabindex="-1"])';

/** First thing of an element, itself included, that Tab would stop at. */
export function firstStop(element: Element | null): HTMLElement | null {
  const found = element?.matches(stops) ? element : element?.querySelector(stops);
  return found && 'focus' in found ? (found as HTMLElement) : null;
}

/**
 * Joins a box and the element it speaks of for Tab: from the last control to that element and back. A modal box is a
 * circle of the two, others let Tab go on from there. Answers whether it moved the focus.
 */
export function joinTab(
  event: KeyboardEvent,
  box: HTMLElement,
  { target, modal }: { readonly target: Element | null; readonly modal: boolean },
): boolean {
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return false;
  const controls = [...box.querySelectorAll<HTMLElement>(stops)];
  const [first, last, other] = [controls[0], controls.at(-1), firstStop(target)];
  const active = event.composedPath()[0];
  const atTarget = other !== null && active === other;
  let goal: HTMLElement | null | undefined;
  if (event.shiftKey) {
    if (atTarget) goal = last;
    else if (modal && (active === first || active === box)) goal = other ?? last;
  } else if (atTarget) goal = modal ? first : null;
  else if (active === last || (active === box && !first)) goal = other ?? (modal ? first : null);
  if (modal && !goal && !atTarget && !event.composedPath().includes(box)) goal = first;
  if (!goal) return false;
  event.preventDefault();
  goal.focus({ preventScroll: true });
  return true;
}
