/** An element in a few words, for a person who cannot see the frame around it: `button “Cart”`. */
export function describeElement(element: Element): string {
  const words =
    element.getAttribute('aria-label') ??
    element.getAttribute('placeholder') ??
    element.getAttribute('alt') ??
    element.textContent ??
    '';
  const short = words.replace(/\s+/g, ' ').trim().slice(0, 40);
  return short ? `${element.localName} “${short}”` : element.localName;
}
