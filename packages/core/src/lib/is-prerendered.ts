/**
 * Whether the browser makes the page ready before anybody asked for it; `prerenderingchange` says that it is shown,
 * and no answer about consent is heard before.
 */
export const isPrerendered = (): boolean | undefined =>
  (document as { readonly prerendering?: boolean }).prerendering;
