import type { WidgetHost, WidgetView } from '@regulars/core';

type ViewElement = HTMLElement & { host?: WidgetHost | undefined; view?: WidgetView | null };

/**
 * Makes the element of a view, `<regulars-TYPE>`, and keeps it while the type stays: a changed view keeps the focus and
 * the scroll position in it. The element must be registered.
 */
export function createViewElement(): (view: WidgetView, host: WidgetHost | undefined) => HTMLElement {
  let own: ViewElement | undefined;
  return (view, host) => {
    const tag = `regulars-${view.type}`;
    if (own?.localName !== tag) own = document.createElement(tag);
    if (own.host !== host) own.host = host;
    own.view = view;
    return own;
  };
}
