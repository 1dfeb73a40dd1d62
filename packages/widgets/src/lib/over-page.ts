/** Whether an element is shown by the overlay, over the page, and not in a slot of it. */
export function isOverPage(element: Element): boolean {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && root.host.localName === 'regulars-overlay';
}
