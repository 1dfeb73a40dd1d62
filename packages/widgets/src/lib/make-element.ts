type Inner = readonly (Node | string)[];
type Attributes = Readonly<Record<string, string>>;

function furnish<T extends Element>(element: T, attributes: Attributes, inner: Inner): T {
  for (const name in attributes) element.setAttribute(name, attributes[name] ?? '');
  element.append(...inner);
  return element;
}

/** Makes an HTML element by its parts, so that no policy on markup in strings applies. */
export const makeElement = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...inner: Inner
): HTMLElementTagNameMap[K] => furnish(document.createElement(tag), attributes, inner);

const makeSvg = (tag: 'svg' | 'path', attributes: Attributes, ...inner: Inner): SVGElement =>
  furnish(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, inner);

/** A drawing of 20 px in the colour of the words; `turns`: mirrored in right-to-left. */
export function makeIcon(d: string, turns: boolean): SVGElement {
  const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': '2' };
  const ends = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' };
  const box = { viewBox: '0 0 24 24', width: '20', height: '20', ...line, ...ends };
  return makeSvg('svg', turns ? { ...box, class: 'turns' } : box, makeSvg('path', { d }));
}

/** Sets an attribute where it differs; `undefined` takes it away. */
export function putAttribute(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
