/** Registers an element; harmless where it is known already (second copy, double start) and on Node. Never throws. */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined' || customElements.get(tag)) return;
  try {
    customElements.define(tag, element);
  } catch {
    // Another copy won between the question and the act, or the page replaced `define`: the tag then belongs to it.
  }
}
