/** Follows the modal dialogs of a document. */
export interface DialogLayer {
  /** The topmost open modal dialog that may hold the layer, or `null`. */
  top(): HTMLDialogElement | null;
  stop(): void;
}

/**
 * Tells when another modal dialog is topmost. The order of the top layer cannot be read, so the order of opening is
 * kept; dialogs that were open before it started count in document order. Dialogs inside shadow roots stay unseen.
 */
export function createDialogLayer(document: Document, changed: () => void): DialogLayer {
  let open: HTMLDialogElement[] = [];
  const read = (): boolean => {
    const now = [...document.querySelectorAll('dialog')].filter(isModal);
    const next = [
      ...open.filter((dialog) => now.includes(dialog)),
      ...now.filter((dialog) => !open.includes(dialog)),
    ];
    const differs = next.at(-1) !== open.at(-1);
    open = next;
    return differs;
  };
  const observer = new MutationObserver(() => {
    if (read()) changed();
  });
  read();
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['open'] });
  return { top: () => open.at(-1) ?? null, stop: () => observer.disconnect() };
}

function isModal(dialog: HTMLDialogElement): boolean {
  return dialog.open && dialog.matches(':modal');
}
