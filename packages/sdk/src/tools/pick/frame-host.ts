/** The topmost open modal dialog of the page; `null`: none. */
const topDialog = (): HTMLDialogElement | null =>
  [...document.querySelectorAll('dialog')].filter((one) => one.open && one.matches(':modal')).at(-1) ?? null;

/**
 * Keeps a tool usable over every page: in the top layer, and inside a modal dialog while one is open, because what stands
 * outside of it is inert. Returns its stop, which takes it away.
 */
export function standOver(host: HTMLElement): () => void {
  host.setAttribute('popover', 'manual');
  const place = (): void => {
    const parent = topDialog() ?? document.body;
    if (host.parentNode !== parent) parent.append(host);
    if (typeof host.showPopover !== 'function') return;
    if (host.matches(':popover-open')) host.hidePopover();
    host.showPopover();
  };
  let under: Element | null = topDialog();
  const observer = new MutationObserver(() => {
    const dialog = topDialog();
    if (dialog === under && host.isConnected) return;
    under = dialog;
    place();
  });
  place();
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['open'] });
  return () => {
    observer.disconnect();
    host.remove();
  };
}
