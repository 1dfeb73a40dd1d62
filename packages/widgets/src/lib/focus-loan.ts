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
  /**
   * Moves the focus into the box, unless the visitor types or it was moved before. `held`: it was in the step before,
   * whose box may have gone meanwhile, and would be nowhere now.
   */
  take(box: HTMLElement, held: boolean): void;
  /** Gives it back to where it was, unless the visitor has moved on. */
  giveBack(inside: boolean): void;
}

/** One loan lasts as long as one tour. */
export function createFocusLoan(): FocusLoan {
  let taken = false;
  let before: HTMLElement | null = null;
  return {
    take(box, held) {
      const active = deepActive();
      const isFirst = !taken;
      taken = true;
      if (isFirst ? isEditable(active) : !held || active) return;
      if (isFirst) before = active;
      box.focus({ preventScroll: true });
    },
    giveBack(inside) {
      if (taken && inside && before?.isConnected) before.focus({ preventScroll: true });
      taken = false;
      before = null;
    },
  };
}
