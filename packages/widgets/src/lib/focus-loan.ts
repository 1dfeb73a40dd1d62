/** The element that has the focus, through open shadow roots. */
export function deepActive(root: Document | ShadowRoot = document): HTMLElement | null {
  const active = root.activeElement;
  if (active?.shadowRoot?.activeElement) return deepActive(active.shadowRoot);
  return active instanceof HTMLElement && active !== document.body ? active : null;
}

/** Whether an element takes what the visitor types; focus is not taken from it. */
export function isEditable(element: Element | null): boolean {
  if (!element) return false;
  return (
    element.matches('input, textarea, select') ||
    (element instanceof HTMLElement && element.isContentEditable)
  );
}

/** Moves the focus once and can give it back. */
export interface FocusLoan {
  /** Moves the focus into the box, unless the visitor types or it was moved before. */
  take(box: HTMLElement): void;
  /** Gives it back to where it was, unless the visitor has moved on. */
  giveBack(inside: boolean): void;
}

/** One loan lasts as long as one tour. */
export function createFocusLoan(): FocusLoan {
  let taken = false;
  let before: HTMLElement | null = null;
  return {
    take(box) {
      if (taken) return;
      taken = true;
      const active = deepActive();
      if (isEditable(active)) return;
      before = active;
      box.focus({ preventScroll: true });
    },
    giveBack(inside) {
      if (taken && inside && before?.isConnected) before.focus({ preventScroll: true });
      taken = false;
      before = null;
    },
  };
}

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
