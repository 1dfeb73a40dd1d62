import { isWithin } from '../lib/anchor/composed.ts';

/** What a visitor works with: using one of them elsewhere puts the tour aside. */
const controls =
  'a[href], button, input, select, textarea, summary, label, video, audio, [role="button"], [role="link"], [role="tab"], [role="menuitem"], [role="option"], [role="checkbox"], [role="switch"], [contenteditable]:not([contenteditable="false"])';

/** What the visitor may use without putting the step aside. */
export interface Elsewhere {
  readonly own: Element;
  readonly target: Element | null;
  /** Selectors of what the step itself asks them to use. */
  readonly wanted: readonly string[];
  readonly aside: () => void;
}

/** Calls `aside` when the visitor uses something that is neither ours nor the target. Ends with the signal. */
export function watchElsewhere({ own, target, wanted, aside }: Elsewhere, signal: AbortSignal): void {
  const look = (event: Event): void => {
    const path = event.composedPath().filter((one): one is Element => one instanceof Element);
    const [hit] = path;
    if (!hit || path.some((one) => one === own || one.localName.startsWith('regulars-'))) return;
    if (target && (path.includes(target) || isWithin(target, hit))) return;
    // A label of the target is the target.
    if (target && path.some((one) => one instanceof HTMLLabelElement && one.control === target)) return;
    if (path.some((one) => wanted.some((each) => matches(one, each)))) return;
    if (path.some((one) => one.matches(controls))) aside();
  };
  for (const type of ['click', 'input'])
    document.addEventListener(type, look, { capture: true, passive: true, signal });
}

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    // Not CSS: it names nothing.
    return false;
  }
}

/** Whether a modal dialog of the page is open in which the target is not: the step speaks of what cannot be reached. */
export function isShutOut(target: Element): boolean {
  const open = [...document.querySelectorAll('dialog[open]')].filter((one) => one.matches(':modal'));
  return open.length > 0 && !open.some((one) => isWithin(target, one));
}

/** Puts the step aside when a dialog opens over what it speaks of. Ends with the signal. */
export function watchDialogs(target: Element, aside: (why: 'dialog') => void, signal: AbortSignal): void {
  const look = (): void => {
    if (isShutOut(target)) aside('dialog');
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['open'] });
  signal.addEventListener('abort', () => observer.disconnect());
  look();
}
