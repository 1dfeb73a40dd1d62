type Child = Node | string | null | undefined;

/** Builds an element; texts become text nodes, never markup. */
export function make(
  tag: string,
  attributes: Readonly<Record<string, string | false | undefined>> = {},
  ...children: readonly Child[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A definition list of names and values. */
export function pairs(rows: readonly (readonly [string, Child])[]): HTMLElement {
  return make(
    'dl',
    {},
    ...rows.map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value ?? '–'))),
  );
}

/** A list, or the sentence that says there is nothing. */
export function list(items: readonly Node[], empty: string): HTMLElement {
  return items.length === 0
    ? make('p', { class: 'empty' }, empty)
    : make('ul', {}, ...items.map((item) => make('li', {}, item)));
}

/** A value of any shape as readable text. */
export function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}
