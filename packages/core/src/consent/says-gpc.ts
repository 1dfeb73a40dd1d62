/**
 * What the browser's Global Privacy Control says; `undefined` where it has none.
 * Source: W3C, "Global Privacy Control", `navigator.globalPrivacyControl`.
 */
export const saysGpc = (): boolean | undefined =>
  (navigator as { readonly globalPrivacyControl?: boolean }).globalPrivacyControl;
