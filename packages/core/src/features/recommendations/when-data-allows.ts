/**
 * Resolves at once, or, where the visitor asked the browser to save data, at the first act on the page.
 * Leaves no listener after the signal aborts; it then never resolves.
 */
export function whenDataAllows(signal: AbortSignal): Promise<void> {
  // Network Information is in no DOM typing yet; Firefox and WebKit have none of it.
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  if (!connection?.saveData) return Promise.resolve();
  return new Promise((resolve) => {
    const options = { once: true, passive: true, capture: true, signal };
    for (const act of ['pointerdown', 'keydown', 'scroll']) addEventListener(act, () => resolve(), options);
  });
}
