const selector = ':scope > template[slot="card"]';

/** The shop's own template for cards: in the row itself, or in the place that holds the row. */
export function ownTemplate(element: Element): HTMLTemplateElement | null {
  const root = element.getRootNode();
  const place = root instanceof ShadowRoot && root.host.localName === 'regulars-slot' ? root.host : element;
  return element.querySelector<HTMLTemplateElement>(selector) ?? place.querySelector(selector);
}
