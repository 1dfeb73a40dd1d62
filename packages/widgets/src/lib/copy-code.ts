/** Copies a code; where the browser forbids it, selects it for the visitor. `true`: it is in the clipboard. Never throws. */
export async function copyCode(code: string, element: Element | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code);
    return true;
  } catch {
    if (element) getSelection()?.selectAllChildren(element);
    return false;
  }
}
