const key = Symbol.for('regulars.overlays');
type Shared = Document & { [key]?: (() => void)[] };

/** Whether a key belongs to what the visitor types. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (event.isComposing || !(target instanceof Element)) return event.isComposing;
  if (target instanceof HTMLInputElement)
    return !/^(button|checkbox|radio|submit|reset|range|image)$/.test(target.type);
  return target.matches('textarea, select') || (target instanceof HTMLElement && target.isContentEditable);
}

/**
 * Puts an overlay on the document's stack, shared by all copies of this module: Escape is answered by the topmost
 * one only, and not while the visitor types. Returns its removal.
 */
export function stackOverlay(document: Document, leave: () => void): () => void {
  const shared: Shared = document;
  shared[key] ??= [];
  const stack = shared[key];
  const entry = (): void => leave();
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || stack.at(-1) !== entry || isTyping(event)) return;
    // Prevented, so that a modal dialog below stays open: one press, one answer.
    event.preventDefault();
    entry();
  };
  stack.push(entry);
  document.addEventListener('keydown', onKey, { capture: true });
  return () => {
    document.removeEventListener('keydown', onKey, { capture: true });
    const at = stack.indexOf(entry);
    if (at >= 0) stack.splice(at, 1);
  };
}
